/** A commit is carried to a folder that a web server serves: readers have all of it, or what they had. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Published } from '../../src/commands/publish.ts';
import { NotSent, TargetBusy } from '../../src/errors.ts';
import type { Problem } from '../../src/problem.ts';
import { differences } from '../support/folder-contents.ts';
import { articleText, instant } from '../support/newsroom.ts';
import { LiveRoom, roomsBegun } from './live-room.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const story = (title: string, more = {}) => articleText({ title, date: '2015-11-25 10:00', ...more });
const start = { [a]: articleText({ title: 'Alpha' }), [b]: story('Beta', { section: 'culture', topics: ['ferry'] }) };

const rooms = roomsBegun(
  (begun) => new LiveRoom(begun ?? start),
  async (live) => {
    live.commit();
    await live.publish();
  },
);

const codes = ({ sent }: Published) =>
  sent.flatMap(({ report, problems }) => [...report.problems, ...problems].map(({ code }) => code));
const editionOf = ({ sent }: Published) => sent.at(-1)?.edition?.number;

test('the first time readers get the whole site, packed beside each file, and which edition it is', async () => {
  const live = new LiveRoom(start);
  const commit = live.commit();
  expect(editionOf(await live.publish())).toBe(1);
  expect(differences(live.readers(), await live.cleanly())).toEqual([]);
  // The other tree has all of it, so that the next edition costs what it changes.
  expect(await live.ledger((ledger) => ['a', 'b'].map((tree) => ledger.behind(tree)))).toEqual([[], []]);
  expect(readdirSync(join(live.folder, 'a')).sort()).toEqual(readdirSync(join(live.folder, 'b')).sort());
  const page = Buffer.from(live.live('index.html') ?? '');
  const file = join(live.folder, 'current/index.html');
  expect(brotliDecompressSync(readFileSync(`${file}.br`))).toEqual(page);
  expect(gunzipSync(readFileSync(`${file}.gz`))).toEqual(page);
  const said = JSON.parse(live.live('edition.json') ?? '');
  expect(said).toEqual({ edition: expect.stringMatching(/^[0-9a-f]{32}$/), commit, published: '2016-01-01T00:00:00Z' });
});

test('then they get what changed; all else keeps its file, and what changed is later, also at the same length', async () => {
  const { room: live } = await rooms();
  const at = (path: string) => statSync(join(live.folder, 'current', path)).mtimeMs;
  const pages = ['2015/11/26/a/index.html', '2015/11/25/b/index.html'] as const;
  const before = pages.map(at);
  live.commit({ [a]: articleText({ title: 'Aleph' }) });
  const { sent } = await live.publish();
  expect(sent[0]?.changes.map(({ path }) => path)).not.toContain('2015/11/25/b/index.html');
  expect(differences(live.readers(), await live.cleanly())).toEqual([]);
  const after = pages.map(at);
  expect(after[0]).toBeGreaterThan(before[0] ?? 0);
  expect(after[1]).toBe(before[1]);
  // The other tree is brought up to date from this one.
  live.commit({ [b]: story('Bet', { section: 'culture', topics: ['ferry'] }) });
  await live.publish();
  expect(at('2015/11/26/a/index.html')).toBe(after[0]);
  expect(differences(live.readers(), await live.cleanly())).toEqual([]);
});

test('a file that the newsroom has packed itself is its own, beside the one that it is called after', async () => {
  const csv = 'a,b\n'.repeat(1000);
  const own = Buffer.from('packed by the newsroom');
  const live = new LiveRoom({ ...start, '../public/data.csv': csv, '../public/data.csv.gz': own });
  live.commit();
  await live.publish();
  expect(live.live('data.csv.gz')).toBe(own.toString());
  live.commit({ '../public/data.csv': csv.replaceAll('a', 'c') });
  await live.publish();
  expect([live.live('data.csv')?.[0], live.live('data.csv.gz')]).toEqual(['c', own.toString()]);
  live.commit({ '../public/data.csv': null, 'gone.yaml': '- {url: /data.csv, reason: It was wrong.}\n' });
  expect(codes(await live.publish())).toEqual([]);
  expect([live.live('data.csv/gone.html'), live.live('data.csv.gz')]).toEqual([
    expect.stringContaining('It was wrong.'),
    own.toString(),
  ]);
});

test('with nothing new nothing is sent; a commit that changes no page is told in edition.json alone', async () => {
  const { room: live } = await rooms();
  expect(editionOf(await live.publish())).toBeUndefined();
  expect((await live.publish({ isOnlyIfDue: true })).sent).toEqual([]);
  const next = live.commit({}, 'Nothing at all');
  const { sent } = await live.publish();
  expect(sent[0]?.changes.map(({ path }) => path)).toEqual(['edition.json']);
  expect(JSON.parse(live.live('edition.json') ?? '').commit).toBe(next);
});

test('what is sent comes in an order in which no page leads to what is not there yet', async () => {
  const { room: live } = await rooms();
  live.commit({ 'articles/2015/11/27/c.md': articleText({ date: '2015-11-27 10:00', section: 'culture' }) });
  const { sent } = await live.publish();
  const paths = sent[0]?.changes.map(({ path }) => path) ?? [];
  const place = (path: string) => paths.indexOf(path);
  expect(place('2015/11/27/c/index.html')).toBeGreaterThan(-1);
  expect(place('2015/11/27/c/index.html')).toBeLessThan(place('index.html'));
  expect(place('index.html')).toBeLessThan(place('feed.xml'));
  expect(paths.at(-1)).toBe('edition.json');
});

test('a dry run says what would be sent, and the next one sends it', async () => {
  const live = new LiveRoom(start);
  live.commit();
  const { sent } = await live.publish({ isDry: true });
  expect(sent[0]?.changes.length).toBeGreaterThan(10);
  expect(live.live('index.html')).toBeUndefined();
  expect(editionOf(await live.publish())).toBe(1);
});

test('a commit with problems keeps readers where they are, and what is due comes out all the same', async () => {
  const due = '2015-12-02 10:00';
  const live = new LiveRoom({ ...start, 'articles/2015/12/02/due.md': articleText({ title: 'Due', date: due }) });
  const good = live.commit();
  const [early, late] = [instant('2015-12-01'), instant('2015-12-03')];
  await live.publish({ now: early });
  const bad = live.commit({ [a]: articleText({ title: 'Aleph', section: 'nowhere' }) });
  expect(codes(await live.publish({ now: early }))).toEqual(['article/unknown-section']);
  expect(live.live('index.html')).toContain('Alpha');
  expect((await live.publish({ now: early, isOnlyIfDue: true })).sent).toEqual([]);

  const { sent } = await live.publish({ now: late, isOnlyIfDue: true });
  expect(sent.map(({ revision }) => revision)).toEqual([bad, good]);
  expect(live.live('2015/12/02/due/index.html')).toContain('Due');
  expect(differences(live.readers(), await live.cleanly(good, late))).toEqual([]);
  const mended = live.commit({ [a]: articleText({ title: 'Aleph' }) });
  await live.publish({ now: late });
  expect(JSON.parse(live.live('edition.json') ?? '').commit).toBe(mended);
  expect(differences(live.readers(), await live.cleanly('HEAD', late))).toEqual([]);
});

test('an older commit never replaces a newer one, nor does one with another history, unless that is said', async () => {
  const live = new LiveRoom(start);
  const first = live.commit();
  const second = live.commit({ [a]: articleText({ title: 'Aleph' }) });
  await live.publish();
  live.room.git('checkout', '--quiet', '-B', 'main', first);
  await expect(live.publish()).rejects.toThrow(/newer than/);
  const other = live.commit({ [a]: articleText({ title: 'Otherwise' }) });
  await expect(live.publish()).rejects.toThrow(NotSent);
  expect(live.live('index.html')).toContain('Aleph');
  await live.publish({ insteadOf: second });
  expect(JSON.parse(live.live('edition.json') ?? '').commit).toBe(other);
});

test('of two who publish one does, and the other is told who', async () => {
  const live = new LiveRoom(start);
  live.commit();
  const refused = live.with(() => live.publish()).catch((error: unknown) => error);
  expect(await refused).toBeInstanceOf(TargetBusy);
  expect((await refused) as Error).toMatchObject({ message: expect.stringContaining(': a test.') });
  expect(editionOf(await live.publish())).toBe(1);
});

test('what does not pass the check is not sent', async () => {
  const live = new LiveRoom(start);
  live.commit();
  const fault: Problem = {
    code: 'check/planted',
    file: 'dist/index.html',
    what: 'It is planted.',
    fix: 'Take it away.',
  };
  expect(codes(await live.publish({ judge: async () => [fault] }))).toEqual(['check/planted']);
  expect(live.live('index.html')).toBeUndefined();
  expect(editionOf(await live.publish({ judge: undefined }))).toBe(1);
  live.commit({ [a]: articleText({ title: 'Aleph' }) });
  expect(codes(await live.publish({ judge: async () => [fault] }))).toEqual(['check/planted']);
  expect(live.live('index.html')).toContain('Alpha');
  await live.publish();
  expect(differences(live.readers(), await live.cleanly())).toEqual([]);
});

test('an address that ends without an answer stops publishing, with the lines to paste', async () => {
  const { room: live } = await rooms();
  live.commit({ [b]: null });
  const { sent } = await live.publish();
  expect(sent[0]?.problems).toMatchObject([
    {
      code: 'publish/url-ended',
      file: 'content/gone.yaml',
      fix: expect.stringContaining('- {url: /2015/11/25/b/, reason: …}'),
    },
  ]);
  expect(live.live('2015/11/25/b/index.html')).toContain('Beta');
  const renamed = 'articles/2015/11/25/bee.md';
  live.commit({ [renamed]: story('Beta', { section: 'culture', topics: ['ferry'] }) });
  expect((await live.publish()).sent[0]?.problems).toMatchObject([
    {
      code: 'publish/url-ended',
      file: `content/${renamed}`,
      fix: expect.stringContaining('redirectFrom: [/2015/11/25/b/]'),
    },
  ]);
  const named = { redirectFrom: ['/2015/11/25/b/'], id: '/2015/11/25/b/' };
  live.commit({ [renamed]: story('Beta', { section: 'culture', topics: ['ferry'], ...named }) });
  expect(codes(await live.publish())).toEqual([]);
  expect(live.live('2015/11/25/b/index.html')).toContain('/2015/11/25/bee/');
});

test('a list that has emptied leads to the one above it, and its feed has no story', async () => {
  const { room: live } = await rooms();
  expect(live.live('topics/ferry/feed.xml')).toContain('Beta');
  live.commit({ [b]: story('Beta', { section: 'culture' }) });
  expect(codes(await live.publish())).toEqual([]);
  expect(live.live('topics/ferry/index.html')).toContain('url=/topics/');
  expect(live.live('topics/ferry/feed.xml')).toContain('<link>https://courier.example/</link>');
  expect(live.live('topics/ferry/feed.xml')).not.toContain('Beta');
  live.commit({ [b]: story('Beta', { section: 'culture', topics: ['ferry'] }) });
  await live.publish();
  expect(differences(live.readers(), await live.cleanly())).toEqual([]);
});
