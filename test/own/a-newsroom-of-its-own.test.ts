/** `test/newsrooms/extended` has one of everything that a newsroom may add: it builds, and its mistakes are told. `npm run types` checks it too. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mistakesInRunCode } from '../../src/desk/mistakes/in-own-code.ts';
import { toolFiles, toolMended } from '../../src/desk/mistakes/tool-mistake.ts';
import type { Problem } from '../../src/problem.ts';
import { cli, type Run, runProcess } from '../support/cli.ts';
import { expectTold } from '../support/expect-told.ts';
import { siteIn } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';

let newsroom: string;
let built: Run;

beforeAll(async () => {
  newsroom = mkdtempSync(join(tmpdir(), 'acceptance-'));
  cpSync(join(projectRoot, 'test/newsrooms/extended'), newsroom, { recursive: true });
  mkdirSync(join(newsroom, 'node_modules'));
  symlinkSync(projectRoot, join(newsroom, 'node_modules/broadsheet'));
  for (const name of ['preact', 'typescript'])
    symlinkSync(join(projectRoot, 'node_modules', name), join(newsroom, 'node_modules', name));
  built = await run('build');
});

afterAll(() => rmSync(newsroom, { recursive: true, force: true }));

const run = (command: string, ...args: string[]) =>
  runProcess(process.execPath, [cli, command, '--newsroom', newsroom, '--now', '2026-03-03T12:00Z', ...args]);

const page = (path: string) => readFileSync(join(newsroom, 'dist', path), 'utf8');

/** What readers have: a build that was stopped leaves its folder for files on the way. */
function published(): Record<string, unknown> {
  const { '.tmp/': _onTheWay, ...files } = siteIn(join(newsroom, 'dist'));
  return files;
}

/** In a file of the newsroom, one text for another. */
type Edit = { path: string; text: string; by: string };

/** Builds with edits, after which all is as it was. */
async function buildWith(edits: readonly Edit[]): Promise<Run> {
  const before = new Map(edits.map(({ path }) => [path, readFileSync(join(newsroom, path), 'utf8')]));
  for (const { path, text, by } of edits) {
    const written = readFileSync(join(newsroom, path), 'utf8');
    expect(written).toContain(text);
    writeFileSync(join(newsroom, path), written.replace(text, by));
  }
  const ended = await run('build');
  for (const [path, written] of before) writeFileSync(join(newsroom, path), written);
  return ended;
}

test('all that it has of its own is on its pages', () => {
  expect(built).toMatchObject({ code: 0, stderr: '' });
  const story = page('2026/03/02/ferry/index.html');
  expect(story).toContain(
    '<figure class="note recipe" role="note"><p class="label">Bread of the crossing <small>40 min',
  );
  expect(story).toContain('<a href="/districts/old-quay/">');
  expect(story).toContain('<aside class="notice notice-after-story" aria-label="Keep the old ferry">');
  expect(page('2026/03/02/market/index.html')).not.toContain('Keep the old ferry');
  const script = '<script defer src="https://stats.harbour-post.example/s.js"></script>';
  expect([story, page('tides/index.html'), page('index.html')].map((text) => text.includes(script))).toEqual([
    true,
    true,
    false,
  ]);
  expect(page('privacy/index.html')).toContain('<bdi>stats.harbour-post.example</bdi>: stories, other pages');
  expect(page('sea/index.html')).toContain('<p class="meta tide">Tide: high</p>');
  expect(page('sea/index.html')).toMatch(/<h2[^>]*>Just in/);
  expect(page('index.html')).toContain('<p class="meta tide">Tide: high</p>');
  expect(page('tides/index.html')).toMatch(/The ferry sails again<\/a> high/);
  expect(page('districts/index.html')).toContain('<a href="/districts/old-quay/">Old quay</a>');
  expect(page('districts/old-quay/index.html')).toContain('The market moves');
  for (const name of ['index.html', 'tides/index.html']) {
    expect(page(name)).toMatch(/content="#0a4a7a"|--accent:[^;]*#0a4a7a/);
    expect(page(name)).toMatch(/\}\.recipe\{border-inline-start:3px solid var\(--accent\)\}[^<]*<\/style>/);
  }
});

