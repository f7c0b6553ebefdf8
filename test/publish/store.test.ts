/** A commit is carried to an object store: in order, with few requests, whatever fails, and one publisher at a time. */
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { MachineryError, NotSent, TargetBusy, WrongUsage } from '../../src/errors.ts';
import { openStoreTarget } from '../../src/publish/store-target.ts';
import { pictureOf } from '../support/canaries.ts';
import { type Contents, differences } from '../support/folder-contents.ts';
import { articleText } from '../support/newsroom.ts';
import { figure } from './figures.ts';
import { roomsBegun } from './live-room.ts';
import { bucket, StoreRoom, state } from './store-room.ts';
import type { Heard } from './store-stand-in.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';
const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const c = 'articles/2015/11/27/c.md';
const beta = (more = {}) => articleText({ title: 'Beta', date: '2015-11-25 10:00', ...more });
const withPicture = { image: { file: 'boat.png', alt: 'A boat' } };
const start = {
  [a]: articleText({ title: 'Alpha' }),
  [b]: beta(withPicture),
  'articles/2015/11/25/b/boat.png': pictureOf('boat'),
};
/** A new story in a new section and topic; another that gets the topic, another title, and loses its picture. */
const next = {
  [c]: articleText({ title: 'Gimel', date: '2015-11-27 10:00', section: 'culture', topics: ['ferry'] }),
  [b]: beta({ title: 'Bet', topics: ['ferry'] }),
};

const told = async (work: Promise<unknown>) => ((await work.catch((error: unknown) => error)) as Error).message;

async function publishFirst(room: StoreRoom): Promise<string> {
  const commit = room.commit();
  await room.publish();
  return commit;
}

/** Published once. */
const rooms = roomsBegun((begun) => StoreRoom.start(begun ?? start), publishFirst);

/** And a commit ahead of that. */
async function begun(): Promise<StoreRoom> {
  const { room } = await rooms();
  room.commit(next);
  room.store.take();
  return room;
}

test('readers get what a clean build makes, with a story of few requests: none lists, and little is asked beside its files', async () => {
  const { room } = await rooms();
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
  room.commit({ [a]: articleText({ title: 'Aleph' }) });
  room.store.take();
  const { sent } = await room.publish();
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
  const heard = room.store.take();
  const changed = sent[0]?.changes.length ?? 0;
  expect(changed).toBeGreaterThan(5);
  expect(heard.length).toBeLessThanOrEqual(changed + 9);
  expect(heard.filter(({ key }) => key.startsWith(`${bucket}/`)).length).toBe(changed);
  expect(heard.filter(({ key }) => key.includes('?'))).toEqual([]);
  // It is built from what the last one left in the store, and with nothing new nothing is sent.
  const { written = 0, routes = 0 } = sent[0]?.report ?? {};
  expect([written > 0, written < routes]).toEqual([true, true]);
  expect((await room.publish({ isOnlyIfDue: true })).sent).toEqual([]);
  expect(room.store.take().map(({ method, key }) => `${method} ${key.split('/').at(-1)}`)).toEqual([
    'PUT lock',
    'GET ledger',
    'DELETE lock',
  ]);
});

test('each file says what it is and how long it may be kept; packed, if that is asked for', async () => {
  const room = await StoreRoom.start(start);
  room.settings = { encoding: 'brotli', prefix: 'papers/courier' };
  await publishFirst(room);
  const headers = (path: string) => room.store.objects.get(`${bucket}/papers/courier/${path}`)?.headers;
  const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
  expect(headers('2015/11/26/a/index.html')).toEqual({ ...page, 'content-encoding': 'br' });
  expect(headers('feed.xml')).toMatchObject({
    'content-type': 'application/rss+xml; charset=utf-8',
    'cache-control': 'max-age=300',
  });
  const picture = [...room.store.objects.keys()].find((key) => key.includes('/assets/'));
  expect(room.store.objects.get(picture ?? '')?.headers['cache-control']).toContain('immutable');
  expect([...room.store.objects.keys()].filter((key) => key.startsWith(`${state}/`)).sort()).toEqual([
    `${state}/${bucket}/papers/courier/ledger`,
    `${state}/${bucket}/papers/courier/packs/1-0`,
    `${state}/${bucket}/papers/courier/state-a`,
  ]);
});

/** Links and pictures of pages that readers had before and have still, and that are not there. */
function deadLinks(readers: Contents, before: ReadonlySet<string>): string[] {
  const pages = Object.entries(readers).filter(([path]) => path.endsWith('.html') && before.has(path));
  return pages.flatMap(([path, text]) =>
    [...text.matchAll(/(?:href|src)="\/([^"#?]*)/g)].flatMap(([, to = '']) => {
      const file = to === '' || to.endsWith('/') ? `${to}index.html` : to;
      return readers[file] === undefined && before.has(path) ? [`${path}: /${to}`] : [];
    }),
  );
}

