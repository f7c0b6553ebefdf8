/** Builds of the process that stays: what it says before it has ended, what it does while nothing is asked of it, and what it says once. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { runCommand } from '../../src/commands/run-command.ts';
import { WarmBuilds } from '../../src/commands/warm-builds.ts';
import { warmUp } from '../../src/commands/warm-up.ts';
import { childrenOf } from '../support/children.ts';
import { runHere } from '../support/cli.ts';
import { articleText, type Kept, Newsroom, newsroom, treeOf } from '../support/newsroom.ts';

const ferry = 'articles/2015/11/26/ferry.md';
const ferryPage = '2015/11/26/ferry/index.html';

/** A preview that was built, which every test goes on from. */
let built: Kept;

beforeAll(async () => {
  const room = new Newsroom({ git: false, files: { [ferry]: articleText() } });
  expect((await runHere(argsOf(room))).code).toBe(0);
  built = room.keep();
  room.dispose();
});

function argsOf({ folder, content }: Newsroom): string[] {
  const cache = join(folder, 'cache');
  return [
    'build',
    '--unpublished',
    '--newsroom',
    folder,
    '--content',
    content,
    '--cache',
    cache,
    '--now',
    '2016-01-01',
  ];
}

const begin = () => newsroom({ git: false, like: built });
const siteOf = ({ folder }: Newsroom) => join(folder, 'cache/preview/site');

test('it is told when the pages that windows show can be read, while the build goes on', async () => {
  const room = begin();
  const page = join(siteOf(room), ferryPage);
  const seen: string[] = [];
  const builds = new WarmBuilds({
    args: argsOf(room),
    shown: () => ['/2015/11/26/ferry/'],
    async onShownMade() {
      seen.push(readFileSync(page, 'utf8'));
      await setTimeout(100); // the rest waits
      seen.push(readFileSync(join(siteOf(room), '.edition'), 'utf8'));
    },
  });
  onTestFinished(() => builds.stop());
  room.write({ [ferry]: articleText({ title: 'Ferries' }) });
  expect(await builds.build()).toBe(0);
  expect(seen).toEqual([expect.stringContaining('<h1>Ferries</h1>'), expect.stringMatching(/^unfinished /)]);
  expect(readFileSync(join(siteOf(room), '.edition'), 'utf8')).not.toMatch(/^unfinished /);
});

test('what it tries while nothing is asked of it leaves everything as it was', async () => {
  const room = begin();
  const kept = () => [
    treeOf(siteOf(room)),
    readFileSync(join(room.folder, 'cache/preview/production.sqlite'), 'latin1'),
  ];
  const before = kept();
  const isToStop = vi.fn(() => false);
  expect(await warmUp(argsOf(room), isToStop)).toBe(true);
  expect(isToStop.mock.calls.length).toBeGreaterThan(5);
  expect(kept()).toEqual(before);
  expect((await runHere(argsOf(room))).stdout).toContain('nothing to do');
});

test('it stops trying when it is asked to build, whatever the step, and nothing is in the way of the build', async () => {
  const room = begin();
  for (let steps = 0; steps < 8; steps++) {
    let done = 0;
    expect(await warmUp(argsOf(room), () => done++ === steps)).toBe(false);
  }
  expect((await runHere(argsOf(room))).code).toBe(0);
});

test('when something becomes due is said when that changes, and not after every save', async () => {
  const room = begin();
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  onTestFinished(() => said.mockRestore());
  const shown = { urls: [], onMade() {} };
  const dues = async (body: string, date?: string) => {
    said.mockClear();
    const later: Record<string, string> =
      date === undefined ? {} : { 'articles/2016/01/03/later.md': articleText({ date }) };
    room.write({ [ferry]: articleText({}, body), ...later });
    await runCommand(argsOf(room), { tell: () => {}, shown });
    return said.mock.calls.flat().filter((line) => line.startsWith('Next change')).length;
  };
  expect(await dues('One.')).toBe(0);
  expect(await dues('Two.', '2016-01-03 10:00')).toBe(1);
  expect(await dues('Three.')).toBe(0);
  expect(await dues('Four.', '2016-01-03 11:00')).toBe(1);
  expect(await dues('Five.')).toBe(0);
  expect(existsSync(join(room.folder, 'cache/preview/next-due'))).toBe(true);
});

test('a process that is killed while it waits is replaced, if the save comes before anybody knows it', async () => {
  const room = begin();
  const builds = new WarmBuilds({ args: argsOf(room), shown: () => [], async onShownMade() {} });
  onTestFinished(() => builds.stop());
  const before = new Set(childrenOf(process.pid));
  expect(await builds.build()).toBe(0);
  const [builder] = childrenOf(process.pid).filter((each) => !before.has(each));
  process.kill(builder ?? 0, 'SIGKILL');
  room.write({ [ferry]: articleText({ title: 'Ferries' }) });
  expect(await builds.build()).toBe(0);
  expect(readFileSync(join(siteOf(room), ferryPage), 'utf8')).toContain('<h1>Ferries</h1>');
});

test('one that is sent away in a build is not replaced, and neither is one that is killed in its first', async () => {
  const room = begin();
  const builds = new WarmBuilds({ args: argsOf(room), shown: () => [], async onShownMade() {} });
  const sent = builds.build();
  builds.stop();
  expect(await sent).toBe('SIGTERM');
  const before = new Set(childrenOf(process.pid));
  const killed = builds.build();
  for (const each of childrenOf(process.pid)) if (!before.has(each)) process.kill(each, 'SIGKILL');
  expect(await killed).toBe('SIGKILL');
  expect(await builds.build()).toBe(0);
});
