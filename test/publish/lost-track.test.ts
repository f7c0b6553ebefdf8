/** Trees, link and ledger that do not belong together any more: the next publish sends all anew, and no address is forgotten. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NotSent } from '../../src/errors.ts';
import { differences } from '../support/folder-contents.ts';
import { articleText } from '../support/newsroom.ts';
import { LiveRoom } from './live-room.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const c = 'articles/2015/11/24/c.md';
const alpha = (title: string) => articleText({ title });
const start = {
  [a]: alpha('Alpha'),
  [b]: articleText({ title: 'Beta', date: '2015-11-25 10:00' }),
  [c]: articleText({ title: 'Gamma', date: '2015-11-24 10:00' }),
};

test('whatever was lost, or put back from another day, readers have the whole edition, in both trees', async () => {
  const live = new LiveRoom(start);
  const at = (...names: string[]) => join(live.folder, ...names);
  const removeLedger = () => {
    for (const name of readdirSync(live.folder)) if (name.startsWith('target.sqlite')) rmSync(at(name));
  };
  const lead = (to: string) => {
    rmSync(at('current'), { recursive: true, force: true });
    symlinkSync(to, at('current'));
  };
  live.commit();
  await live.publish();
  cpSync(at('target.sqlite'), at('old.sqlite'));
  mkdirSync(at('maintenance'));
  const damages: Record<string, () => void> = {
    'no link': () => rmSync(at('current')),
    'a link elsewhere': () => lead('maintenance'),
    'a link with a whole path': () => lead(at(liveTree(live))),
    'the other tree lost': () => rmSync(at(liveTree(live) === 'a' ? 'b' : 'a'), { recursive: true }),
    'a link to the other tree': () => lead(liveTree(live) === 'a' ? 'b' : 'a'),
    'a ledger of another day': () => {
      removeLedger();
      cpSync(at('old.sqlite'), at('target.sqlite'));
    },
    'no ledger': removeLedger,
    'no trees': () => {
      for (const tree of ['a', 'b']) rmSync(at(tree), { recursive: true, force: true });
    },
  };
  let titles = 0;
  const publishNext = async () => {
    titles += 1;
    // The same few again and again: what readers are to have is the same then.
    live.commit({ [a]: alpha(`Alpha ${titles % 2}`) });
    return live.publish();
  };
  // Before each damage both trees are there, with editions that follow one another.
  await publishNext();
  await publishNext();
  for (const [name, damage] of Object.entries(damages)) {
    damage();
    for (const which of ['first', 'next']) {
      expect([name, (await publishNext()).broken]).toEqual([name, undefined]);
      expect([name, which, differences(live.readers(), await live.cleanly())]).toEqual([name, which, []]);
    }
  }
  await expect(live.rollback(1)).rejects.toThrow();

  removeLedger();
  const first = live.room.git('rev-list', '--max-parents=0', 'HEAD');
  const head = live.room.git('rev-parse', 'HEAD');
  live.room.git('reset', '--quiet', '--hard', first);
  await expect(live.publish()).rejects.toThrow(NotSent);
  live.room.git('reset', '--quiet', '--hard', head);
  live.commit({ [c]: null });
  const [refused] = (await live.publish()).sent;
  expect(refused?.problems.map(({ what }) => what)).toEqual([expect.stringContaining('/2015/11/24/c/ was published')]);
});

test('a link that was removed is put back without another commit, and on a timer', async () => {
  const live = new LiveRoom(start);
  live.commit();
  await live.publish();
  for (const isOnlyIfDue of [false, true]) {
    rmSync(join(live.folder, 'current'));
    expect(live.live('edition.json')).toBeUndefined();
    await live.publish({ isOnlyIfDue });
    expect(differences(live.readers(), await live.cleanly())).toEqual([]);
  }
});

test('a damaged ledger is named, and goes out of the way', async () => {
  const live = new LiveRoom(start);
  live.commit();
  await live.publish();
  const ledger = join(live.folder, 'target.sqlite');
  const bytes = readFileSync(ledger);
  for (const at of [50, 4096 + 10]) {
    rmSync(`${ledger}-wal`, { force: true });
    writeFileSync(ledger, Buffer.from(bytes).fill(0xa5, at, at + 2000));
    await expect(live.publish()).rejects.toThrow(`${ledger}, which says what readers have, is damaged.`);
  }
  for (const name of readdirSync(live.folder)) if (name.startsWith('target.sqlite')) rmSync(join(live.folder, name));
  await live.publish();
  expect(differences(live.readers(), await live.cleanly())).toEqual([]);
});

/** Whichever has the last edition. */
function liveTree(live: LiveRoom): string {
  const said = live.live('edition.json');
  return ['a', 'b'].find((tree) => said !== undefined && live.live(`../${tree}/edition.json`) === said) ?? 'a';
}
