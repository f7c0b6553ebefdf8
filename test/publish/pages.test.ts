/** What a pages host is given: the site as it was built, in its dialect, with no address ended and no newer commit replaced. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Redirect } from '../../src/catalog/redirects.ts';
import { writeNextDue } from '../../src/commands/next-due.ts';
import { isRefused } from '../../src/commands/pages.ts';
import type { Site } from '../../src/content/site.ts';
import { caching, cachingOf } from '../../src/publish/caching.ts';
import type { Host } from '../../src/publish/host-limits.ts';
import { rulesFor } from '../../src/publish/host-redirects.ts';
import { addressesFile, readLiveEdition } from '../../src/publish/live-edition.ts';
import { contentsOf } from '../support/folder-contents.ts';
import { articleText, instant, siteYaml } from '../support/newsroom.ts';
import { PagesRoom } from './pages-room.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const beta = (fields: object = {}) => articleText({ title: 'Beta', date: '2015-11-25 10:00', ...fields });
const redirectFrom = ['/old/', '/older', '/story.php', '/?p=123', '/a:b/', '/новости/'];
const alpha = articleText({ title: 'Alpha', id: '/2015/11/26/a/', redirectFrom });
const start = {
  'site.yaml': `${siteYaml}formerly: [https://old.example]\nids: https://old.example\n`,
  [a]: alpha,
  [b]: beta({ withdrawn: { date: '2015-11-27', reason: 'It was not true.' } }),
  'gone.yaml': '- {url: /files/map.pdf, reason: It was wrong.}\n- {url: /away/, to: "https://other.example:8/x/"}\n',
  'pages/thanks.md': '---\ntitle: Thanks\nnoindex: true\nredirectFrom: [/merci/]\n---\nThank you.\n',
  '../public/proof.html': '<!doctype html><title>Proof</title>',
};

const rulesOf = (text: string | undefined) => (text ?? '').split('\n').filter((line) => line !== '');

test('each host is told of old addresses in its dialect, and of headers if it heeds them', async () => {
  const room = await PagesRoom.start(start);
  room.commit();
  const made = async (host: Host) => {
    expect((await room.make({ host, isFirst: true })).files).toBeGreaterThan(20);
    return { rules: rulesOf(room.made('_redirects')), headers: room.made('_headers') };
  };
  const cloudflare = await made('cloudflare');
  const to = '/2015/11/26/a/';
  const all = ['/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/', '/merci/', '/old/', '/older', '/story.php'];
  expect(cloudflare.rules).toEqual(all.map((from) => `${from} ${from === '/merci/' ? '/thanks/' : to} 301`).sort());
  expect(cloudflare.headers).toContain("  Content-Security-Policy: frame-ancestors 'none'\n");
  expect(cloudflare.headers).toContain('  Strict-Transport-Security: max-age=15768000\n');
  expect(cloudflare.headers).toContain('/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n');
  expect(cloudflare.headers).toMatch(
    /\/:a\/:b\/feed\.atom\n {2}Cache-Control: max-age=300\n {2}Access-Control-Allow-Origin: \*/,
  );
  // Its limits: 100 rules, and 2,000 characters in a line.
  expect(cloudflare.headers?.match(/^\//gm)?.length).toBeLessThan(50);
  expect(Math.max(...(cloudflare.headers ?? '').split('\n').map((line) => line.length))).toBeLessThan(200);
  const netlify = await made('netlify');
  expect(netlify.headers).toBe(cloudflare.headers);
  expect(netlify.rules).toEqual([
    `${cloudflare.rules[0]}!`,
    `/ p=123 ${to} 301!`,
    ...cloudflare.rules.slice(1).map((rule) => `${rule}!`),
    'https://old.example/* https://courier.example/:splat 301!',
    '/2015/11/25/b/ /2015/11/25/b/ 410!',
    '/files/map.pdf/ /files/map.pdf/ 410!',
    '/ru/* /ru/404.html 404',
  ]);
  expect(room.made('old/index.html')).toContain(`url=${to}`);
  const gitlab = await made('gitlab');
  expect(gitlab.headers).toBeUndefined();
  expect(gitlab.rules).toEqual(
    expect.arrayContaining([...cloudflare.rules, `/older/ ${to} 301`, `/story.php/ ${to} 301`]),
  );
  // A file would come before its rule there; without a rule the page stays.
  expect([room.made('old/index.html'), room.made('story.php/index.html')]).toEqual([undefined, undefined]);
  expect(room.made('a:b/index.html')).toContain(`url=${to}`);
  const github = await made('github');
  expect(github).toEqual({ rules: [], headers: undefined });
  expect(room.made('old/index.html')).toContain(`url=${to}`);
});

