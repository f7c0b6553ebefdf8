/** What is remembered of links outlives the process, the catalog and a damaged file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type LinkMemory, openLinkMemory } from '../../../src/check/external/memory.ts';
import type { Known } from '../../../src/check/external/verdict.ts';

const good: Known = { is: 'good', said: '200', asked: 5, movedTo: 'https://b.example/' };
const suspect: Known = { is: 'dead', said: '404', asked: 9, deadSince: 7 };

function folder(): string {
  const cache = mkdtempSync(join(tmpdir(), 'links-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  return cache;
}

function within<T>(cache: string, work: (memory: LinkMemory) => T): T {
  const memory = openLinkMemory(cache);
  try {
    return work(memory);
  } finally {
    memory.close();
  }
}

function remembering(): string {
  const cache = folder();
  within(cache, (memory) => {
    memory.remember('https://a.example/', good);
    memory.remember('https://c.example/', good);
    memory.remember('https://c.example/', suspect);
    memory.keepRests(
      new Map([
        ['a.example', 100],
        ['b.example', 50],
      ]),
      60,
    );
  });
  return cache;
}

test('links and hosts that want to be left alone, each as it was last', () => {
  within(remembering(), (memory) => {
    expect(memory.all()).toEqual(
      new Map([
        ['https://a.example/', good],
        ['https://c.example/', suspect],
      ]),
    );
    expect(memory.rests()).toEqual(new Map([['a.example', 100]]));
    memory.forget(['https://a.example/', 'https://never.example/']);
    expect([...memory.all().keys()]).toEqual(['https://c.example/']);
  });
});

test.each([
  ['garbage', (bytes: Buffer) => bytes.fill('garbage')],
  ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, 5000)],
  ['damaged within', (bytes: Buffer) => bytes.fill(0xff, 4096, 8192)],
  ['of another version', (bytes: Buffer) => bytes.fill(0xee, 60, 64)],
])('a file that is %s is begun anew', (_, damage) => {
  const cache = remembering();
  const file = join(cache, 'external-links.sqlite');
  writeFileSync(file, damage(readFileSync(file)));
  within(cache, (memory) => {
    expect(memory.all().size).toBe(0);
    memory.remember('https://a.example/', good);
  });
  within(cache, (memory) => expect(memory.all()).toEqual(new Map([['https://a.example/', good]])));
});
