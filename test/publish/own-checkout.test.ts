/** Which commit is published from a checkout of its own, and that nothing is published which no commit has. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { publish } from '../../src/commands/publish.ts';
import { NotSent } from '../../src/errors.ts';
import { BesideContent } from '../../src/source/beside-content.ts';
import { History } from '../../src/source/history.ts';
import { bringCheckout } from '../../src/source/kept-checkout.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { articleText, instant } from '../support/newsroom.ts';
import { writeFiles } from '../support/project-copy.ts';
import { renderDirectly } from '../support/render-directly.ts';
import { LiveRoom, roomsBegun } from './live-room.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const beta = (more = {}) => articleText({ title: 'Beta', date: '2015-11-25 10:00', ...more });
const start = {
  [a]: articleText({ title: 'Alpha' }),
  [b]: beta(),
  'articles/2015/12/02/due.md': articleText({ title: 'Due', date: '2015-12-02 10:00' }),
};
const mistaken = { [a]: articleText({ section: 'nowhere' }) };
const [early, late] = [instant('2015-12-01'), instant('2015-12-03')];

const rooms = roomsBegun(
  (begun) => new LiveRoom(begun ?? start),
  async (live) => {
    const good = live.commit();
    await live.publish({ now: early });
    return good;
  },
);

/** Published; then a commit in which something beside the content is another. */
async function changed(files: Record<string, string>): Promise<{ live: LiveRoom; good: string; bad: string }> {
  const { room: live, begun: good } = await rooms();
  writeFiles(live.room.folder, { 'layouts/words/en.yaml': 'skipToContent: Leap there\n' });
  return { live, good, bad: live.commit(files) };
}

test('under a commit with problems and other layouts, what is due is left to a checkout of the commit that readers have', async () => {
  const { live, good, bad } = await changed(mistaken);
  const before = await live.publish({ now: early });
  expect(before).toMatchObject({ broken: { revision: bad } });
  expect(before.elsewhere).toBeUndefined();
  expect(await live.publish({ now: late, isOnlyIfDue: true })).toMatchObject({
    sent: [{ revision: bad }],
    broken: { revision: bad },
    elsewhere: good,
  });
  expect(live.live('2015/12/02/due/index.html')).toBeUndefined();

  const checkout = join(live.room.folder, 'cache-checkout');
  bringCheckout(checkout, good, new BesideContent(new History(live.room.content), live.room.folder));
  expect(existsSync(join(checkout, 'layouts'))).toBe(false);
  expect(existsSync(join(checkout, 'content/site.yaml'))).toBe(false);
  const content = join(checkout, 'content');
  const there = { content, newsroom: checkout, history: new History(content), head: good };
  const given = { ...live.given({ now: late }), ...there, isOnlyIfDue: true };
  expect(await live.with((target) => publish(target, given))).toMatchObject({ sent: [{ revision: good }] });
  expect(live.live('2015/12/02/due/index.html')).toContain('Due');
  // What was told of the other is not forgotten by that.
  expect((await live.publish({ now: late, isOnlyIfDue: true })).sent).toEqual([]);
});

test('so it is under a hold, and a hold under which nothing is due asks for nothing', async () => {
  const { live, good, bad } = await changed({});
  await live.publish({ now: early });
  await live.rollback(undefined, { now: early });
  expect(await live.publish({ now: early })).toEqual({ sent: [], held: bad, elsewhere: good });
  await live.ledger((ledger) => ledger.set('due', String(late)));
  expect(await live.publish({ now: early })).toEqual({ sent: [], held: bad, elsewhere: undefined });
  expect(await live.publish({ now: late, isOnlyIfDue: true })).toEqual({ sent: [], held: bad, elsewhere: good });
});

test('a rollback that is to be built is left to a checkout, and is none until that is done', async () => {
  const { live, good } = await changed({ [b]: beta({ withdrawn: { date: '2015-11-27', reason: 'Untrue.' } }) });
  await live.publish({ now: early });
  expect(await live.rollback(1, { now: early })).toEqual({
    wanted: expect.objectContaining({ number: 1 }),
    elsewhere: good,
  });
  expect(await live.ledger((ledger) => ledger.get('held'))).toBeUndefined();
});