test('no header is said twice of one address, and hosts cache what other servers do', () => {
  for (const { onHosts, header } of caching)
    for (const address of onHosts) {
      const path = address.slice(1).replace('*', 'x').replaceAll(/:\w/g, 'name');
      expect([path, cachingOf(path)]).toEqual([path, header]);
    }
});

test('of more old addresses than GitLab takes, those without a rule keep their pages', () => {
  const redirects = Array.from({ length: 700 }, (_, n): Redirect => ({ from: `/was/${n}`, to: '/x/', file: true }));
  const site = { languages: ['en'] } as unknown as Site;
  const { text, pages, rules } = rulesFor('gitlab', { redirects, gone: [], answered: new Map(), site });
  const lines = rulesOf(text);
  expect([lines.length, rules, pages.size]).toEqual([1000, 1400, 500]);
  for (const { from } of redirects) {
    const ruled = [from, `${from}/`].filter((each) => lines.includes(`${each} /x/ 301`)).length;
    expect([from, ruled]).toEqual([from, pages.has(`${from.slice(1)}/index.html`) ? 2 : 0]);
  }
  const bytes = rulesFor('gitlab', {
    redirects: redirects.map((each) => ({ ...each, to: `/${'x'.repeat(200)}/` })),
    gone: [],
    answered: new Map(),
    site,
  });
  expect(bytes.text.length).toBeLessThanOrEqual(64 * 1024);
});

test('what differs by capital letters from where it leads is a rule where hosts tell the two apart, and takes no page away', () => {
  const redirects: Redirect[] = [
    { from: '/World/', to: '/world/#top', file: false },
    { from: '/Old', to: '/world/', file: true },
    { from: '/old', to: '/world/', file: false },
  ];
  const of = (host: Host) =>
    rulesFor(host, { redirects, gone: [], answered: new Map(), site: { languages: ['en'] } as unknown as Site });
  expect(rulesOf(of('cloudflare').text)).toEqual(['/World/ /world/#top 301', '/Old /world/ 301', '/old /world/ 301']);
  // There it would lead in a circle.
  expect(rulesOf(of('netlify').text)).toEqual(['/Old /world/ 301!']);
  expect([...of('gitlab').pages]).toEqual(['Old/index.html']);
});

test('the built site stays as it is, and what was made has the same files and says what it is', async () => {
  const room = await PagesRoom.start({ ...start, '../public/_redirects': '/promo /2015/ 302\n' });
  const head = room.commit();
  await room.make({ isFirst: true });
  const before = contentsOf(room.room.out);
  await room.make({ isFirst: true });
  expect(contentsOf(room.room.out)).toEqual(before);
  const inode = (folder: string) => statSync(join(folder, 'index.html')).ino;
  expect(inode(room.folder)).toBe(inode(room.room.out));
  expect(room.made('.edition')).toBeUndefined();
  expect(JSON.parse(room.made('edition.json') ?? '')).toEqual({
    edition: expect.stringMatching(/^[0-9a-f]{32}$/),
    commit: head,
    published: '2016-01-01T00:00:00Z',
  });
  expect(rulesOf(room.made('_redirects'))[0]).toBe('/promo /2015/ 302');
  const addresses = gunzipSync(readFileSync(join(room.folder, addressesFile)))
    .toString()
    .split('\n');
  expect(addresses).toContain('2015/11/26/a/index.html');
  expect(addresses).toContain('old/index.html');
  // Known to those alone who were given them.
  for (const hidden of ['thanks/index.html', 'merci/index.html', 'proof.html', '_redirects'])
    expect(addresses).not.toContain(hidden);
});

test('an address that readers have does not end without an answer', async () => {
  const room = await PagesRoom.start({ [a]: articleText({ title: 'Alpha' }), [b]: beta({ topics: ['ferry'] }) });
  room.commit();
  await room.make({ isFirst: true });
  room.upload();
  room.commit({ [b]: null, 'articles/2015/11/25/bee.md': beta({ topics: ['port'] }) });
  const [{ problems = [], files } = {}, instead] = await room.tries();
  expect(instead?.files).toBeUndefined();
  expect(problems).toMatchObject([{ code: 'publish/url-ended', what: expect.stringContaining('/2015/11/25/b/') }]);
  expect(problems[0]?.fix).toContain('redirectFrom: [/2015/11/25/b/] to content/articles/2015/11/25/bee.md');
  expect([files, room.made('edition.json')]).toEqual([undefined, undefined]);
  room.commit({
    'articles/2015/11/25/bee.md': beta({ topics: ['port'], id: '/2015/11/25/b/', redirectFrom: ['/2015/11/25/b/'] }),
  });
  expect((await room.make()).problems).toEqual([]);
  // A topic that no story names any more, and its feed; also in the edition after that.
  for (const title of ['Once', 'Twice']) {
    room.commit({ [a]: articleText({ title }) });
    expect((await room.make({ host: 'github' })).problems).toEqual([]);
    expect(room.made('topics/ferry/index.html')).toContain('url=/topics/');
    expect(room.made('topics/ferry/feed.xml')).toBe(room.made('feed.xml'));
    await room.make();
    expect(rulesOf(room.made('_redirects'))).toContain('/topics/ferry/feed.xml /feed.xml 301');
    room.upload();
  }
});

