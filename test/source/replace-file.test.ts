import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile, replaceFileInParts } from '../../src/source/replace-file.ts';
import { onFailingDisk } from '../support/failing-disk.ts';
import { contentsOf, temporaryFolder } from '../support/folder-contents.ts';

function fileWith(text: string): string {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, text);
  return file;
}

test('a file that cannot be written or put in its place stays as it was', async () => {
  const file = fileWith('old');
  for (const [of, name] of [
    ['writeFileSync', 'file.next'],
    ['renameSync', 'file'],
  ] as const) {
    const replacing = onFailingDisk({ code: 'ENOSPC', of: [of], at: (path) => path.endsWith(name) }, () =>
      replaceFile(file, 'new'),
    );
    await expect(replacing).rejects.toThrow(`${file} could not be written: the disk is full`);
    expect(readFileSync(file, 'utf8')).toBe('old');
  }
  replaceFile(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test.each<[string, (beside: string, elsewhere: string) => void]>([
  ['a folder', (beside) => mkdirSync(join(beside, 'deep'), { recursive: true })],
  ['a link', (beside, elsewhere) => symlinkSync(elsewhere, beside)],
])('what lies in the way is not written through: %s', (_, put) => {
  const [file, elsewhere] = [fileWith('old'), fileWith('not ours')];
  put(`${file}.next`, elsewhere);
  replaceFile(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readFileSync(elsewhere, 'utf8')).toBe('not ours');
});

test('of a file that was to be written in parts and was not, nothing is left', async () => {
  const file = fileWith('old');
  const half = replaceFileInParts(file, async (beside) => {
    writeFileSync(beside, 'ha');
    throw new Error('no more');
  });
  await expect(half).rejects.toThrow('no more');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(contentsOf(dirname(file))).toEqual({ file: 'old' });
  await replaceFileInParts(file, async (beside) => writeFileSync(beside, 'whole'));
  expect(readFileSync(file, 'utf8')).toBe('whole');
});
