/** As README says it: a bare repository whose hook publishes, and a line of a crontab; pushed to as an author does. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { cli } from '../support/cli.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

test('a push is live when it returns, a push with a mistake tells its author, and the monitor tells what is behind', async () => {
  const room = newsroom({ files: { 'articles/2015/11/26/a.md': articleText({ title: 'Alpha' }) } });
  const [bare, server, live] = ['cache-bare', 'cache-server', 'cache-live'].map((name) => join(room.folder, name));
  const broadsheet = `${process.execPath} ${cli} `;
  writeFileSync(join(room.folder, 'publish.yaml'), `targets: [{name: live, folder: ${live}}]\n`);
  room.commit();
  room.git('init', '--quiet', '--bare', '--initial-branch=main', bare ?? '');
  room.git('remote', 'add', 'origin', bare ?? '');
  room.git('push', '--quiet', 'origin', 'main');
  room.git('clone', '--quiet', bare ?? '', server ?? '');
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, hook = ''] = /<<'HOOK'\n([\s\S]*?)HOOK\n/.exec(readme) ?? [];
  const file = join(bare ?? '', 'hooks/post-receive');
  const here = (text: string) =>
    text.replaceAll('/srv/newsroom', server ?? '').replaceAll('npm run --silent broadsheet -- ', broadsheet);
  writeFileSync(file, here(hook));
  chmodSync(file, 0o755);
  const push = (title: string, more = {}) => {
    room.write({ 'articles/2015/11/26/a.md': articleText({ title, ...more }) }).commit(title);
    const run = spawnSync('git', ['-C', room.folder, 'push', 'origin', 'main'], { encoding: 'utf8' });
    return run.stderr;
  };
  expect(push('Aleph')).toMatch(/Edition 1 is live: commit [0-9a-f]{8}/);
  expect(readFileSync(join(live ?? '', 'current/index.html'), 'utf8')).toContain('Aleph');
  const told = push('Bet', { section: 'nowhere' });
  expect(told).toMatch(/content\/articles\/2015\/11\/26\/a\.md:\d+/);
  expect(told).toMatch(/Readers still have edition 1\./);
  expect(readFileSync(join(live ?? '', 'current/index.html'), 'utf8')).toContain('Aleph');

  const [, monitor = ''] = /(#!\/bin\/sh\n# as a cron job[\s\S]*?)```/.exec(readme) ?? [];
  const asked = here(monitor).replace(/curl \S+ \S+ \S+/, `cat ${join(live ?? '', 'current/edition.json')}`);
  const at = (age: string) => spawnSync('sh', ['-c', asked.replace('1800', age)], { encoding: 'utf8' }).stdout;
  expect(at('-1')).toMatch(/^Readers have commit [0-9a-f]{40}, and main has been at [0-9a-f]{40} for/);
  expect(at('1800')).toBe('');
  // Somebody has looked at an older commit there.
  spawnSync('git', ['-C', server ?? '', 'checkout', '--quiet', '--detach']);
  expect(push('Bet', { section: 'world' })).toMatch(/Edition 2 is live/);
  expect(at('-1')).toBe('');
  expect(existsSync(join(live ?? '', 'publishing.txt'))).toBe(false);

  room.write({ 'articles/2015/11/26/a.md': articleText({ title: 'Gimel' }) }).commit('One of two pushes');
  const wanted = room.git('rev-parse', 'HEAD');
  const first = spawn('git', ['-C', room.folder, 'push', 'origin', 'main']);
  const ended = once(first, 'exit');
  await vi.waitFor(() => expect(room.git('ls-remote', 'origin', 'main')).toContain(wanted), { timeout: 20_000 });
  expect(push('Dalet')).toMatch(/Edition 4 is live/);
  expect(await ended).toEqual([0, null]);
  expect(readFileSync(join(live ?? '', 'current/index.html'), 'utf8')).toContain('Dalet');
});