test('its files go out as they are, and its pages stand in for the engine’s', () => {
  const bytes = (path: string) => readFileSync(join(newsroom, path));
  const ferry = '2026/03/02/ferry/timetable.csv';
  expect(readFileSync(join(newsroom, 'dist/ads.txt'))).toEqual(bytes('public/ads.txt'));
  expect(readFileSync(join(newsroom, 'dist', ferry))).toEqual(bytes(`content/articles/${ferry}`));
  expect(page('2026/03/02/ferry/index.html')).toMatch(
    /href="\/2026\/03\/02\/ferry\/timetable\.csv"[^>]*>The new timetable/,
  );
  expect(page('index.html')).toContain('<script defer src="/count.js"></script>');
  expect(page('index.html')).toContain("connect-src 'self' https://counter.harbour-post.example;");
  expect(page('tides/index.html')).toMatch(
    /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]*script-src [^;]*https:\/\/stats\./,
  );
  expect(page('404.html')).toContain('Ask the harbour master, or read <a href="/2026/03/02/market/">what is new</a>.');
});

test('its README, which ships, names files that are there, and quotes them', () => {
  const text = readFileSync(join(newsroom, 'README.md'), 'utf8');
  const named = [...text.matchAll(/`((?:layouts|src|content|public)\/[\w./-]+\.\w+)`/g)].map(([, path = '']) => path);
  const files = new Map([...new Set(named)].map((path) => [path, readFileSync(join(newsroom, path), 'utf8')]));
  expect(files.size).toBeGreaterThan(12);
  files.set('ferry.md', readFileSync(join(newsroom, 'content/articles/2026/03/02/ferry.md'), 'utf8'));
  const quoted = [...text.matchAll(/^```\w+\n(.*?)^```/gms)].map(([, code = '']) => code.trim());
  expect(quoted.length).toBeGreaterThan(6);
  for (const code of quoted)
    expect(
      [...files.values()].filter((file) => file.includes(code)),
      code,
    ).not.toEqual([]);
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
    title.toLowerCase().replace(/,/g, '').replaceAll(' ', '-'),
  );
  expect([...text.matchAll(/\]\(#([\w-]+)\)/g)].map(([, place]) => place)).toEqual(headings);
});

test('its icon stands on every page, and the files that others ask for are made of it', async () => {
  const drawing = encodeURIComponent('d="M16 2a5 5 0 0 0-2 9.6V14h-4v3h4v8.7');
  for (const path of ['index.html', '2026/03/02/ferry/index.html', 'tides/index.html', '404.html'])
    expect(page(path)).toMatch(
      new RegExp(
        `<link rel="icon" href="/favicon.ico"[^>]*><link rel="icon" href="data:[^"]*${drawing}[^"]*"[^>]*><link rel="apple`,
      ),
    );
  expect(page('2026/03/02/ferry/index.html')).toContain('"logo":"https://harbour-post.example/icon-512.png"');
  const { data } = await sharp(join(newsroom, 'dist/icon-512.png')).raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number) => [...data.subarray((y * 512 + x) * 3, (y * 512 + x) * 3 + 3)];
  expect([pixel(256, 350), pixel(0, 0)]).toEqual([
    [0x0a, 0x4a, 0x7a],
    [0xfd, 0xfd, 0xfc],
  ]);
});

test('a second build has nothing to do', async () => {
  expect((await run('build')).stdout).toContain('nothing to do');
});

type Mistake = Edit & { told: RegExp };

/** What `explain` shows. Mended, the file is the one that is here. */
function shown(code: string): Mistake {
  const mistake = mistakesInRunCode[code] ?? expect.fail();
  const { files, marked: { file: path, line } = expect.fail() } = toolFiles(mistake);
  const [way = expect.fail()] = mistake.ways;
  const text = toolMended(mistake, way)[path]?.toString() ?? '';
  return { path, text, by: files[path]?.toString() ?? '', told: new RegExp(`^${path}:${line}:\\d+ {2}${code}$`, 'm') };
}

/** As it was printed. */
function problemIn(text: string, code: string): Problem {
  const pattern = new RegExp(`^(\\S+?):(\\d+):(\\d+) {2}${code}\n {2}(.*)\n(?: .*\n)*? {2}→ (.*)$`, 'm');
  const [, file = '', line, column, what = '', fix = ''] = pattern.exec(text) ?? expect.fail(text);
  return { code, file, line: Number(line), column: Number(column), what, fix };
}

const told: Record<string, Problem> = {};

const ferry = 'content/articles/2026/03/02/ferry.md';

/** Those that one build tells. */
const mistakes: Record<string, Mistake[]> = {
  'in what is added': [
    {
      path: 'layouts/styles/tokens.css',
      text: '--accent:',
      by: '--acccent:',
      told: /tokens\.css:2:3 {2}own\/unknown-token[\s\S]*Did you mean --accent\?/,
    },
    {
      path: 'src/blocks/recipe.ts',
      text: "name: 'recipe'",
      by: "name: 'quote'",
      told: /recipe\.ts {2}own\/wrong-export\n.*\n.*name: 'recipe'/,
    },
    shown('own/not-loaded'),
  ],
  'in a component': [shown('own/layout-failed')],
  'in content': [
    { path: ferry, text: 'tide: high', by: 'tied: high', told: /ferry\.md:8:1[\s\S]*Did you mean “tide”/ },
    { path: ferry, text: 'minutes=', by: 'minuets=', told: /unknown-attribute[\s\S]*minutes/ },
  ],
};

test.each(Object.entries(mistakes))(
  'mistakes %s are told at their places, and nothing is published',
  async (_, made) => {
    const before = published();
    const ended = await buildWith(made);
    for (const { told } of made) expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(told) });
    for (const code of Object.keys(mistakesInRunCode))
      if (ended.stderr.includes(code)) told[code] = problemIn(ended.stderr, code);
    expect(ended.stderr).not.toMatch(/ {4}at |bug in Broadsheet/);
    expect(published()).toEqual(before);
  },
);

