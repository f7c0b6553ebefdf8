/**
 * A publish is killed on either side of every step by which it changes anything: readers have what they had or all of the new
 * edition, and the next publish ends what was begun, in both trees. What a kill leaves is copied at each step.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureOf } from '../support/canaries.ts';
import { type Contents, differences } from '../support/folder-contents.ts';
import { articleText } from '../support/newsroom.ts';
import { watchSteps } from '../support/steps.ts';
import { figure } from './figures.ts';
import { LiveRoom } from './live-room.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';
const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const withPicture = { date: '2015-11-25 10:00', image: { file: 'boat.png', alt: '' } };
const start = {
  [a]: articleText({ title: 'Alpha' }),
  [b]: articleText({ title: 'Beta', ...withPicture }),
  'articles/2015/11/25/b/boat.png': pictureOf('boat'),
};

const further = ['linkSync', 'unlinkSync', 'symlinkSync', 'writeFileSync', 'copyFileSync', 'rmdirSync'] as const;

test('wherever it is killed, readers have one edition or the other, and the next publish ends it', async () => {
  const live = new LiveRoom(start);
  live.commit();
  await live.publish();
  live.commit({ [a]: articleText({ title: 'Aleph' }) });
  await live.publish(); // from here on both trees are there
  const old = live.readers();
  live.commit({
    [b]: articleText({ title: 'Bet', date: '2015-11-25 10:00' }),
    'articles/2015/11/27/c.md': articleText({ title: 'Gimel', date: '2015-11-27 10:00' }),
  });
  const states: { name: string; at?: string; readers: Contents }[] = [];
  let steps = 0;
  const keep = (name: string) => {
    steps += 1;
    const isKept = steps % (isLong ? 1 : 120) === 0 || name.includes('current');
    if (!isKept && steps % 4 > 0) return;
    const at = join(live.room.folder, `cache-left-${steps}`);
    if (isKept) cpSync(live.folder, at, { recursive: true, verbatimSymlinks: true });
    states.push({ name, at: isKept ? at : undefined, readers: live.readers() });
  };
  const unwatch = watchSteps((name, perform) => {
    const isOfReaders = !/cache|\.next|own|outgoing/.test(name);
    if (isOfReaders) keep(`before ${name}`);
    const result = perform();
    if (isOfReaders) keep(`after ${name}`);
    return result;
  }, further);
  await live.publish().finally(unwatch);
  const fresh = live.readers();
  expect(differences(fresh, await live.cleanly())).toEqual([]);
  expect(steps).toBeGreaterThan(200);
  const broken = states.filter(
    ({ readers }) => differences(readers, old).length > 0 && differences(readers, fresh).length > 0,
  );
  figure(
    `folder: killed at ${states.length} of ${steps} steps: broken for readers`,
    '0',
    String(broken.length),
    broken.length === 0,
  );
  expect(broken.map(({ name }) => name)).toEqual([]);
  expect(states.some(({ readers }) => differences(readers, fresh).length === 0)).toBe(true);

  for (const { name, at } of states) {
    if (at === undefined) continue;
    rmSync(live.folder, { recursive: true });
    cpSync(at, live.folder, { recursive: true, verbatimSymlinks: true });
    await live.publish();
    expect([name, differences(live.readers(), fresh)]).toEqual([name, []]);
    // The tree that was idle is the one that readers get now.
    live.commit({}, 'Next');
    await live.publish();
    expect([name, differences(live.readers(), fresh)]).toEqual([name, []]);
  }
});
