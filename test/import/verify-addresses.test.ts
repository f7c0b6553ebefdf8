/** A built site is asked for each address of the old one, and for nothing of what waits. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type OldAddress, writeAddresses } from '../../src/commands/import/verify-addresses.ts';
import { runHere } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { writeFiles } from '../support/project-copy.ts';

const leading = (to: string) => `<!doctype html><meta http-equiv="refresh" content="0; url=${to}">`;

const feed = (self: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><atom:link href="https://new.example${self}" rel="self"/></channel></rss>`;

const site = {
  'dist/index.html': '<!doctype html>',
  'dist/2015/11/26/ferry/index.html': '<!doctype html>',
  'dist/old/ferry.php/index.html': leading('/2015/11/26/ferry/'),
  'dist/older/index.html': leading('/old/ferry.php'),
  'dist/wrong/index.html': leading('/'),
  'dist/sea/feed.xml': feed('/topics/sea/feed.xml'),
  'dist/land/feed.xml': feed('/topics/land/feed.xml'),
  '.cache/redirects.json': '[{"from": "/?p=1", "to": "/2015/11/26/ferry/", "file": false}]',
  'package.json': '{"dependencies": {"broadsheet": "0"}}',
};

const ferry = (from: string, by = 'redirect', waits = false): OldAddress => ({
  ...{ from, to: '/2015/11/26/ferry/', by, waits },
});

async function verified(...addresses: OldAddress[]) {
  const root = temporaryFolder();
  writeFiles(root, site);
  mkdirSync(join(root, 'content'));
  mkdirSync(join(root, 'import'));
  writeAddresses(root, addresses);
  return runHere(['import', '--verify', '--newsroom', root]);
}

test('an address is answered by its page, by one that leads there, or by a host that is told of it', async () => {
  const { code, stdout, stderr } = await verified(
    ferry('/2015/11/26/ferry/', 'itself'),
    ferry('/2015/11/26/ferry', 'itself'),
    ferry('/old/ferry.php'),
    ferry('/older/'),
    ferry('/?p=1'),
    ferry('/draft/', 'redirect', true),
    { ...ferry('/later/'), due: 4_000_000_000 },
    { ...ferry('/older/'), due: 1_000_000_000 },
    ferry('/no server/', 'refused'),
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(
    '6 of 6 old addresses are answered: 2 by a page, 3 by one that leads on, 1 by your host, as .cache/redirects.json tells it.\nNot asked, since readers do not have them yet: 2 of drafts, of stories to come, and of stories in quarantine.',
  );
});

test.each([
  ['/2015/11/26/Ferry/', '/2015/11/26/Ferry/ is not answered; it was /2015/11/26/ferry/.'],
  ['/?p=2', '/?p=2 is not answered; it was /2015/11/26/ferry/.'],
  ['/wrong/', '/wrong/ leads to /; it was /2015/11/26/ferry/.'],
])('%s is told, at which that story is not', async (from, told) => {
  const { code, stderr } = await verified(ferry(from, 'itself'));
  expect([code, stderr]).toEqual([1, `${told}\n`]);
});

test('without an import or a site it says what to do first', async () => {
  const root = temporaryFolder();
  writeFiles(root, { 'package.json': '{"dependencies": {"broadsheet": "0"}}' });
  expect((await runHere(['import', '--verify', '--newsroom', root, '--content', root])).stderr).toContain(
    'Build it first',
  );
  writeFileSync(join(root, 'index.html'), '');
  const { code, stderr } = await runHere([
    ...['import', '--verify', '--newsroom', root, '--content', root, '--out', root],
  ]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('Import first')]);
});

test('a feed that stands at its former address too is the one that it says it is', async () => {
  const sea = (from: string): OldAddress => ({ from, to: '/topics/sea/feed.xml', by: 'redirect', waits: false });
  const { code, stderr } = await verified(sea('/sea/feed.xml'), sea('/land/feed.xml'));
  expect([code, stderr]).toEqual([1, '/land/feed.xml leads to /topics/land/feed.xml; it was /topics/sea/feed.xml.\n']);
});
