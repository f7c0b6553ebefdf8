/** A rollback gives readers what they had before, and holds; it brings nothing back that was taken from them on purpose. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WrongUsage } from '../../src/errors.ts';
import { pictureOf } from '../support/canaries.ts';
import { differences } from '../support/folder-contents.ts';
import { articleText, instant } from '../support/newsroom.ts';
import { LiveRoom, roomsBegun } from './live-room.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const picture = 'articles/2015/11/25/b/boat.png';
const beta = (more = {}) =>
  articleText({ title: 'Beta', date: '2015-11-25 10:00', image: { file: 'boat.png', alt: 'A boat' }, ...more });
const start = { [a]: articleText({ title: 'Alpha' }), [b]: beta(), [picture]: pictureOf('boat') };

const firstPublished = async (live: LiveRoom) => {
  const good = live.commit();
  await live.publish();
  return good;
};

/** The start is published. */
const rooms = roomsBegun((begun) => new LiveRoom(begun ?? start), firstPublished);

const mistakenRooms = roomsBegun(
  (begun) => new LiveRoom(begun ?? start),
  async (live) => {
    const good = await firstPublished(live);
    const bad = live.commit({ [a]: articleText({ title: 'Mistaken' }) });
    await live.publish();
    return { good, bad };
  },
);

/** Published: the start, then a mistake. */
async function mistaken(): Promise<{ live: LiveRoom; good: string; bad: string }> {
  const { room: live, begun } = await mistakenRooms();
  return { live, ...begun };
}

test('readers have what they had, and neither a push nor the clock undoes it until the revert is published', async () => {
  const { live, good, bad } = await mistaken();
  expect(await live.rollback()).toMatchObject({
    wanted: { number: 1 },
    live: { number: 3, how: 'rollback' },
    held: bad,
  });
  expect(differences(live.readers(), await live.cleanly(good))).toEqual([]);
  expect(JSON.parse(live.live('edition.json') ?? '').commit).toBe(good);

  expect(await live.publish({ isOnlyIfDue: true })).toMatchObject({ held: bad });
  expect((await live.publish({ isResumed: true, isDry: true })).held).toBeUndefined();
  live.commit({ [b]: beta({ title: 'Bet' }) });
  expect(await live.publish()).toMatchObject({ held: bad, sent: [{ revision: good }] });
  expect(differences(live.readers(), await live.cleanly(good))).toEqual([]);

  live.room.git('revert', '--no-edit', bad);
  expect((await live.publish()).held).toBeUndefined();
  expect(differences(live.readers(), await live.cleanly())).toEqual([]);
  expect(live.live('index.html')).toContain('Bet');
});

test('what becomes due under a hold comes out with the commit that readers have', async () => {
  const live = new LiveRoom({
    ...start,
    'articles/2015/12/02/due.md': articleText({ title: 'Due', date: '2015-12-02 10:00' }),
  });
  const [early, late] = [instant('2015-12-01'), instant('2015-12-03')];
  const good = live.commit();
  await live.publish({ now: early });
  live.commit({ [a]: articleText({ title: 'Mistaken' }) });
  await live.publish({ now: early });
  await live.rollback(undefined, { now: early });
  await live.publish({ now: late, isOnlyIfDue: true });
  expect(differences(live.readers(), await live.cleanly(good, late))).toEqual([]);
  expect(live.live('index.html')).toContain('Due');
});

test('one can go back to any edition that is kept, and back again', async () => {
  const { room: live, begun } = await rooms();
  const commits = [begun];
  for (let n = 1; n <= 4; n++) {
    commits.push(live.commit({ [a]: articleText({ title: `Alpha ${n}` }) }));
    await live.publish();
  }
  for (const number of [2, 4, 1]) {
    await live.rollback(number);
    expect(differences(live.readers(), await live.cleanly(commits[number - 1]))).toEqual([]);
  }
  await live.ledger((ledger) => ledger.set('held', undefined));
  await live.publish();
  expect(differences(live.readers(), await live.cleanly())).toEqual([]);
});

test.each([
  ['an edition that never was', 9, /no edition 9 to go back to. There are: 1/],
  ['the present one', 2, /is what readers have/],
])('%s is refused', async (_, number, told) => {
  const { live } = await mistaken();
  await expect(live.rollback(number)).rejects.toThrow(WrongUsage);
  await expect(live.rollback(number)).rejects.toThrow(told);
});

