/** `broadsheet pages` as people and CI call it, and what other commands say of a pages host. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/publish/settings.ts';
import { runHere } from '../support/cli.ts';
import { articleText, siteYaml } from '../support/newsroom.ts';
import { PagesRoom } from './pages-room.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/26/b.md';

/** Of one language: each page is rendered and checked in earnest, and those of another language are no other. */
const oneLanguage = siteYaml.replace('languages: [en, ru]', 'languages: [en]');

async function roomFor(pages: string): Promise<PagesRoom> {
  const room = await PagesRoom.start({ [a]: articleText({ title: 'Alpha' }), [b]: articleText({ title: 'Beta' }) });
  room.room.write({ 'site.yaml': oneLanguage.replace('https://courier.example', room.host.address) });
  writeFileSync(join(room.room.folder, 'publish.yaml'), `targets:\n  - {name: live, pages: ${pages}}\n`);
  return room;
}

test('the first folder is asked for as such, the next answers for all addresses, and a check tells of it before', async () => {
  const room = await roomFor('netlify');
  const { folder } = room.room;
  const run = (command: string, ...args: string[]) => runHere([command, '--newsroom', folder, ...args]);
  const pages = (...args: string[]) => run('pages', '--to', 'live', '--now', '2016-01-01T00:00Z', ...args);
  room.commit();
  const made = await pages('--first');
  expect(made.code).toBe(0);
  expect(made.stdout).toMatch(/site has commit [0-9a-f]{8}, \d+ files\. Now: npx netlify-cli deploy --prod/);
  expect(room.made('_headers')).not.toContain('Strict-Transport-Security');
  expect(readFileSync(join(folder, '.cache/next-due'), 'utf8')).toMatch(/^(?:\d{4}-.*\n)?$/);
  room.upload();
  expect(await pages('--if-new')).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing new') });
  expect(existsSync(room.folder)).toBe(false);
  const asked = room.host.heard.map(({ path }) => path);
  expect(asked).toContain('/edition.json?1451606400');
  room.room.git('mv', `content/${b}`, 'content/articles/2015/11/26/bee.md');
  room.commit();
  const refused = await pages();
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('publish/url-ended') });
  expect(refused.stderr).toContain('Nothing was made of commit');
  expect(existsSync(room.folder)).toBe(false);
  const fixed = await run('check', '--target', 'live', '--fix');
  expect(fixed.stdout).toContain('bee.md now has redirectFrom /2015/11/26/b/');
  room.commit();
  expect(await pages()).toMatchObject({ code: 0 });
  expect(room.made('_redirects')).toContain('/2015/11/26/b/ /2015/11/26/bee/ 301!\n');
});

test('a publish to a target writes down, beside the site, when something is due, for a schedule that has no target to ask', async () => {
  const later = articleText({ title: 'Later', date: '2015-11-27 10:00' });
  const room = await PagesRoom.start({
    'site.yaml': oneLanguage,
    [a]: articleText(),
    'articles/2015/11/27/later.md': later,
  });
  const { folder } = room.room;
  writeFileSync(join(folder, 'publish.yaml'), `targets:\n  - {name: live, folder: "${folder}/dist-live"}\n`);
  room.commit();
  const publish = (now: string, ...args: string[]) =>
    runHere(['publish', '--newsroom', folder, '--to', 'live', '--now', now, ...args]);
  const noted = () => readFileSync(join(folder, '.cache/next-due'), 'utf8').trim();
  expect(await publish('2015-11-26T12:00+03:00')).toMatchObject({ code: 0 });
  expect(noted()).toBe('2015-11-27T07:00:00.000Z');
  expect(await publish('2015-11-26T12:01+03:00', '--if-due')).toMatchObject({ code: 0, stdout: '' });
  expect(noted()).toBe('2015-11-27T07:00:00.000Z');
});

test('what it cannot do is said before anything is built', async () => {
  const room = await roomFor('github');
  room.commit();
  const run = (...args: string[]) => runHere([...args, '--newsroom', room.room.folder]);
  const refused = async (said: string, ...args: string[]) =>
    expect(await run(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(said) });
  await refused('is a pages host', 'publish', '--to', 'live');
  await refused('is a pages host', 'rollback', '--to', 'live');
  await refused('is a pages host', 'nginx', '--to', 'live');
  await refused('Give each a folder of its own', 'pages', '--to', 'live', '--folder', 'content/site');
  await refused('Give each a folder of its own', 'pages', '--to', 'live', '--folder', '.');
  await refused('--before takes', 'pages', '--to', 'live', '--before', 'pages.dev');
  await refused('--instead-of takes', 'pages', '--to', 'live', '--instead-of', 'HEAD~1');
  writeFileSync(join(room.room.folder, 'publish.yaml'), 'targets:\n  - {name: live, folder: /srv/a}\n');
  await refused('is no pages host', 'pages', '--to', 'live');
});

test.each([
  ['pages: cloudfare', 'yaml/wrong-value', 'cloudflare'],
  ['pages: netlify, folder: /srv/a', 'publish/where', 'Keep one of these'],
  ['grace: 5', 'publish/where', 'pages: for a pages host'],
  ['pages: github, hooks: [{webSub: true}]', 'publish/hooks-of-pages', 'Remove hooks:'],
])('%s is a Problem', (target, code, fix) => {
  const { problems } = readSettings(Buffer.from(`targets:\n  - {name: live, ${target}}\n`), 'publish.yaml');
  expect(problems).toMatchObject([{ code, file: 'publish.yaml', line: 2, fix: expect.stringContaining(fix) }]);
});