test('at no moment does a page that readers have lead to what is not there; edition.json comes after all that comes', async () => {
  const room = await begun();
  const before = new Set(Object.keys(room.readers()));
  const known = new Set(deadLinks(room.readers(), before));
  const dead = new Set<string>();
  let looked = 0;
  room.store.changed = () => {
    looked += 1;
    for (const each of deadLinks(room.readers(), before)) if (!known.has(each)) dead.add(each);
  };
  await room.publish();
  expect(looked).toBeGreaterThan(20);
  expect([...dead]).toEqual([]);
  const sent = room.store.take().filter(({ key }) => key.startsWith(`${bucket}/`));
  const place = (which: (heard: Heard) => boolean) => sent.findLastIndex(which);
  const edition = place(({ key }) => key.endsWith('edition.json'));
  expect(edition).toBe(place(({ method }) => method === 'PUT'));
  expect(sent.slice(edition + 1).map(({ method }) => method)).toContain('DELETE');
  // The same look at a store to which removals came first.
  const picture = Object.keys(room.readers()).find((path) => path.endsWith('a/index.html')) ?? '';
  const broken = Object.fromEntries(Object.entries(room.readers()).filter(([path]) => path !== picture));
  expect(deadLinks(broken, before)).not.toEqual([]);
});

test('wherever it is killed, the next publish ends it, and what readers have meanwhile leads nowhere that is missing', async () => {
  const room = await begun();
  const before = new Set(Object.keys(room.readers()));
  const known = new Set(deadLinks(room.readers(), before));
  const left = new Map(room.store.objects);
  await room.publish();
  const [fresh, requests] = [room.readers(), room.store.take().length];
  expect(differences(fresh, await room.cleanly())).toEqual([]);
  const step = isLong ? 1 : 30;
  for (let last = 1; last <= requests; last += step)
    for (const fault of isLong ? (['reset', 'reset after'] as const) : (['reset'] as const)) {
      room.store.objects.clear();
      for (const [key, object] of left) room.store.objects.set(key, object);
      room.store.take();
      // From here on nothing that this process asks arrives: as if there were none.
      room.store.fault = (_, number) => (number > last ? 'reset' : number === last ? fault : undefined);
      await room.publish().catch(() => undefined);
      room.store.fault = () => undefined;
      expect(deadLinks(room.readers(), before).filter((each) => !known.has(each))).toEqual([]);
      room.store.now += 600_000;
      await room.publish();
      expect([last, differences(room.readers(), fresh)]).toEqual([last, []]);
      expect(JSON.parse(room.live('edition.json') ?? '').commit).toBe(room.room.git('rev-parse', 'HEAD'));
      // What it knows is as if nothing had happened.
      const { sent } = await room.publish();
      expect([last, sent[0]?.changes]).toEqual([last, []]);
    }
  const faults = isLong ? 2 : 1;
  figure(`object store: killed at ${Math.ceil(requests / step) * faults} requests: broken for readers`, '0', '0', true);
});

test.each([
  ['an error', { status: 500 }],
  ['a connection that breaks after it was done', 'reset after'],
] as const)('with %s every third time it publishes all the same', async (_, fault) => {
  const room = await begun();
  room.store.fault = (_heard, number) => (number % 3 === 0 ? fault : undefined);
  await room.publish();
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
  expect(room.pauses.length).toBeGreaterThan(5);
  expect(Math.min(...room.pauses)).toBeGreaterThanOrEqual(100);
});

test('an answer that does not come is not waited for', async () => {
  const room = await begun();
  room.store.fault = (_, number) => (number === 12 ? 'late' : undefined);
  room.patience = 500;
  await room.publish();
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
});

test('a store that fails on and on is told of in a sentence, and readers keep what they have', async () => {
  const room = await begun();
  const before = room.readers();
  room.store.fault = ({ method }) => (method === 'PUT' ? { status: 503, code: 'SlowDown' } : undefined);
  expect(await told(room.publish())).toMatch(/8 times it answered 503 SlowDown.*Publish again/);
  expect(room.pauses.slice(0, 7).every((wait, index) => index === 0 || wait > (room.pauses[index - 1] ?? 0))).toBe(
    true,
  );
  expect(differences(room.readers(), before)).toEqual([]);
});

test('of two who publish at once one does, and the other says who', async () => {
  const room = await begun();
  const ends = await Promise.allSettled([room.publish(), room.publish()]);
  const [refused] = ends.filter((end) => end.status === 'rejected').map(({ reason }) => reason);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(refused).toBeInstanceOf(TargetBusy);
  expect((refused as Error).message).toMatch(/: publisher \d\. Nothing was sent/);
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
});