test('a story that was withdrawn since stays withdrawn: in its page, on fronts, in feeds and pictures', async () => {
  const { room: live } = await rooms();
  live.commit({ [b]: beta({ withdrawn: { date: '2015-11-27', reason: 'It was not true.' } }) });
  await live.publish();
  live.commit({ [a]: articleText({ title: 'Mistaken' }) });
  await live.publish();
  const taken = Object.keys(live.readers());
  await live.rollback(1);
  const readers = live.readers();
  expect(Object.values(readers).filter((text) => text.includes('Beta'))).toEqual([]);
  expect(readers['index.html']).toContain('Alpha');
  expect(live.live('2015/11/25/b/gone.html')).toContain('It was not true.');
  expect(live.live('2015/11/25/b/index.html')).toBeUndefined();
  expect(Object.keys(readers).filter((path) => path.startsWith('assets/') && !taken.includes(path))).toEqual([]);
  // Nor when it is built again under the hold.
  live.commit({}, 'Another');
  await live.publish();
  expect(Object.values(live.readers()).filter((text) => text.includes('Beta'))).toEqual([]);
});

test('a story that came since a withdrawal keeps nobody from going back past both', async () => {
  const { room: live } = await rooms();
  live.commit({ [b]: beta({ withdrawn: { date: '2015-11-27', reason: 'It was not true.' } }) });
  await live.publish();
  live.commit({ 'articles/2015/11/26/c.md': articleText({ title: 'Gamma' }) });
  await live.publish();
  expect(await live.rollback(1)).toMatchObject({ refused: undefined, live: { how: 'rollback' } });
  expect(live.live('2015/11/26/c/index.html')).toBeUndefined();
  expect(live.live('2015/11/25/b/gone.html')).toContain('It was not true.');
  await live.ledger((ledger) => ledger.set('held', undefined));
  await live.publish();
  expect(live.live('2015/11/26/c/index.html')).toContain('Gamma');
});

test('a picture that has expired since stays away', async () => {
  const live = new LiveRoom({
    ...start,
    [b]: beta({ image: { file: 'boat.png', alt: 'A boat', expires: '2015-12-02' } }),
  });
  const [early, late] = [instant('2015-12-01'), instant('2015-12-04')];
  live.commit();
  await live.publish({ now: early });
  const pictures = () => Object.keys(live.readers()).filter((path) => path.startsWith('assets/'));
  expect(pictures().length).toBeGreaterThan(0);
  live.commit({ [a]: articleText({ title: 'Mistaken' }) });
  await live.publish({ now: late });
  expect(pictures()).toEqual([]);
  await live.rollback(1, { now: late });
  expect(live.live('index.html')).toContain('Alpha');
  expect(pictures()).toEqual([]);
});

test('what is no more is served for a while, and goes with the next publish; beside a withdrawal all goes at once', async () => {
  const live = new LiveRoom(start);
  live.commit();
  const [at, grace] = [instant('2016-01-01'), 600];
  await live.publish({ now: at, grace });
  const pictures = () => Object.keys(live.readers()).filter((path) => path.startsWith('assets/'));
  const before = pictures();
  live.commit({ [b]: articleText({ title: 'Beta', date: '2015-11-25 10:00' }) });
  await live.publish({ now: at + 10, grace });
  expect(pictures()).toEqual(before);
  expect((await live.publish({ now: at + 60, grace, isOnlyIfDue: true })).sent).toEqual([]);
  await live.publish({ now: at + 700, grace, isOnlyIfDue: true });
  expect(pictures()).toEqual([]);
  live.commit({ [b]: beta() });
  await live.publish({ now: at + 800, grace });
  expect(pictures()).toEqual(before);
  live.commit({ [b]: beta({ withdrawn: { date: '2015-11-27', reason: 'It was not true.' } }) });
  await live.publish({ now: at + 900, grace });
  expect(pictures()).toEqual([]);
});

test('a second rollback goes one further back, and not to what was gone back from', async () => {
  const { live, good, bad } = await mistaken();
  const later = live.commit({ [b]: beta({ title: 'Bet' }) });
  await live.publish();
  expect(await live.rollback()).toMatchObject({ wanted: { revision: bad }, held: later });
  expect(await live.rollback()).toMatchObject({ wanted: { revision: good }, held: later });
  await expect(live.rollback()).rejects.toThrow(/no edition of a commit before/);
  await expect(live.rollback(1)).rejects.toThrow(/would become that again at once/);
  expect(differences(live.readers(), await live.cleanly(good))).toEqual([]);
});