test('an older commit, or one of another history, replaces nothing', async () => {
  const room = await PagesRoom.start({ [a]: articleText() });
  const old = room.commit();
  const theirs = room.commit({ [a]: articleText({ title: 'Newer' }) });
  await room.make({ isFirst: true });
  room.upload();
  await expect(room.make({ head: old })).rejects.toThrow(
    /which is newer than .* Nothing was sent\. To go back, use what the host has/,
  );
  room.room.git('checkout', '-q', '--detach', old);
  room.commit({ [a]: articleText({ title: 'Other' }) });
  await expect(room.make()).rejects.toThrow(`add --instead-of ${theirs.slice(0, 8)}.`);
  expect(room.made('edition.json')).toBeUndefined();
  expect((await room.make({ insteadOf: theirs.slice(0, 8) })).files).toBeGreaterThan(10);
});

test('nothing is made while the site cannot be asked, or of what readers have just so', async () => {
  const room = await PagesRoom.start({ [a]: articleText() });
  room.commit();
  await expect(room.make()).rejects.toThrow(/edition\.json was answered with 404.*Nothing was made.*--first/);
  room.host.answer = () => ({ status: 200, body: '<!doctype html>' });
  await expect(room.make()).rejects.toThrow('edition.json is not what Broadsheet writes');
  const none = async () => Promise.reject(new Error('fetch failed', { cause: 'ENOTFOUND' }));
  await expect(readLiveEdition('https://courier.example', none)).rejects.toThrow('could not be asked for (ENOTFOUND)');
  const again = await PagesRoom.start({ [a]: articleText() });
  again.commit();
  await again.make({ isFirst: true });
  again.upload();
  expect((await again.make({ isOnlyIfNew: true })).files).toBeUndefined();
  expect((await again.make()).files).toBeGreaterThan(10);
  again.commit({ 'pages/new.md': '---\ntitle: New\n---\nNew.\n' });
  expect((await again.make({ isOnlyIfNew: true, now: instant('2016-03-01') })).files).toBeGreaterThan(10);
});

test('what is due comes out although the last commit has problems, with the commit that readers have', async () => {
  const later = { 'articles/2015/11/27/later.md': articleText({ title: 'Later', date: '2015-11-27 10:00' }) };
  const room = await PagesRoom.start({ [a]: articleText(), ...later });
  const good = room.commit();
  const [before, after] = [instant('2015-11-27T06:59Z'), instant('2015-11-27T07:00Z')];
  await room.make({ isFirst: true, now: before });
  room.upload();
  const commitOf = () => JSON.parse(room.made('edition.json') ?? '{}').commit;
  const filesAt = async (now: number) =>
    (await room.tries({ now })).map((each) => [isRefused(each), each.files !== undefined]);
  room.commit({ [b]: 'no front matter' });
  expect(await filesAt(before)).toEqual([
    [true, false],
    [false, false],
  ]);
  expect(commitOf()).toBeUndefined();
  expect(await filesAt(after)).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(commitOf()).toBe(good);
  expect(room.made('2015/11/27/later/index.html')).toContain('Later');
  room.upload();
  room.host.answer = () => ({ status: 500 });
  expect(await filesAt(after)).toEqual([[true, false]]);
  // Where it is known that nothing is due, nobody is asked.
  const heard = room.host.heard.length;
  writeNextDue(room.room.cache, '2015-11-28T10:00:00Z');
  expect(await filesAt(after)).toEqual([[true, false]]);
  expect(room.host.heard.length).toBe(heard);
});

test('beyond what the host takes nothing is made, and what is in the folder of another is not touched', async () => {
  const room = await PagesRoom.start({ [a]: articleText(), '../public/large.zip': Buffer.alloc(26 * 1024 ** 2) });
  room.commit();
  await room.make({ host: 'netlify', isFirst: true });
  const { problems } = await room.make({ isFirst: true });
  expect(problems).toMatchObject([{ code: 'publish/beyond-limit', file: 'dist/large.zip' }]);
  expect(room.made('edition.json')).toBeUndefined();
  mkdirSync(room.folder);
  writeFileSync(join(room.folder, 'notes.txt'), 'mine');
  await expect(room.make({ isFirst: true })).rejects.toThrow('It is never emptied');
  expect(room.made('notes.txt')).toBe('mine');
});
