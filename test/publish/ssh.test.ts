/** A commit is carried to a folder on another machine, each time from an empty one, in one connection. */
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MachineryError, NotSent, TargetBusy } from '../../src/errors.ts';
import { pictureOf } from '../support/canaries.ts';
import { differences } from '../support/folder-contents.ts';
import { articleText, treeOf } from '../support/newsroom.ts';
import { SshRoom } from './ssh-room.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';
const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const start = {
  [a]: articleText({ title: 'Alpha' }),
  [b]: articleText({ title: 'Beta', date: '2015-11-25 10:00', image: { file: 'boat.png', alt: 'A boat' } }),
  'articles/2015/11/25/b/boat.png': pictureOf('boat'),
};

async function begun(): Promise<SshRoom> {
  const room = new SshRoom(start);
  room.commit();
  await room.publish();
  return room;
}

test('readers get what a clean build makes, from what is kept there alone', async () => {
  const room = await begun();
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
  room.commit({ [a]: articleText({ title: 'Aleph' }) });
  const { sent } = await room.publish();
  expect(sent[0]).toMatchObject({ edition: { number: 2 } });
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
  // It was built from what the last one left there: few pages were asked for.
  expect(sent[0]?.report.outcomes.length).toBeLessThan(20);
  room.commit({ [a]: articleText({ title: 'Aleph', withdrawn: { date: '2015-11-27 10:00', reason: 'Wrong.' } }) });
  await room.publish();
  expect(differences(room.readers(), await room.cleanly())).toEqual([]);
  expect(existsSync(join(room.folder, 'current/2015/11/26/a/gone.html'))).toBe(true);
});