test('neither a revert from before, nor one that is itself taken back, ends a hold', async () => {
  const { room: live } = await rooms();
  const other = live.commit({ [b]: beta({ title: 'Bet' }) });
  live.room.git('revert', '--no-edit', other);
  const bad = live.commit({ [a]: articleText({ title: 'Mistaken' }) });
  await live.publish();
  await live.rollback();
  expect(await live.publish()).toMatchObject({ held: bad });
  live.room.git('revert', '--no-edit', bad);
  live.room.git('revert', '--no-edit', 'HEAD');
  expect(await live.publish()).toMatchObject({ held: bad });
  live.room.git('revert', '--no-edit', 'HEAD');
  expect((await live.publish()).held).toBeUndefined();
  expect(live.live('index.html')).toContain('Alpha');
});

test('across a withdrawal, stories that came since end with the rollback; what fails holds nothing', async () => {
  const live = new LiveRoom({ ...start, [b]: beta({ topics: ['ferry'] }) });
  live.commit();
  await live.publish();
  const gone = beta({ topics: ['ferry'], withdrawn: { date: '2015-11-27', reason: 'It was not true.' } });
  live.commit({ [b]: gone, 'articles/2015/11/27/c.md': articleText({ title: 'Gamma', date: '2015-11-27 10:00' }) });
  await live.publish();
  // The topic’s feed has emptied.
  expect(Object.values(live.readers()).filter((text) => text.includes('Beta'))).toEqual([]);
  live.commit({ [a]: articleText({ title: 'Mistaken' }) });
  await live.publish();
  expect(await live.rollback(1)).toMatchObject({ refused: undefined });
  const readers = Object.values(live.readers());
  expect(readers.filter((text) => /Beta|Gamma|Mistaken/.test(text))).toEqual([]);
  const held = await live.ledger((ledger) => ledger.get('held'));
  rmSync(join(live.folder, 'kept'), { recursive: true });
  await expect(live.rollback(3)).rejects.toThrow(/is not there any more/);
  expect(await live.ledger((ledger) => ledger.get('held'))).toBe(held);
});

test('a story that was renamed and withdrawn since stays withdrawn under its new name', async () => {
  const text = 'A paragraph that is long enough for git to know its file again.\n'.repeat(20);
  const named = (more = {}) => articleText({ title: 'Beta', date: '2015-11-25 10:00', ...more }, text);
  const live = new LiveRoom({ [a]: articleText({ title: 'Alpha' }), [b]: named() });
  live.commit();
  await live.publish();
  const withdrawn = { date: '2015-11-27', reason: 'It was not true.' };
  const address = '/2015/11/25/b/';
  const moved = named({ redirectFrom: [address], id: address, withdrawn });
  live.commit({ [b]: null, 'articles/2015/11/25/bee.md': moved, [a]: articleText({ title: 'Mistaken' }) });
  await live.publish();
  expect(await live.rollback(1)).toMatchObject({ refused: undefined });
  expect(Object.values(live.readers()).filter((each) => /Beta|Mistaken/.test(each))).toEqual([]);
  expect(live.live('2015/11/25/bee/gone.html')).toContain('It was not true.');
});

test('what the clock has ended since stays away, where nothing else tells: a picture that another story still shows, a notice', async () => {
  const shown = (expires: string) => ({ image: { file: 'boat.png', alt: 'A boat', expires } });
  const notice = '---\nslot: top\nfrom: 2015-11-01 09:00\nuntil: 2015-12-02 09:00\n---\n\nBuy now.\n';
  const live = new LiveRoom({
    ...start,
    [a]: articleText({ title: 'Alpha', ...shown('2015-12-20') }),
    [b]: beta(shown('2015-12-02')),
    'articles/2015/11/26/a/boat.png': pictureOf('boat'),
    'notices/sale.md': notice,
  });
  const [early, late] = [instant('2015-12-01'), instant('2015-12-04')];
  const good = live.commit();
  await live.publish({ now: early });
  live.commit({ [a]: articleText({ title: 'Mistaken', ...shown('2015-12-20') }) });
  await live.publish({ now: late });
  await live.rollback(1, { now: late });
  expect(live.live('2015/11/25/b/index.html')).not.toContain('/assets/');
  expect(Object.values(live.readers()).filter((text) => text.includes('Buy now'))).toEqual([]);
  expect(differences(live.readers(), await live.cleanly(good, late))).toEqual([]);
});
