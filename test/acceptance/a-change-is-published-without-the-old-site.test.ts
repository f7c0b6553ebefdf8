/** As CI does it: a machine with the saved state, a checkout that has only what it needs, and no site. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { mistakesInChanges } from '../../src/desk/mistakes/in-folders.ts';
import type { Files } from '../../src/desk/mistakes/small-room.ts';
import { toolFiles } from '../../src/desk/mistakes/tool-mistake.ts';
import { isFault, type Problem } from '../../src/problem.ts';
import { type Run, runCli, runHere } from '../support/cli.ts';
import { expectTold } from '../support/expect-told.ts';
import { articleText, type Kept, type Newsroom, newsroom, treeOf } from '../support/newsroom.ts';

const bridge = 'articles/2015/11/26/bridge.md';
const harbour = 'articles/2015/11/25/harbour.md';
const files = {
  [bridge]: articleText({ title: 'The bridge' }),
  [harbour]: articleText({ title: 'The harbour', date: '2015-11-25 10:00', section: 'culture' }),
};

/** Newsrooms as they were when they had been deployed, by what they had more and whether they were judged. */
const known = new Map<string, Kept>();

/** A newsroom whose site was deployed to `live/`, there perhaps judged, and the state saved then. */
async function deployed(more = {}, isJudged = false): Promise<{ room: Newsroom; live: string; state: string }> {
  const asked = JSON.stringify([more, isJudged]);
  const like = known.get(asked);
  const room = like ? newsroom({ like }) : newsroom({ files: { ...files, ...more } }).commit();
  const [live, state] = [join(room.folder, 'dist-live'), join(room.folder, 'cache-state.bin')];
  if (like) return { room, live, state };
  expect(await build(room.content, room.cache, live)).toMatchObject({ code: 0 });
  if (isJudged) expect(codes(await check(room.cache, live))).toEqual([]);
  expect(await runHere(['state', 'save', state, '--cache', room.cache])).toMatchObject({ code: 0 });
  known.set(asked, room.keep());
  return { room, live, state };
}

function argsOf(content: string, cache: string, out: string, ...flags: string[]): string[] {
  const folders = ['--content', content, '--cache', cache, '--out', out];
  return ['build', ...folders, '--now', '2016-01-01T00:00Z', '--commit', 'HEAD', ...flags];
}

function build(...args: Parameters<typeof argsOf>): Promise<Run> {
  return runHere(argsOf(...args));
}

const check = (cache: string, out: string) => runHere(['check', '--cache', cache, '--out', out, '--format', 'json']);
const codes = ({ stdout }: Run) => (JSON.parse(stdout) as Problem[]).filter(isFault).map(({ code }) => code);

/** As the remedies of what cannot be judged in part say. */
async function codesOfWhole({ content, folder }: Newsroom, cache: string): Promise<string[]> {
  const whole = join(folder, 'dist-judged');
  expect(await build(content, cache, whole)).toMatchObject({ code: 0 });
  return codes(await check(cache, whole));
}

function filesIn(folder: string): Map<string, string> {
  const files = treeOf(folder);
  files.delete('.edition');
  return files;
}

test('what changed is written, what is gone is listed, and together they make the whole site', async () => {
  const { room, live, state } = await deployed();
  room.write({ [bridge]: articleText({ title: 'A new bridge' }) });
  room.remove(harbour);
  room.commit();
  const [cache, changed, whole] = ['cache-ci', 'dist-changed', 'dist-whole'].map((name) => join(room.folder, name)) as [
    string,
    string,
    string,
  ];
  // On another machine these are processes that know nothing of what was built here.
  expect(await runCli(['state', 'load', state, '--cache', cache])).toMatchObject({ code: 0 });
  expect(await runCli(argsOf(room.content, cache, changed, '--changed-only'))).toMatchObject({ code: 0 });
  expect([...treeOf(changed).keys()]).not.toContain('robots.txt');
  const removed = readFileSync(join(cache, 'removed.txt'), 'utf8').trim().split('\n');
  expect(removed).toContain('2015/11/25/harbour/index.html');

  cpSync(changed, live, { recursive: true });
  for (const path of removed) rmSync(join(live, path));
  await build(room.content, join(room.folder, 'cache-whole'), whole);
  expect(filesIn(live)).toEqual(filesIn(whole));
  expect((await build(room.content, cache, live)).stdout).toMatch(/ 0 files written or removed/);
  expect((await build(room.content, cache, live)).stdout).toMatch(/nothing to do/);
});

