/** A commit is carried to a folder on another machine, each time from an empty one, in one connection. */
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MachineryError, TargetBusy } from '../../src/errors.ts';
import type { Hook } from '../../src/publish/hooks/hook.ts';
import { pictureOf } from '../support/canaries.ts';
import { differences } from '../support/folder-contents.ts';
import { articleText, treeOf } from '../support/newsroom.ts';
import { roomsBegun } from './live-room.ts';
import { SshRoom } from './ssh-room.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';
const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const c = 'articles/2015/11/27/c.md';
const beta = (title: string) =>
  articleText({ title, date: '2015-11-25 10:00', image: { file: 'boat.png', alt: 'A boat' } });
const gimel = articleText({ title: 'Gimel', date: '2015-11-27 10:00' });
const start = {
  [a]: articleText({ title: 'Alpha' }),
  [b]: beta('Beta'),
  'articles/2015/11/25/b/boat.png': pictureOf('boat'),
};

const rooms = roomsBegun(
  (begun) => new SshRoom(begun ?? start),
  async (room) => {
    room.commit();
    await room.publish();
  },
);
const begun = async () => (await rooms()).room;

/** Everything that the web server has, in both trees. */
const served = (folder: string) =>
  Object.fromEntries(['a', 'b'].map((tree) => [tree, [...treeOf(join(folder, tree))]]));

test('what lies there is what a publish to a folder of this machine makes, whatever happens', async () => {
  const room = new SshRoom(start);
  const both = async (work: () => Promise<unknown>) => {
    for (room.to of ['twin', 'connection'] as const) await work();
    expect(served(room.folder)).toEqual(served(room.twin));
  };
  room.commit();
  await both(() => room.publish());
  const withdrawn = { reason: 'Wrong.', date: '2015-11-27 10:00' };
  room.commit({ [a]: articleText({ title: 'Aleph', withdrawn }), [b]: beta('Bet'), [c]: gimel });
  await both(() => room.publish({ grace: 600 }));
  expect(existsSync(join(room.folder, 'current/2015/11/26/a/gone.html'))).toBe(true);
  room.commit({ [c]: null, 'gone.yaml': '- {url: /2015/11/27/c/, reason: Wrong.}\n' });
  await both(() => room.publish({ grace: 600 }));
  await both(() => room.rollback());
  // What is due after that is published under the hold.
  await both(() => room.publish({ isOnlyIfDue: true }));
  expect(await room.ledger((ledger) => ledger.get('held'))).toBe(room.room.git('rev-parse', 'HEAD'));
});

test('a publish on the server itself goes on where one from elsewhere ended, and the other way round', async () => {
  const room = new SshRoom(start);
  const maps = (folder: string) => readFileSync(join(folder, 'redirects.map'), 'utf8');
  const steps = [
    { to: 'server', old: 0 },
    { to: 'connection', old: 1 },
    { to: 'server', old: 1 }, // what it knew of old addresses is not what it knows now
  ] as const;
  for (const [n, { to, old }] of steps.entries()) {
    const title = `Alpha ${n}`;
    room.commit({ [a]: articleText({ title, redirectFrom: [`/old-${old}/`] }), 'gone.yaml': goneUpTo(old) });
    for (room.to of ['twin', to] as const) await room.publish();
    expect(served(room.folder)).toEqual(served(room.twin));
    expect(maps(room.folder)).toBe(maps(room.twin));
    expect(maps(room.folder)).toContain(`"/old-${old}"`);
  }
});

const goneUpTo = (n: number) =>
  Array.from({ length: n }, (_, old) => `- {url: /old-${old}/, reason: It was a slip.}\n`).join('') || '[]\n';