test('explain shows what is told', () => expectTold('run-code', told));

test('what is gone of its own code is gone from what stories may say', async () => {
  renameSync(join(newsroom, 'src'), join(newsroom, 'not-src'));
  const ended = await run('build');
  renameSync(join(newsroom, 'not-src'), join(newsroom, 'src'));
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('district') });
});

const isLong = process.env.BROADSHEET_TEST === 'long';

if (isLong)
  test('a component that changes, or a page that is there no more, renders what shows it, as a clean build would', async () => {
    const [card, notFound] = ['layouts/components/card.tsx', 'layouts/pages/not-found.tsx'].map((path) =>
      join(newsroom, path),
    ) as [string, string];
    const text = readFileSync(card, 'utf8');
    await run('build');
    writeFileSync(card, text.replace('Tide: ', 'Tide here: '));
    const changed = await run('build', '--explain', '/sea/');
    expect(changed.stdout).toContain('/sea/ was rendered: layouts/components/card.tsx of the newsroom changed.');
    expect(page('sea/index.html')).toContain('Tide here: high');
    const [, routes, rendered] = /(\d+) routes, (\d+) rendered/.exec(changed.stdout) ?? [];
    expect(Number(rendered)).toBeLessThan(Number(routes) / 4);
    rmSync(notFound);
    const gone = await run('build', '--explain', '/404.html');
    expect(gone.stdout).toMatch(/routes, 1 rendered/);
    expect(gone.stdout).toContain('/404.html was rendered: layouts/pages/not-found.tsx of the newsroom is gone.');
    const clean = join(newsroom, 'clean');
    await run('build', '--out', clean, '--cache', join(newsroom, 'empty'));
    expect(published()).toEqual(siteIn(clean));
  });
