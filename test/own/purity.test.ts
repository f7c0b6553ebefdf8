/** What a newsroom's own code may not ask, told at its place before any of it is run. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgePurity } from '../../src/own/purity.ts';
import { temporaryFolder } from '../support/folder-contents.ts';

function judged(text: string, file = 'x.tsx'): string[] {
  const folder = temporaryFolder();
  writeFileSync(join(folder, file), text);
  return judgePurity([folder], () => 'src/x.tsx').map(
    ({ code, line, column, what }) => `${code} ${line}:${column} ${/“(.*?)”/.exec(what)?.[1]}`,
  );
}

test.each([
  ['const now = Date.now();', 'Date.now', 13],
  ['const now = new Date();', 'new Date()', 13],
  ['const now = new Date;', 'new Date', 13],
  ['const now = Date();', 'Date()', 13],
  ['const now = performance.now();', 'performance.now', 13],
  ['const n = Math.random();', 'Math.random', 11],
  ['await fetch("https://x.example");', 'fetch(', 7],
  ['const home = process.env.HOME;', 'process.env', 14],
  ["import { readFileSync } from 'node:fs';", 'node:fs', 25],
  ["import fs from 'fs';", 'fs', 11],
  ["const fs = await import('node:fs');", 'node:fs', 18],
])('%s', (line, written, column) => {
  expect(judged(`/* first */\n${line}\n`)).toEqual([`own/not-pure 2:${column} ${written}`]);
});

test.each([
  'const day = new Date(story.at * 1000).toISOString();',
  '// Date.now() would be wrong here',
  '/* import fs from "node:fs" */',
  "import { defineBlock } from 'broadsheet/blocks';",
  "import type { Listing } from 'broadsheet/listings';",
  'const address = "https://x.example/";',
  'const update = candidate.now;',
])('%s is its own affair', (line) => {
  expect(judged(`${line}\n`)).toEqual([]);
});

test('a file of types is not run, and so not judged', () => {
  expect(judged('declare const now: typeof Date.now;\n', 'x.d.ts')).toEqual([]);
});
