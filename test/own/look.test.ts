/** What is wrong with a newsroom's own tokens and its own icon. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeLayouts } from '../../layouts/own-files.ts';
import { judgeIcon } from '../../src/own/icon.ts';
import { renderProblems } from '../../src/own/render-problems.ts';
import { judgeTokens } from '../../src/own/tokens.ts';
import type { Problem } from '../../src/problem.ts';
import { RenderFailure } from '../../src/render/failures.ts';
import { makeIcons } from '../../src/render/icons.ts';
import { PictureCache } from '../../src/render/picture-cache.ts';

const newsroom = mkdtempSync(join(tmpdir(), 'look-'));
afterAll(() => rmSync(newsroom, { recursive: true }));

const name = (path: string) => path.slice(newsroom.length + 1);

function write(path: string, text: string): string {
  const file = join(newsroom, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const told = (problems: readonly Problem[]) =>
  problems.map(({ file, line, column, code, fix }) => `${file}:${line}:${column} ${code} ${fix}`);

test.each([
  ['--paper: #fff;', []],
  ['--accent: light-dark(oklch(0.5 0.1 150), #fff);\n--ink: var(--quiet);', []],
  ['--papers: #fff;', ['1:7 own/unknown-token Did you mean --paper?']],
  ['--paper: #fff;\n--accent: light-dark(var(--ink), #fff);', ['2:1 own/no-colour Write the colour itself']],
  ['--paper: currentColor}', ['1:7 own/no-colour Write the colour itself']],
])('tokens %j', (declarations, expected) => {
  const path = write('layouts/styles/tokens.css', `:root{${declarations}`);
  const lines = told(judgeTokens(path, name));
  expect(lines).toEqual(expected.map((each) => expect.stringContaining(`layouts/styles/tokens.css:${each}`)));
});

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">\n${inside}</svg>\n`;

test.each([
  [svg('<use href="#a" xlink:href="#a"/><image href="data:image/png;base64,AA"/>'), []],
  [svg('<text>HP</text>'), ['2:1 own/bad-icon Turn them into paths']],
  [svg('<image href="logo.png"/>'), ['2:14 own/bad-icon Put that file into the drawing']],
  [svg("<image xlink:href = 'https://a.example/b.png'/>"), ['2:22 own/bad-icon Put that file into the drawing']],
  ['\u0089PNG', ['undefined:undefined own/bad-icon Save the drawing as SVG.']],
])('an icon %j', (text, expected) => {
  const lines = told(judgeIcon(write('layouts/icon.svg', text), name));
  expect(lines).toEqual(expected.map((each) => expect.stringContaining(`layouts/icon.svg:${each}`)));
});

test('one that cannot be drawn is told when its files are made', async () => {
  write('layouts/icon.svg', svg('<path'));
  write('layouts/styles/tokens.css', ':root{--accent:oklch(0.5 0.1 150)}');
  takeLayouts(join(newsroom, 'layouts'));
  const cache = join(newsroom, 'cache');
  const failure: RenderFailure = await makeIcons([{ url: '/favicon.ico' }], new PictureCache(cache))
    .next()
    .then(
      () => expect.fail('it was drawn'),
      (error) => error,
    );
  expect(failure).toBeInstanceOf(RenderFailure);
  const problems = renderProblems(newsroom, failure.failures, name) ?? [];
  expect(problems).toEqual([
    {
      ...{ file: 'layouts/icon.svg', line: 1, column: 1, code: 'own/layout-failed' },
      what: expect.stringMatching(/^This failed when \/favicon.ico was rendered: the icon cannot be drawn: .*XML/),
      fix: expect.stringContaining('Mend it'),
    },
  ]);
  expect(existsSync(cache)).toBe(false);
});

test('what was drawn once is kept, and drawn again only when the drawing or its colours change', async () => {
  const icon = svg('<path style="fill:var( --accent )" d="M0 0h8v8H0z"/>');
  write('layouts/icon.svg', icon);
  const cache = new PictureCache(join(newsroom, 'cache'));
  const first = (await makeIcons([{ url: '/icon-512.png' }], cache).next()).value;
  expect(first?.[0]).toBe('/icon-512.png');
  const kept = cache.read;
  let found: unknown;
  cache.read = (...asked) => (found = kept.apply(cache, asked));
  expect((await makeIcons([{ url: '/icon-512.png' }], cache).next()).value).toEqual(first);
  expect(found).toBeDefined();
  write('layouts/icon.svg', icon.replace('M0', 'M1'));
  expect((await makeIcons([{ url: '/icon-512.png' }], cache).next()).value).not.toEqual(first);
  expect(found).toBeUndefined();
});
