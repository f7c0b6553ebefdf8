/** What `publish.yaml` says of an object store, and what is said of it when that is wrong. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/publish/settings.ts';
import { runHere } from '../support/cli.ts';
import { articleText } from '../support/newsroom.ts';
import { LiveRoom } from './live-room.ts';

const settingsOf = (target: string) =>
  readSettings(Buffer.from(`targets:\n  - {name: live, ${target}}\n`), 'publish.yaml');
const storeWith = (more: Record<string, string>) => {
  const given = { endpoint: 'https://s3.example', bucket: 'paper', state: 'paper-state', ...more };
  return `store: {${Object.entries(given)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ')}}`;
};

test('a store needs its address and two buckets, and has a lock of its own unless CI sees to it', () => {
  const { targets, problems } = settingsOf(storeWith({}));
  expect(problems).toEqual([]);
  const usual = { prefix: '', lock: 'store', encoding: 'none' };
  expect(targets[0]?.store).toEqual({
    endpoint: 'https://s3.example',
    bucket: 'paper',
    state: 'paper-state',
    ...usual,
  });
  expect(settingsOf(storeWith({ prefix: 'a/b', lock: 'ci', encoding: 'gzip', region: 'eu-west-1' })).problems).toEqual(
    [],
  );
});

test.each([
  [
    'an endpoint without its scheme',
    storeWith({ endpoint: 's3.example' }),
    'publish/bad-endpoint',
    'https://s3.example',
  ],
  [
    'an endpoint with a bucket',
    storeWith({ endpoint: 'https://s3.example/paper' }),
    'publish/bad-endpoint',
    'https://s3.example',
  ],
  ['capital letters', storeWith({ bucket: 'My Paper' }), 'publish/bad-bucket', 'my-paper'],
  ['slashes too many', storeWith({ prefix: '/a//b/' }), 'publish/bad-prefix', 'a/b'],
  ['another lock', storeWith({ lock: 'stor' }), 'yaml/wrong-value', 'store'],
  ['one bucket for both', storeWith({ state: 'paper' }), 'publish/state-is-public', '“state: paper-state”'],
  ['a folder and a store', `folder: /srv/a, ${storeWith({})}`, 'publish/where', 'Keep one of these'],
  ['neither', 'grace: 5', 'publish/where', 'folder: for a folder of this machine'],
])('%s is a Problem', (_, target, code, fix) => {
  const { problems } = settingsOf(target);
  expect(problems).toMatchObject([{ code, file: 'publish.yaml', line: 2, fix: expect.stringContaining(fix) }]);
});

test('commands say what is missing: the key in the environment, and a folder for nginx', async () => {
  const room = new LiveRoom({ 'articles/2015/11/26/a.md': articleText() });
  room.commit();
  writeFileSync(join(room.room.folder, 'publish.yaml'), `targets:\n  - {name: live, ${storeWith({})}}\n`);
  const run = (command: string) => runHere([command, '--newsroom', room.room.folder, '--to', 'live']);
  expect(await run('publish')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('The environment has no AWS_ACCESS_KEY_ID and no AWS_SECRET_ACCESS_KEY'),
  });
  expect(await run('nginx')).toMatchObject({ code: 2, stderr: expect.stringContaining('is an object store') });
});