test('a loaded state brings its own old addresses, and saving one takes none away', async () => {
  const { room, state } = await deployed({ [bridge]: articleText({ title: 'The bridge', redirectFrom: ['/?p=1'] }) });
  const other = newsroom({ files: { [bridge]: articleText({ redirectFrom: ['/?p=2'] }) } }).commit();
  await build(other.content, other.cache, other.out);
  const list = join(other.cache, 'redirects.json');
  await runHere(['state', 'save', join(other.folder, 'cache-other.bin'), '--cache', other.cache]);
  expect(readFileSync(list, 'utf8')).toContain('/?p=2');
  await runHere(['state', 'load', state, '--cache', other.cache]);
  const { stdout } = await runHere(argsOf(room.content, other.cache, join(room.folder, 'dist-other'), '--json'));
  expect(JSON.parse(stdout).redirects).toEqual([expect.objectContaining({ from: '/?p=1' })]);
  expect(readFileSync(list, 'utf8')).not.toContain('/?p=2');
});

test('with nothing new nothing is written', async () => {
  const { room, state } = await deployed();
  const [cache, changed] = [join(room.folder, 'cache-ci'), join(room.folder, 'dist-changed')];
  await runHere(['state', 'load', state, '--cache', cache]);
  expect((await build(room.content, cache, changed, '--changed-only')).stdout).toMatch(/nothing to do/);
  expect([...treeOf(changed).keys()]).toEqual(['.edition']);
  expect(readFileSync(join(cache, 'removed.txt'), 'utf8')).toBe('');
});

test('what was not sent yet is kept: a folder of changes is continued, and what came back is not removed', async () => {
  const { room, live, state } = await deployed();
  const [cache, changed, whole] = ['cache-ci', 'dist-changed', 'dist-whole'].map((name) => join(room.folder, name)) as [
    string,
    string,
    string,
  ];
  await runHere(['state', 'load', state, '--cache', cache]);
  const text = readFileSync(join(room.content, bridge), 'utf8');
  room.remove(bridge).commit();
  await build(room.content, cache, changed, '--changed-only');
  expect(readFileSync(join(cache, 'removed.txt'), 'utf8')).toContain('2015/11/26/bridge/index.html');
  room.write({ [bridge]: text, 'articles/2015/11/27/later.md': articleText({ date: '2015-11-27 10:00' }) }).commit();
  expect(await build(room.content, cache, changed, '--changed-only')).toMatchObject({ code: 0 });
  const removed = readFileSync(join(cache, 'removed.txt'), 'utf8').split('\n').filter(Boolean);
  expect(removed).not.toContain('2015/11/26/bridge/index.html');
  cpSync(changed, live, { recursive: true });
  for (const path of removed) rmSync(join(live, path));
  await build(room.content, join(room.folder, 'cache-whole'), whole);
  expect(filesIn(live)).toEqual(filesIn(whole));
});

test('a folder that is not empty, and a build that was stopped, are refused', async () => {
  const { room, live, state } = await deployed();
  const before = treeOf(live);
  const refused = await build(room.content, room.cache, live, '--changed-only');
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/is not empty/) });
  expect(treeOf(live)).toEqual(before);

  const changed = join(room.folder, 'dist-changed');
  room.write({ [bridge]: articleText({ title: 'A new bridge' }) }).commit();
  const catalog = openCatalog(room.cache); // as a build leaves it that is stopped while it writes
  catalog.state.set('writing', 'word');
  catalog.close();
  const again = await build(room.content, room.cache, changed, '--changed-only');
  expect(again).toMatchObject({ code: 3, stderr: expect.stringMatching(/was stopped/) });
  await runHere(['state', 'load', state, '--cache', room.cache]);
  expect(await build(room.content, room.cache, changed, '--changed-only')).toMatchObject({ code: 0 });
  expect(treeOf(changed).get('2015/11/26/bridge/index.html')).toContain('A new bridge');
});

test('a clone without texts and files fetches just the texts it needs, each batch in one go', async () => {
  const { room, state } = await deployed();
  const more = Array.from({ length: 5 }, (_, index): [string, string] => [
    `articles/2015/12/0${index + 1}/story.md`,
    articleText({ title: `Story ${index}`, date: `2015-12-0${index + 1} 10:00` }),
  ]);
  room.write(Object.fromEntries(more)).commit();
  room.git('config', 'uploadpack.allowFilter', 'true');
  room.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const [clone, cache, changed] = ['cache-clone', 'cache-ci', 'dist-changed'].map((name) =>
    join(room.folder, name),
  ) as [string, string, string];
  room.git('clone', '--quiet', '--filter=blob:none', '--sparse', `file://${room.folder}`, clone);
  await runHere(['state', 'load', state, '--cache', cache]);
  const trace = join(room.folder, 'cache-trace');
  const run = await runCli(argsOf(join(clone, 'content'), cache, changed, '--changed-only'), {
    env: { GIT_TRACE: trace },
  });
  expect(run).toMatchObject({ code: 0 });
  const asked = readFileSync(trace, 'utf8').match(/run_command: .*git-upload-pack/g) ?? [];
  // One for what is new, one for the older stories that feeds show too.
  expect(asked.length).toBe(2);
  expect(treeOf(changed).get('2015/12/05/story/index.html')).toContain('Story 4');

  const other = join(room.folder, 'cache-clone-without-network');
  room.git('clone', '--quiet', '--filter=blob:none', '--sparse', `file://${room.folder}`, other);
  room.git('-C', other, 'remote', 'set-url', 'origin', 'file:///nowhere');
  const offline = await build(
    join(other, 'content'),
    join(room.folder, 'cache-offline'),
    join(room.folder, 'dist-none'),
  );
  expect(offline).toMatchObject({ code: 3, stderr: expect.stringMatching(/could not fetch them from “origin”/) });
});

