/** A full disk, a folder that may not be written, a file that may not be read: a sentence, never a stack. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildHere, cli, runHere, runProcess } from '../support/cli.ts';
import { onFailingDisk } from '../support/failing-disk.ts';
import { siteIn, temporaryFolder } from '../support/folder-contents.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';

const story = 'articles/2015/11/26/a.md';
const files = {
  [story]: articleText({ image: { file: 'a/x.jpg', alt: '' } }),
  'articles/2015/11/26/a/x.jpg': jpeg,
};
const safe = 'The site is unchanged, or the next build will finish it.';

type Case = [string, Parameters<typeof onFailingDisk>[0], string | ((room: Newsroom) => string)];

const cases: Case[] = [
  ['a page', { code: 'ENOSPC', of: ['writeFileSync'], at: (path) => path.includes('/.tmp/next') }, 'the disk is full'],
  [
    'a picture to be kept',
    { code: 'ENOSPC', of: ['writeFileSync'], at: (path) => path.includes('/pictures/') },
    'could not be written: the disk is full',
  ],
  [
    'the mark of a whole site',
    { code: 'EDQUOT', of: ['writeFileSync'], at: (path) => path.endsWith('.edition.next') },
    '.edition could not be written: this user’s share',
  ],
  [
    'old addresses',
    { code: 'ENOSPC', of: ['writeFileSync'], at: (path) => path.endsWith('redirects.json.next') },
    'redirects.json could not be written',
  ],
  [
    'when to build next',
    { code: 'ENOSPC', of: ['writeFileSync'], at: (path) => path.endsWith('next-due.next') },
    'next-due could not be written: the disk is full',
  ],
  [
    'the checksum',
    { code: 'ENOSPC', of: ['writeFileSync'], at: (path) => path.endsWith('.sum') },
    'production.sqlite.sum could not be written',
  ],
  [
    'a cache on a disk that can only be read',
    { code: 'EROFS', of: ['accessSync'], at: (path) => path.endsWith('/cache') || path.includes('newsroom-') },
    'it can only be read here',
  ],
  [
    'a story that may not be read',
    { code: 'EACCES', of: ['openSync'], at: (path) => path.endsWith(story) },
    ({ content }) => `${join(content, story)} could not be read: this user may not do that`,
  ],
  [
    'a folder that may not be read',
    { code: 'EACCES', of: ['readdirSync'], at: (path) => path.endsWith('2015/11') },
    '2015/11 could not be read: this user may not do that',
  ],
  [
    'a picture, with too many files open',
    { code: 'EMFILE', of: ['openSync'], at: (path) => path.endsWith('.jpg') },
    'x.jpg could not be read: too many files are open. Allow more with “ulimit -n 4096”',
  ],
];

test.for(cases)('%s: exit code 3, with what, why and what is safe', async ([, refusal, said]) => {
  const room = newsroom({ git: false, files });
  const run = await onFailingDisk(refusal, () => buildHere(room));
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain(typeof said === 'string' ? said : said(room));
  expect(run.stderr).toContain(safe);
  expect(run.stderr).not.toMatch(/ {4}at |bug in Broadsheet/);
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
});

test('a file that goes between being listed and being read is exit code 3, and asks for another build', async () => {
  const room = newsroom({ git: false, files });
  let opened = 0;
  const isGone = (path: string) => path.endsWith(story) && ++opened > 1;
  const run = await onFailingDisk({ code: 'ENOENT', of: ['openSync'], at: isGone }, () => buildHere(room));
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toBe(
    `${story} changed while it was being built. Nothing was published from it; build once more.\n`,
  );
  expect((await buildHere(room)).code).toBe(0);
});

test('what a full disk left half done is made whole by the next build', async () => {
  const room = newsroom({ git: false, files });
  let written = 0;
  const isFull = (path: string) => path.includes('/.tmp/next') && ++written > 20;
  const run = await onFailingDisk({ code: 'ENOSPC', of: ['writeFileSync'], at: isFull }, () => buildHere(room));
  expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining(safe) });
  expect(Object.keys(siteIn(room.out)).length).toBeGreaterThan(10);
  expect((await buildHere(room)).code).toBe(0);
  const whole = siteIn(room.out);
  await buildHere(room, ['--out', `${room.out}-anew`, '--cache', `${room.cache}-anew`]);
  expect(siteIn(`${room.out}-anew`)).toEqual(whole);
});

test('a check and a saved state say what is safe in their own case', async () => {
  const room = newsroom({ git: false, files });
  expect((await buildHere(room)).code).toBe(0);
  const at = (path: string) => path === room.cache;
  const inCache = <T>(work: () => Promise<T>) => onFailingDisk({ code: 'EROFS', of: ['accessSync'], at }, work);
  const checked = await inCache(() => runHere(['check', '--out', room.out, '--cache', room.cache]));
  expect(checked).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/only be read here.*The site was only read\./),
  });
  const state = join(temporaryFolder(), 'state.bin');
  const noRoom = { code: 'ENOSPC' as const, of: ['renameSync' as const], at: (path: string) => path === state };
  const saved = await onFailingDisk(noRoom, () => runHere(['state', 'save', state, '--cache', room.cache]));
  expect(saved.stderr).toBe(
    `${state} could not be written: the disk is full. Make room on it, then try again. What was remembered and what was saved before are unchanged.\n`,
  );
  expect(existsSync(state)).toBe(false);
});

test('a cache folder that is a file is exit code 3, with its name', async () => {
  const room = newsroom({ git: false, files });
  const run = await buildHere(room, ['--cache', join(room.content, 'site.yaml', 'cache')]);
  expect(run).toMatchObject({ code: 3, stderr: expect.stringContaining('a file is in the place of a folder') });
});

test('who stops reading stops no work: it ends whole, with its own exit code', async () => {
  const room = newsroom({ git: false, files: { [story]: articleText({}, '<b>\n\n'.repeat(500)) } });
  const args = ['build', '--format', 'json', '--content', room.content, '--out', room.out, '--cache', room.cache];
  const headOnly = '{ "$0" "$@"; echo "exit code $?" >&2; } | head -c 1';
  const run = await runProcess('/bin/sh', ['-c', headOnly, process.execPath, cli, ...args]);
  expect(run).toMatchObject({ stdout: '[', stderr: expect.stringMatching(/^500 problems; .*\nexit code 1\n$/) });
  // Whether Node throws what a closed pipe answers depends on the moment: here it does.
  const closed = "process.stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))";
  const preload = `data:text/javascript,setTimeout(() => ${closed})`;
  const helped = await runProcess(process.execPath, ['--import', preload, cli, '--help']);
  expect(helped).toMatchObject({ code: 0, stderr: '' });
});

test('a report for which there is no room is exit code 3', async () => {
  const run = await runProcess('/bin/sh', ['-c', '"$0" "$@" > /dev/full', process.execPath, cli, '--help']);
  expect(run).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^The output could not be written: .*no space/),
  });
  expect(run.stderr).not.toContain('    at ');
});
