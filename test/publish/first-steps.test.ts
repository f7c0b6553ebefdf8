/** What a newcomer is told by the commands for a server of one’s own. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere } from '../support/cli.ts';
import { articleText, siteYaml } from '../support/newsroom.ts';
import { LiveRoom } from './live-room.ts';

const a = 'articles/2015/11/26/a.md';
const later = 'articles/2015/11/27/later.md';

test('where to go on is said before the first publish, after a rollback, and where a bad commit meets an embargo', async () => {
  const live = new LiveRoom({
    [a]: articleText({ title: 'Alpha' }),
    'site.yaml': siteYaml.replace('[en, ru]', '[en]'),
  });
  const { folder } = live.room;
  writeFileSync(join(folder, 'publish.yaml'), `targets:\n  - {name: live, folder: "${folder}/dist-live"}\n`);
  const run = (command: string, ...args: string[]) => runHere([command, '--newsroom', folder, ...args]);
  const publish = (now: string, ...args: string[]) => run('publish', '--to', 'live', '--now', now, ...args);

  await run('build', '--now', '2015-11-26T12:00Z');
  expect(await run('check', '--target', 'live')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('“live” has no edition as seen from here'),
  });
  expect((await run('nginx', '--to', 'live', '--out', 'live.conf')).stdout).toContain(
    `Now, as root: cp ${folder}/live.conf /etc/nginx/conf.d/ && nginx -t && nginx -s reload`,
  );

  live.commit({ [later]: articleText({ title: 'Later', date: '2015-11-27 10:00' }) });
  expect((await publish('2015-11-26T12:00Z')).stdout).toContain('Edition 1 is live');
  live.commit({ [a]: articleText({ section: 'nowhere' }) });
  const met = await publish('2015-11-27T12:00Z');
  expect(met.code).toBe(1);
  expect(met.stdout).toContain('Edition 2 is live');
  expect(met.stderr).toMatch(/Commit [0-9a-f]{8} was not published\.\nWhat was due is public all the same/);
  live.commit({ [a]: articleText({ title: 'Aleph' }) });
  expect((await publish('2015-11-27T12:00Z')).stdout).toContain('Edition 3 is live');
  expect(await run('rollback', '--to', 'live', '1', '--now', '2015-11-27T12:00Z')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('as in edition 1'),
  });

  rmSync(join(folder, '.git'), { recursive: true });
  expect((await publish('2015-11-27T12:00Z')).stderr).toContain(
    'Put the newsroom into git: git init, git add ., git commit.',
  );
});
