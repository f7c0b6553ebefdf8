/** Texts that are kept are read once, and are those that would be read. */
import { expect, test } from 'vitest';
import { keeping } from '../../src/source/keeping.ts';
import type { Files, Source } from '../../src/source/source.ts';

/** Tells which paths are read. */
function sourceOf(texts: Record<string, Uint8Array>): Source & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    name: 'a list',
    candidates: async () => ({
      files: new Map(),
      isComplete: true,
      untracked: new Set(),
      hidden: [],
      next: { tree: '', dirty: [] },
    }),
    read(files) {
      asked.push(...files.map(({ path }) => path));
      return new Map(files.map(({ path, blob }) => [path, texts[blob] ?? new Uint8Array()]));
    },
    stored: (files) => ({ top: '/top', files }),
  };
}

function asText(read: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries([...read].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
}

const files: Files = [
  { path: 'one.md', blob: 'a' },
  { path: 'two.md', blob: 'b' },
  { path: 'three.md', blob: 'a' },
];
const texts = { a: Buffer.from('A text'), b: Buffer.from('Another'), c: Buffer.from('A third') };

test('what is kept is not read again, and nobody else is told to', () => {
  const from = sourceOf(texts);
  const source = keeping(from);
  source.keep?.(files.slice(0, 2), source.read(files.slice(0, 2)));
  expect(from.asked.splice(0)).toEqual(['one.md', 'two.md']);
  expect(asText(source.read(files))).toEqual(asText(sourceOf(texts).read(files)));
  expect(from.asked.splice(0)).toEqual(['three.md']);
  expect(source.stored?.(files)).toEqual({ top: '/top', files: files.slice(2) });
});

test('what somebody else has read is kept in memory that all threads share', () => {
  const from = sourceOf(texts);
  const source = keeping(from);
  source.keep?.(files.slice(0, 1), new Map([['one.md', texts.a]]));
  expect(asText(source.read(files.slice(0, 1)))).toEqual({ 'one.md': 'A text' });
  expect(from.asked).toEqual([]);
  const [bytes] = source.read(files.slice(0, 1)).values();
  expect(structuredClone(bytes)?.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('a file that has other bytes now is read', () => {
  const source = keeping(sourceOf(texts));
  source.keep?.(files, source.read(files));
  expect(source.read([{ path: 'one.md', blob: 'c' }])).toEqual(new Map([['one.md', texts.c]]));
});

test('no more is kept than fits into memory', () => {
  const large = new Uint8Array(30 * 1024 ** 2);
  const from = sourceOf({ a: large, b: large });
  const source = keeping(from);
  source.keep?.(files.slice(0, 2), source.read(files.slice(0, 2)));
  from.asked.splice(0);
  expect(source.hasRoom?.()).toBe(true);
  expect([...source.read(files.slice(0, 2)).values()].map(({ length }) => length)).toEqual([
    large.length,
    large.length,
  ]);
  expect(from.asked).toEqual(['two.md']);
});

test('of a source that no other thread may read, none may read what is not kept either', () => {
  const { stored: _, ...own } = sourceOf(texts);
  expect(keeping(own).stored).toBeUndefined();
});