test.each([
  ['throws', new Error('planted'), 'nothing'],
  ['finds the disk full', Object.assign(new Error('planted'), { code: 'ENOSPC', path: '/x' }), 'sent'],
])('a build that %s lets out what is due with the commit that readers have, and is told', async (_, failure, again) => {
  const live = new LiveRoom(start);
  const good = live.commit();
  await live.publish({ now: early });
  const bad = live.commit({ [a]: articleText({ title: 'Aleph' }) });
  let isPlanted = true;
  const render = vi.fn<typeof renderDirectly>((routes, site) => {
    if (isPlanted && routes.some(({ props }) => JSON.stringify(props).includes('Aleph'))) throw failure;
    return renderDirectly(routes, site);
  });
  const settings = { build: { render } };
  const broken = { revision: bad, failure };
  expect(await live.publish({ now: early, ...settings })).toEqual({ sent: [], broken, held: undefined });
  // What another try may mend is tried each minute; what it cannot is not.
  const minute = await live.publish({ now: early, isOnlyIfDue: true, ...settings });
  expect(minute.broken ? 'sent' : 'nothing').toBe(again);
  const told = await live.publish({ now: late, isOnlyIfDue: true, ...settings });
  expect(told).toMatchObject({ broken, sent: [{ revision: good }] });
  expect(live.live('2015/12/02/due/index.html')).toContain('Due');
  expect(live.live('index.html')).toContain('Alpha');
  isPlanted = false;
  await live.publish({ now: late, ...settings });
  expect(live.live('index.html')).toContain('Aleph');
});

