/** Readers get what somebody publishes as it was checked among what they have, or nothing; and whoever publishes is told why. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../../src/problem.ts';
import { git } from '../../../src/source/git.ts';
import { articleText } from '../../support/newsroom.ts';
import { branch, HostingRoom, inProject, nothingFound, path } from './hosting-room.ts';

let room: HostingRoom;

beforeEach(async () => {
  room = await HostingRoom.begun();
});

afterEach(() => room.newsroom.dispose());

const problem: Problem = {
  ...{ code: 'article/to-be-written', file: path, line: 9, column: 4 },
  ...{ what: 'TKTK marks what is still to be written.', fix: 'Write it.' },
};
const refused = (message: string) => ({ status: 422, json: { message: expect.stringContaining(message) } });

test('to publish is to merge what was checked: the branch and its request are gone, and a clean working tree follows', async () => {
  const ends = [room.head('main'), room.head(branch)];
  expect(await room.publish(room.ann)).toMatchObject({ status: 200, json: { state: 'merged' } });
  expect(room.textAt('main')).toBe('Ann’s words.\n');
  expect(readFileSync(join(room.top, path), 'utf8')).toBe('Ann’s words.\n');
  expect(room.status()).toBe('');
  const said = git(room.top, ['log', '-1', '--format=%an%n%P%n%T', 'main']).toString().trim().split('\n');
  const checked = git(room.top, ['log', '-1', '--format=%P%n%T', room.checked[0] ?? ''])
    .toString()
    .trim()
    .split('\n');
  expect(said).toEqual(['Ann Lee', ends.join(' '), checked[1]]);
  expect(checked[0]).toBe(ends.join(' '));
  expect([room.head(branch), room.requests.all()]).toEqual([undefined, []]);
});

test('a story with a Problem is not published: its editor is told what, where, and what to do, and it stays saved', async () => {
  room.found = async () => ({ inFiles: [problem, { ...problem, line: 11 }] });
  const before = room.head('main');
  expect(await room.publish(room.ann)).toMatchObject(
    refused(
      `Nothing was published, for readers would get a mistake in line 9 of ${path}. TKTK marks what is still to be written. Write it. 1 more is there. The preview of what is saved shows the place. What you saved is kept.`,
    ),
  );
  expect([room.head('main'), room.textAt(branch)]).toEqual([before, 'Ann’s words.\n']);
  expect(room.requests.all()).toHaveLength(1);
  expect((await room.save(room.ann, 'Mended.\n')).status).toBe(201);
  room.found = async () => nothingFound;
  expect((await room.publish(room.ann)).status).toBe(200);
});

test('a Problem that only the merged state has is told: of a file that nobody here changed, and of a page', async () => {
  const elsewhere = { ...problem, file: 'content/articles/2015/11/25/quay.md' };
  const main = room.head('main');
  room.found = async (commit) => (commit === main ? nothingFound : { inFiles: [elsewhere] });
  expect(await room.publish(room.ann)).toMatchObject(refused('2015/11/25/quay.md'));
  room.found = async (commit) => ({ inFiles: [], onPages: commit === main ? [] : [{ ...problem, file: '/about/' }] });
  expect(await room.publish(room.ann)).toMatchObject(refused('/about/'));
});

test('nobody waits for mistakes that readers have already, unless their own text has them', async () => {
  const elsewhere = { ...problem, file: 'content/articles/2015/11/25/quay.md' };
  room.found = async () => ({ inFiles: [problem, elsewhere] });
  expect(await room.publish(room.ann)).toMatchObject(refused(path));
  room.found = async () => ({ inFiles: [{ ...elsewhere, line: 30 }] });
  expect((await room.publish(room.ann)).status).toBe(200);
});

test('what is published while a check runs is part of the next check, and no commit is lost', async () => {
  let other: string | undefined;
  room.found = async () => {
    other ??= room.commitByHand({ 'articles/2015/11/26/snow.md': articleText() });
    return nothingFound;
  };
  expect((await room.publish(room.ann)).status).toBe(200);
  expect(room.checked).toHaveLength(2);
  const ancestry = git(room.top, ['rev-list', 'main']).toString();
  expect(ancestry).toContain(other);
  expect(room.textAt('main')).toBe('Ann’s words.\n');
});

test('what is saved while a check runs is checked before it is published', async () => {
  let isFirst = true;
  room.found = async () => {
    if (isFirst) await room.save(room.ann, 'With TKTK.\n');
    const found = isFirst ? nothingFound : { inFiles: [problem] };
    isFirst = false;
    return found;
  };
  expect((await room.publish(room.ann)).status).toBe(409); // who publishes has not seen it
  expect(room.head('main')).toBe(git(room.top, ['merge-base', 'main', branch]).toString().trim());
});

test('where the check cannot run, nothing is published', async () => {
  room.found = async () => {
    throw new Error('No space is left.');
  };
  const before = room.head('main');
  await expect(room.publish(room.ann)).rejects.toThrow('No space is left.');
  expect(room.head('main')).toBe(before);
});

test('what somebody is changing in the folder is never written over: nothing is published then', async () => {
  const before = room.head('main');
  writeFileSync(join(room.top, path), 'Not committed.\n');
  const message = expect.stringContaining('Nothing was published');
  expect(await room.publish(room.ann)).toMatchObject({ status: 409, json: { message } });
  expect([room.head('main'), readFileSync(join(room.top, path), 'utf8')]).toEqual([before, 'Not committed.\n']);
  expect(room.textAt(branch)).toBe('Ann’s words.\n');
});

test('a conflict is told by its files, both texts stay, and what it says to do is enough', async () => {
  room.commitByHand({ 'articles/2015/11/26/ferry.md': 'Published meanwhile.\n' });
  const one = `${inProject}/merge_requests/1`;
  expect(await room.ask(room.ann, `GET ${one}`)).toMatchObject({ json: { detailed_merge_status: 'conflict' } });
  expect(await room.publish(room.ann)).toMatchObject({ status: 409, json: { message: expect.stringContaining(path) } });
  expect(room.checked).toEqual([]);
  expect([room.textAt('main'), room.textAt(branch)]).toEqual(['Published meanwhile.\n', 'Ann’s words.\n']);
  await room.ask(room.ann, `PUT ${one}`, { state_event: 'close' });
  await room.ask(room.ann, `DELETE ${inProject}/repository/branches/${encodeURIComponent(branch)}`);
  await room.begin('Published meanwhile. Ann’s words.\n');
  expect((await room.publish(room.ann)).status).toBe(200);
});
