import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { blobId } from '../../src/source/blob-id.ts';

/** As git has it, in a repository of that kind without any filter. */
function gitId(bytes: Uint8Array, algorithm: 'sha1' | 'sha256'): string {
  const folder = mkdtempSync(join(tmpdir(), 'blob-id-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  spawnSync('git', ['init', '--quiet', `--object-format=${algorithm}`, folder]);
  return spawnSync('git', ['-C', folder, 'hash-object', '--no-filters', '--stdin'], { input: bytes })
    .stdout.toString()
    .trim();
}

test.for(['sha1', 'sha256'] as const)('a blob id by %s is git’s', (algorithm) => {
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const bytes of [new Uint8Array(), Buffer.from('plain\n'), Buffer.from('Москва\r\n'), every]) {
    expect(blobId(bytes, algorithm)).toBe(gitId(bytes, algorithm));
  }
});

test('the empty blob has the id that all of git knows', () => {
  expect(blobId(new Uint8Array())).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
});