test('what is not committed beside the content stops a publish, a dry one too; content is read from the commit', async () => {
  const live = new LiveRoom(start);
  live.commit();
  writeFiles(live.room.folder, { 'layouts/words/en.yaml': 'skipToContent: Jump there\n', 'package.json': '{}' });
  for (const isDry of [true, false]) {
    const refused = await live.publish({ isDry }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(NotSent);
    expect(refused).toMatchObject({
      message: expect.stringMatching(/has them: layouts\/words\/en\.yaml, package\.json\. Nothing of that was sent/),
    });
  }
  expect(live.live('index.html')).toBeUndefined();
  live.commit();
  live.room.write({ [a]: articleText({ title: 'Not yet' }) });
  writeFiles(live.room.folder, { 'notes.txt': 'A note', 'publish.yaml': 'targets: []\n' });
  expect((await live.publish()).sent).toHaveLength(1);
  expect(live.live('index.html')).toContain('Alpha');
  rmSync(join(live.room.folder, 'layouts'), { recursive: true });
  await expect(live.publish()).rejects.toThrow(/layouts\/words\/en\.yaml\. Nothing/);
  // What is due then needs no more than the commit that readers have.
  await live.ledger((ledger) => ledger.set('due', '5'));
  const head = live.room.git('rev-parse', 'HEAD');
  expect(await live.publish({ isOnlyIfDue: true })).toMatchObject({
    sent: [],
    broken: { failure: expect.any(NotSent) },
    elsewhere: head,
  });
  await live.ledger((ledger) => ledger.set('due', undefined));
  // A timer has no reason to say so before there is something to do.
  expect((await live.publish({ isOnlyIfDue: true })).sent).toEqual([]);
});

test('a newsroom may be a folder of its repository, with packages named above it', () => {
  const { room } = new LiveRoom({});
  const newsroom = join(room.folder, 'paper');
  writeFiles(room.folder, {
    '.gitignore': 'cache*/\n*.log\n',
    'package-lock.json': '{}',
    'layouts/of-another.ts': '',
    'paper/content/site.yaml': '',
    'paper/src/content/a.md': '',
    'paper/src/kinds/x.ts': 'a',
  });
  room.commit();
  const first = room.git('rev-parse', 'HEAD');
  const of = (content: string) => new BesideContent(new History(join(newsroom, content)), newsroom);
  const beside = of('content');
  expect([beside.uncommitted(), beside.differing(first)]).toEqual([[], []]);
  writeFiles(room.folder, {
    'package-lock.json': '{"a": 1}',
    'layouts/of-another.ts': 'b',
    'paper/content/site.yaml': 'title: T',
    'paper/src/content/a.md': 'b',
    'paper/src/kinds/x.ts': 'b',
    'paper/src/x.log': 'ignored',
    'paper/layouts/new.css': 'a',
  });
  expect(beside.uncommitted().sort()).toEqual([
    '../package-lock.json',
    'layouts/new.css',
    'src/content/a.md',
    'src/kinds/x.ts',
  ]);
  expect(beside.differing(first).sort()).toEqual(beside.uncommitted().sort());
  expect(of('src/content').uncommitted()).not.toContain('src/content/a.md');
  room.commit();
  expect(beside.uncommitted()).toEqual([]);
  expect(beside.differing(first)).toEqual(expect.arrayContaining(['layouts/new.css', 'src/kinds/x.ts']));
  const elsewhere = new BesideContent(new History(room.content), temporaryFolder());
  expect([elsewhere.uncommitted(), elsewhere.differing(first)]).toEqual([[], []]);
});

test('a checkout is brought to each commit, mended where somebody has edited it, and made again where it was deleted', () => {
  const live = new LiveRoom({});
  const folder = join(live.room.folder, 'cache-checkout');
  const write = (text: string) => {
    writeFiles(live.room.folder, { 'layouts/a.txt': text });
    return live.commit();
  };
  const [first, second] = [write('first'), write('second')];
  const beside = new BesideContent(new History(live.room.content), live.room.folder);
  const bring = (commit: string) => {
    bringCheckout(folder, commit, beside);
    return [readFileSync(join(folder, 'layouts/a.txt'), 'utf8'), live.room.git('-C', folder, 'rev-parse', 'HEAD')];
  };
  expect(bring(first)).toEqual(['first', first]);
  writeFiles(folder, { 'layouts/a.txt': 'edited', 'node_modules/x': '' });
  expect(bring(first)).toEqual(['first', first]);
  expect(existsSync(join(folder, 'node_modules/x'))).toBe(true);
  expect(bring(second)).toEqual(['second', second]);
  expect(existsSync(join(folder, 'node_modules/x'))).toBe(false);
  rmSync(folder, { recursive: true });
  expect(bring(first)).toEqual(['first', first]);
  expect(live.room.git('worktree', 'list').split('\n')).toHaveLength(2);
});

test('packages that are not installed as the lockfile has them stop publishing, unless something is due', async () => {
  const lockfile = (version: string) =>
    JSON.stringify({
      packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version, optional: true } },
    });
  const live = new LiveRoom(start);
  writeFiles(live.room.folder, {
    '.gitignore': 'node_modules/\n',
    'package-lock.json': lockfile('1.0.0'),
    'node_modules/.package-lock.json': lockfile('1.0.0'),
  });
  live.commit();
  await live.publish({ now: early });
  writeFiles(live.room.folder, { 'package-lock.json': lockfile('2.0.0') });
  live.commit({ [a]: articleText({ title: 'Aleph' }) });
  await expect(live.publish({ now: early })).rejects.toThrow(NotSent);
  await expect(live.publish({ now: early })).rejects.toThrow('a 2.0.0 (there is 1.0.0), b 2.0.0 (there is 1.0.0)');
  expect(live.live('index.html')).toContain('Alpha');
  await live.publish({ now: late });
  expect(live.live('index.html')).toContain('Due');
  writeFiles(live.room.folder, { 'node_modules/.package-lock.json': '{"packages":{}}' });
  live.commit({ [a]: articleText({ title: 'Alif' }) });
  await expect(live.publish({ now: late })).rejects.toThrow(
    'not installed: a 2.0.0 (there is none). Nothing was sent.',
  );
});