test('whoever is at work long is heard of; one who is not is taken over, by one of two, and sends nothing more', async () => {
  const room = await begun();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const lock = () => room.store.objects.get(`${state}/${bucket}/lock`);
  const slow = await room.open();
  for (let minute = 0; minute < 10; minute++) {
    room.store.now += 60_000;
    while (lock()?.at !== room.store.now) {
      vi.advanceTimersByTime(60_000);
      await setTimeout(20);
    }
  }
  await expect(room.publish()).rejects.toThrow(TargetBusy);
  room.store.now += 299_000;
  await expect(room.publish()).rejects.toThrow(': publisher 2.');
  room.store.now += 2_000;
  const ends = await Promise.allSettled([room.publish(), room.publish()]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
  const other = await room.open();
  room.store.take();
  vi.advanceTimersByTime(60_000);
  while (room.store.heard.filter(({ key }) => key.endsWith('/lock')).length < 3) await setTimeout(1);
  await setTimeout(100);
  const edition = { name: 'x', revision: 'y', at: 1, how: 'publish' } as const;
  await expect(slow.send({ edition, stages: [], fileOf: async () => '' })).rejects.toThrow(NotSent);
  await slow.close();
  expect(lock()).toBeDefined();
  await other.close();
  expect(lock()).toBeUndefined();
});

test('readers get back what they had, from the store alone, and every edition that is kept', async () => {
  const { room, begun } = await rooms();
  const commits = [begun];
  for (let n = 1; n <= 3; n++) {
    commits.push(room.commit({ [a]: articleText({ title: `Alpha ${n}` }) }));
    await room.publish();
  }
  for (const number of [2, 3, 1]) {
    expect(await room.rollback(number)).toMatchObject({ wanted: { number }, live: { how: 'rollback' } });
    expect(differences(room.readers(), await room.cleanly(commits[number - 1]))).toEqual([]);
  }
  expect(await room.publish({ isOnlyIfDue: true })).toMatchObject({ held: commits[3] });
  await room.with(async (target) => {
    target.ledger.set('held', undefined);
    await target.save();
  });
  await room.publish();
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
});

test.each(['ignored', 'unknown'] as const)(
  'a store in which conditions are %s is refused, unless CI sees to it',
  async (conditions) => {
    const room = await StoreRoom.start(start);
    room.commit();
    room.store.conditions = conditions;
    expect(await told(room.publish())).toMatch(/lock: ci. Nothing was sent/);
    expect(room.readers()).toEqual({});
    room.settings = { lock: 'ci' };
    await room.publish();
    expect(differences(room.readers(), await room.cleanly())).toEqual([]);
  },
);

test('what was refused leaves nothing but that it was, and the next one builds from the same state', async () => {
  const room = await begun();
  const before = room.readers();
  const fault = {
    code: 'check/planted',
    file: 'dist/index.html',
    what: 'It is planted.',
    fix: 'Take it away.',
  } as const;
  await room.publish({ judge: async () => [fault] });
  expect(differences(room.readers(), before)).toEqual([]);
  expect(room.store.take().map(({ method, key }) => `${method} ${key.split('/').at(-1)}`)).toEqual([
    ...['PUT lock', 'GET ledger', 'GET state-a', 'PUT ledger', 'DELETE lock'],
  ]);
  await room.publish();
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
});

test.each([
  [
    'a wrong key',
    { status: 403, code: 'SignatureDoesNotMatch' },
    /refuses a \w+ \(403 SignatureDoesNotMatch\)\. See that AWS_ACCESS_KEY_ID/,
  ],
  [
    'a bucket that is not there',
    { status: 404, code: 'NoSuchBucket' },
    /There is no bucket .*Make it, or correct publish\.yaml/,
  ],
  ['a wrong clock', { status: 403, code: 'RequestTimeTooSkewed' }, /Set the clock/],
  ['anything else', { status: 405, code: 'MethodNotAllowed' }, /405 MethodNotAllowed/],
])('%s is told in a sentence, without secrets', async (_, fault, sentence) => {
  const room = await StoreRoom.start(start);
  room.commit();
  room.store.fault = () => fault;
  const refused = await room.publish().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MachineryError);
  expect((refused as Error).message).toMatch(sentence);
  expect(String((refused as Error).stack)).not.toMatch(/very-secret|tester/);
  expect(room.pauses).toEqual([]);
});

test('without a key in the environment nothing is asked', async () => {
  const room = await StoreRoom.start(start);
  const settings = {
    endpoint: room.store.address,
    bucket,
    state,
    prefix: '',
    lock: 'store',
    encoding: 'none',
  } as const;
  const none = { environment: { AWS_ACCESS_KEY_ID: 'x' }, pause: async () => {}, chance: () => 0 };
  await expect(openStoreTarget(settings, 'a test', none)).rejects.toThrow(WrongUsage);
  await expect(openStoreTarget(settings, 'a test', none)).rejects.toThrow('no AWS_SECRET_ACCESS_KEY');
  expect(room.store.heard).toEqual([]);
});

test('an older commit replaces nothing there either', async () => {
  const room = await begun();
  room.room.git('checkout', '--quiet', '-B', 'main', 'HEAD~1');
  await room.publish();
  const later = room.commit(next);
  await room.publish();
  room.room.git('checkout', '--quiet', '-B', 'main', `${later}~1`);
  await expect(room.publish()).rejects.toThrow(NotSent);
});
