/** `npm start` from its first build, which fails, to its end: one process, one newsroom, one window after the other. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { childrenOf } from '../support/children.ts';
import { runHere } from '../support/cli.ts';
import { articleText, Newsroom, projectRoot, siteYaml } from '../support/newsroom.ts';

const patience = { timeout: 120_000, interval: 100 };
const ferry = 'articles/2015/11/26/ferry.md';
const ferryUrl = '/2015/11/26/ferry/';

let room: Newsroom;
let child: ChildProcess;
let said = '';
let origin = '';

beforeAll(async () => {
  room = new Newsroom({ git: false, files: { [ferry]: articleText({ title: undefined }) } });
  const folders = ['--newsroom', room.folder, '--cache', 'cache'];
  child = spawn(process.execPath, [join(projectRoot, 'src/cli.js'), 'start', '--port', '18531', ...folders], {
    env: { ...process.env, GITHUB_ACTIONS: '' },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  await vi.waitFor(() => expect(said).toContain('is rebuilt on every save'), patience);
  origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
});

afterAll(() => {
  if (child.exitCode === null) child.kill('SIGKILL');
  room.dispose();
});

async function shown(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(origin + url);
  return { status: response.status, text: await response.text() };
}

function waitFor(url: string, status: number, text: string): Promise<unknown> {
  const page = { status, text: expect.stringContaining(text) };
  return vi.waitFor(async () => expect(await shown(url)).toMatchObject(page), patience);
}

test('a first build with Problems leaves a page that says where to look', async () => {
  expect(said).toContain('nothing was built');
  expect(said).toContain('Waiting for the next save.');
  expect(await shown('/')).toMatchObject({ status: 503, text: expect.stringMatching(/Problems.*terminal/) });
});

test('it takes documents, and says so', async () => {
  expect(said).toContain('/.documents/');
  expect(await shown('/.documents/')).toMatchObject({ status: 200, text: expect.stringContaining('type="file"') });
});

test('no other takes its folder meanwhile', async () => {
  const other = await runHere(['start', '--newsroom', room.folder, '--cache', 'cache', '--now', '2015-12-01T06:00']);
  expect(other.code).toBe(3);
  expect(other.stderr).toMatch(/start already shows this newsroom.*--cache of its own\./);
});

test('a save that mends them is built, as is the next in whatever way', async () => {
  writeFileSync(join(room.content, 'mended'), articleText({}, 'Replaced.'));
  renameSync(join(room.content, 'mended'), join(room.content, ferry));
  await waitFor(ferryUrl, 200, 'Replaced.');
  room.write({ [ferry]: articleText({}, 'Saved in place.') });
  await waitFor(ferryUrl, 200, 'Saved in place.');
});

test('words of the newsroom’s own are built, though it had no folder for them when it began', async () => {
  room.write({ '../layouts/words/en.yaml': 'share: Pass it on\n' });
  await waitFor(ferryUrl, 200, 'Pass it on');
});

test('a broken site.yaml leaves the site as it is; a story deleted meanwhile then leads to the front page', async () => {
  room.write({ 'site.yaml': 'title: [' });
  await vi.waitFor(() => expect(said).toContain('site.yaml:1'), patience);
  expect(await shown(ferryUrl)).toMatchObject({ status: 200, text: expect.stringContaining('Saved in place.') });
  rmSync(join(room.content, ferry));
  room.write({ 'site.yaml': siteYaml });
  await waitFor(ferryUrl, 404, '<a href="/">');
});

test('a process that builds and is killed is replaced, and what is shown and is removed is there again', async () => {
  const builders = childrenOf(child.pid);
  expect(builders).toHaveLength(1);
  for (const each of builders) process.kill(each, 'SIGKILL');
  await vi.waitFor(() => expect(childrenOf(child.pid)).not.toEqual(expect.arrayContaining(builders)), patience);
  const saidBefore = said.length;
  room.write({ [ferry]: articleText({}, 'Built by another.') });
  await waitFor(ferryUrl, 200, 'Built by another.');
  // What is in view is shown before the rest is written, and who removes half a site is told to remove the other half.
  await vi.waitFor(() => expect(said.slice(saidBefore)).toMatch(/^Built /m), patience);
  rmSync(join(room.folder, 'cache'), { recursive: true });
  await waitFor(ferryUrl, 200, 'Built by another.');
});

test('a story that becomes due is there without a save', async () => {
  const due = DateTime.now().setZone('Europe/Moscow').plus({ seconds: 3 });
  const story = `${due.toFormat('yyyy/MM/dd')}/embargo`;
  room.write({ [`articles/${story}.md`]: articleText({ date: due.toFormat('yyyy-MM-dd HH:mm:ss') }, 'It is time.') });
  await waitFor(`/${story}/`, 200, 'It is time.');
});

test('what leads the fronts is moved on a page of it, which the calendar leads to', async () => {
  expect(said).toContain('/.fronts/');
  expect(await shown('/.fronts/')).toMatchObject({ status: 200, text: expect.stringContaining('Keep as lead') });
  expect(await shown('/.calendar/')).toMatchObject({ status: 200, text: expect.stringContaining('href="/.fronts/"') });
});

test('Ctrl+C ends it, with windows open', async () => {
  const window = new WebSocket(origin.replace('http', 'ws'));
  await once(window, 'message');
  const builders = childrenOf(child.pid);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
  const isThere = (pid: number) => spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  await vi.waitFor(
    () =>
      expect(
        builders
          .map(isThere)
          .join('')
          .replace(/Z\S*|\s/g, ''),
      ).toBe(''),
    patience,
  );
});