test('next to nothing passes when nothing is due; of two who publish one does; going back sends what is kept there no more', async () => {
  const room = await begun();
  expect((await room.publish({ isOnlyIfDue: true })).sent).toEqual([]);
  expect(room.passed.there + room.passed.back).toBeLessThan(1000);
  const before = room.readers();
  room.commit({ [c]: gimel });
  const ends = await Promise.allSettled([room.publish(), room.publish({ isOnlyIfDue: true })]);
  const [refused] = ends.filter((end) => end.status === 'rejected').map(({ reason }) => reason);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(refused).toBeInstanceOf(TargetBusy);
  expect((refused as Error).message).toMatch(/: publisher \d\. Nothing was sent/);
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
  await room.rollback();
  expect(differences(room.readers(), before)).toEqual([]);
  expect(room.passed.there).toBeLessThan(5000);
  // The hold is kept there too, and so is its end.
  expect(await room.publish({ isOnlyIfDue: true })).toMatchObject({ held: expect.any(String) });
  await room.with(async (target) => {
    target.ledger.set('held', undefined);
    await target.save();
  });
  await room.publish();
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
});

test('after whichever byte the connection is lost, readers have one edition, and the next publish ends it', async () => {
  const room = await begun();
  room.commit({ [a]: articleText({ title: 'Aleph' }) });
  await room.publish();
  const [old, left] = [room.readers(), join(room.room.folder, 'cache-left')];
  cpSync(room.folder, left, { recursive: true, verbatimSymlinks: true });
  const restore = () => {
    rmSync(room.folder, { recursive: true });
    cpSync(left, room.folder, { recursive: true, verbatimSymlinks: true });
  };
  room.commit({ [b]: beta('Bet'), [c]: gimel });
  await room.publish();
  const [fresh, { there, back }] = [room.readers(), room.passed];
  expect(differences(fresh, await room.cleanly())).toEqual([]);
  const parts = isLong ? 20 : 1;
  const cuts = (['there', 'back'] as const).flatMap((way) =>
    Array.from({ length: parts }, (_, part) => ({
      [way]: Math.floor(((part + 0.5) / parts) * (way === 'there' ? there : back)),
    })),
  );
  const seen = new Set<string>();
  for (const cut of [...cuts, { there: there - 40 }, { back: back - 1 }]) {
    restore();
    room.cut = cut;
    const told = await room.publish().then(
      () => '',
      (error: Error) => error.message,
    );
    await room.served;
    room.cut = {};
    const has = differences(room.readers(), old).length === 0 ? 'old' : 'fresh';
    seen.add(has);
    if (has === 'fresh') expect([cut, differences(room.readers(), fresh)]).toEqual([cut, []]);
    if (told !== '') expect(told).toMatch(/^The connection to .* was lost\. (Nothing was sent|Readers have)/);
    await room.publish();
    expect([cut, differences(room.readers(), fresh)]).toEqual([cut, []]);
    if (isLong) expect((await room.publish()).sent[0]?.changes).toEqual([]);
  }
  expect([...seen].sort()).toEqual(['fresh', 'old']);
});

test('what came before the connection was lost does not come again, unless it is damaged', async () => {
  const room = await begun();
  const files = [1, 2, 3].map((n) => [
    `../public/${n}.pdf`,
    Buffer.concat([Buffer.from('%PDF-1.4'), randomBytes(1e5)]),
  ]);
  room.commit(Object.fromEntries(files));
  const incoming = join(room.folder, 'incoming');
  room.cut = { there: 250_000 };
  await expect(room.publish()).rejects.toThrow(MachineryError);
  await room.served;
  room.cut = {};
  const came = readdirSync(incoming).filter((name) => name.length === 64);
  expect(came.length).toBeGreaterThan(0);
  writeFileSync(join(incoming, came.at(-1) ?? ''), 'half');
  mkdirSync(join(incoming, 'x'));
  await room.publish();
  expect(room.passed.there).toBeLessThan(250_000);
  expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([]);
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
});

test('hooks are told from here, and what one was not told is kept there', async () => {
  const room = await begun();
  const heard: string[][] = [];
  const hook: Hook = { name: 'ours', tell: async ({ urls }) => void heard.push([...urls]) };
  await room.tell({ hooks: [hook] });
  room.commit({ [c]: gimel });
  await room.tell({ hooks: [hook] });
  expect(heard.flat()).toContain('https://courier.example/2015/11/27/c/');
  await room.tell({ hooks: [hook] });
  expect(heard.length).toBe(1);
});