describe('what changed can be judged alone', () => {
  /** The change to a deployed site, built elsewhere. */
  async function changedElsewhere(isJudged: boolean, change: (room: Newsroom) => void, more = {}) {
    const { room, state } = await deployed(more, isJudged);
    change(room);
    room.commit();
    const [cache, changed] = [join(room.folder, 'cache-ci'), join(room.folder, 'dist-changed')];
    await runHere(['state', 'load', state, '--cache', cache]);
    expect(await build(room.content, cache, changed, '--changed-only')).toMatchObject({ code: 0 });
    return { room, cache, changed };
  }

  test('after the whole was judged', async () => {
    const { cache, changed } = await changedElsewhere(true, (room) =>
      room.write({ [bridge]: articleText({ title: 'A new bridge' }) }),
    );
    expect(codes(await check(cache, changed))).toEqual([]);
    const page = join(changed, '2015/11/26/bridge/index.html');
    writeFileSync(page, readFileSync(page, 'utf8').replace('</main>', '<a href="/gone/">x</a></main>'));
    expect(codes(await check(cache, changed))).toEqual([]); // what was found good is not read again
  });

  test('and so can places on pages that are not at hand', async () => {
    const fair = 'articles/2015/11/24/fair.md';
    const text = (body: string) => articleText({ date: '2015-11-24 10:00', section: 'culture' }, body);
    const linkTo = (address: string) => (room: Newsroom) =>
      room.write({ [bridge]: articleText({}, `[There](${address}) it is.`) });
    const more = { [fair]: text('A fair.[^1]\n\n## Prices\n\nHigh.\n\n[^1]: The oldest of all.') };

    const note = await changedElsewhere(true, (room) => room.write({ [bridge]: articleText({ title: 'New' }) }), more);
    expect([...treeOf(note.changed).keys()]).not.toContain('2015/11/24/fair/index.html');
    expect(codes(await check(note.cache, note.changed))).toEqual([]);
    const heading = await changedElsewhere(true, linkTo('/2015/11/24/fair/#prices'), more);
    expect(codes(await check(heading.cache, heading.changed))).toEqual([]);
    const lost = await changedElsewhere(true, linkTo('/culture/#losses'), more);
    expect(new Set(codes(await check(lost.cache, lost.changed)))).toEqual(new Set(['check/broken-fragment']));
    const gone = await changedElsewhere(true, linkTo('/2015/11/24/fair/#s_note.1'), more);
    expect(codes(await check(gone.cache, gone.changed))).toEqual([]);
  });

  test('and nothing new is nothing wrong', async () => {
    const { cache, changed } = await changedElsewhere(true, (room) =>
      writeFileSync(join(room.folder, 'readme.txt'), 'x'),
    );
    expect(codes(await check(cache, changed))).toEqual([]);
  });

  test('a build of everything takes what changed for no more than that', async () => {
    const { room, cache, changed } = await changedElsewhere(true, (room) =>
      room.write({ [bridge]: articleText({ title: 'A new bridge' }) }),
    );
    expect([...treeOf(changed).keys()]).not.toContain('robots.txt');
    const whole = join(room.folder, 'dist-whole');
    for (const [ownCache, out] of [
      [cache, changed],
      [join(room.folder, 'cache-whole'), whole],
    ] as const)
      expect(await build(room.content, ownCache, out)).toMatchObject({ code: 0 });
    expect(treeOf(changed)).toEqual(treeOf(whole));
  });

  const told: Record<string, Problem> = {};

  test.each(Object.entries(mistakesInChanges))('where it cannot it is said what to do: %s', async (code, mistake) => {
    const below = (files: Files) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`../${path}`, text]));
    const isJudged = code !== 'check/partial-site';
    const change = (room: Newsroom) => void room.write(below(toolFiles(mistake).files));
    const { room, cache, changed } = await changedElsewhere(isJudged, change, below(mistake.before ?? {}));
    const problems: Problem[] = JSON.parse((await check(cache, changed)).stdout);
    const faults = problems.filter(isFault);
    const problem = faults.find((each) => each.code === code) ?? expect.fail();
    expect(new Set(faults.map((each) => each.code))).toEqual(new Set([code, ...(mistake.toldWith ?? [])]));
    told[code] = { ...problem, file: problem.file.replace(/^.*dist-changed/, 'dist') };
    expect(await codesOfWhole(room, cache)).toEqual(mistake.ways[0]?.leaves ?? []);
  });

  test('explain shows that', () => expectTold('changes', told));
});
