/** What is wrong with one target of `publish.yaml` is told, and keeps no other from being used. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/publish/settings.ts';
import { runHere } from '../support/cli.ts';
import { articleText } from '../support/newsroom.ts';
import { LiveRoom } from './live-room.ts';

const store = (more: string) => `store: {endpoint: "https://s3.example", ${more}}`;

/** The rest of a target, in braces. */
const faulty = [
  'grace: "x"',
  'folder: ../x',
  'foldr: /x',
  'folder: null',
  'folder: [a]',
  'folder: `a`',
  'folder: "/a',
  'folder: /x # , y',
  'hooks: [{run: a}',
  'folder: /a, hooks: [{webSub: false}]',
  'folder: /a, pages: github',
  'ssh: paper',
  'grace: 5',
  'pages: nowhere',
  store('bucket: Paper, state: paper'),
  store('bucket: paper, state: paper'),
  store('state: paper-state'),
  'name: other, folder: /b',
];

const sound = (text: string) => {
  const read = readSettings(Buffer.from(text), 'publish.yaml');
  expect(read.problems).not.toEqual([]);
  return read.sound.map(({ name, folder }) => `${name} ${folder}`);
};

test.each(faulty)('a target beside one with %s', (rest) => {
  const [bad, good] = [`  - {name: test, ${rest}}\n`, '  - {name: live, folder: /srv/live}\n'];
  expect(sound(`targets:\n${bad}${good}`)).toEqual(['live /srv/live']);
  expect(sound(`targets:\n${good}${bad}`)).toEqual(['live /srv/live']);
});

test('a target in lines of its own, and below a key that is not known', () => {
  const good = '  - name: live\n    folder: /srv/live\n';
  const bad = '  - name: test\n   folder: x\n    grace: many\n';
  expect(sound(`targets:\n${bad}${good}`)).toEqual(['live /srv/live']);
  expect(sound(`targets:\n${good}${bad}`)).toEqual(['live /srv/live']);
  expect(sound(`target: x\ntargets:\n${good}`)).toEqual(['live /srv/live']);
});

test('of two with one name neither is used, nor is any where it is not known what the targets are', () => {
  const live = '{name: live, folder: /a}';
  expect(sound(`targets: [${live}, {name: live, folder: /b}, {name: test, folder: /c}]\n`)).toEqual(['test /c']);
  expect(sound(`targets: ${live}\n`)).toEqual([]);
  expect(sound(`<<<<<<< one\ntargets: [${live}]\n=======\n>>>>>>> two\n`)).toEqual([]);
});

const buckets = [
  ['Paper', 'Paper'],
  ['Paper', 'paper'],
  ['paper', 'PAPER'],
  ['"?"', '"!"'],
];

test.each(buckets)('buckets that would be called alike: %s and %s', (bucket, state) => {
  const text = `targets:\n  - {name: live, ${store(`bucket: ${bucket}, state: ${state}`)}}\n`;
  const { problems } = readSettings(Buffer.from(text), 'publish.yaml');
  const right = /“(bucket: \S+)”/.exec(problems.map((each) => each.fix).join())?.[1] ?? `bucket: ${bucket}`;
  const other = problems.find((each) => each.code === 'publish/state-is-public')?.fix;
  const mended = text
    .replace(`bucket: ${bucket}`, right)
    .replace(`state: ${state}`, /“(state: \S+)”/.exec(other ?? '')?.[1] ?? '');
  expect(problems.filter(({ fix }) => fix.includes('state: '))).toHaveLength(1);
  expect([mended, readSettings(Buffer.from(mended), 'publish.yaml').problems]).toEqual([mended, []]);
});

test('readers are given back what they had whatever is wrong with another target, which is told', async () => {
  const live = new LiveRoom({ 'articles/2015/11/26/a.md': articleText({ title: 'Alpha' }) });
  const { folder } = live.room;
  const run = (...args: string[]) => runHere([...args, '--newsroom', folder, '--now', '2015-11-26T12:00Z']);
  writeFileSync(
    join(folder, 'publish.yaml'),
    `targets:\n  - {name: test, folder: ../x}\n  - {name: live, folder: "${folder}/dist-live"}\n`,
  );
  for (const title of ['Alpha', 'Aleph']) {
    live.commit({ 'articles/2015/11/26/a.md': articleText({ title }) });
    const { code, stderr } = await run('publish', '--to', 'live');
    expect(code).toBe(0);
    expect(stderr).toMatch(/publish\/path-not-whole[\s\S]*The target “live” is right, and is used\./);
  }
  expect(await run('rollback', '--to', 'live')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('as in edition 1'),
    stderr: expect.stringContaining('The target “live” is right, and is used.'),
  });
  const { code, stderr } = await run('publish', '--to', 'test');
  expect(code).toBe(2);
  expect(stderr).toContain('publish/path-not-whole');
  expect(stderr).not.toContain('is used');
});
