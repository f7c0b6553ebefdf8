/** Files of `public/`: byte for byte at the root of the site, and nothing else can have their addresses. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { contentsOf } from '../support/folder-contents.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const story = 'articles/2015/11/26/storm.md';
const about = '---\ntitle: About\n---\n\nAbout us.\n';
const bytes = Buffer.from([0, 255, 13, 10, 128]);

test.each([true, false])('they are read with the content, whether it is in git (%s) or not', async (git) => {
  const room = newsroom({
    git,
    files: { [story]: articleText({}, 'See [it](/files/a%20b.bin), [there](/downloads/) and [this](/ads.txt).') },
  });
  room.write({
    '../public/ads.txt': 'one',
    '../public/files/a b.bin': bytes,
    '../public/downloads/index.html': 'Down',
  });
  room.write({ '../public/.well-known/security.txt': 'Contact: mailto:a@b.example', '../public/.gitkeep': '' });
  if (git) room.commit();
  const rendered = await room.rendered();
  const own = ['/.well-known/security.txt', '/ads.txt', '/downloads/', '/files/a%20b.bin'];
  expect(rendered).toEqual(expect.arrayContaining(own));
  expect(rendered).not.toContain('/.gitkeep');
  expect(room.page('ads.txt')).toBe('one');
  expect(contentsOf(room.out)['files/a b.bin']).toBe(bytes.toString('latin1'));
  expect(room.page('2015/11/26/storm/index.html')).toContain(
    'See <a href="/files/a%20b.bin">it</a>, <a href="/downloads/">there</a> and <a href="/ads.txt">this</a>.',
  );
  room.write({ '../public/ads.txt': 'two' });
  expect(await room.rendered()).toEqual(['/ads.txt']);
  expect(await room.rendered()).toEqual([]);
  if (git) expect(await room.rendered({ commit: 'HEAD' })).toEqual(['/ads.txt']);
});

test('the folder may come, stay in git where it is not on the disk, and go', async () => {
  const room = newsroom({ files: { [story]: articleText() } });
  room.commit();
  await room.rendered();
  room.write({ '../public/ads.txt': 'one' }).commit();
  expect(await room.rendered()).toEqual(['/ads.txt']);
  room.remove('../public');
  const removed = (await room.build()).outcomes.filter(({ did }) => did === 'removed');
  expect(removed.map(({ url }) => url)).toEqual(['/ads.txt']);
  expect(await room.rendered({ commit: 'HEAD' })).toEqual(['/ads.txt']);
  room.commit();
  expect((await room.build({ commit: 'HEAD' })).outcomes.map(({ url }) => url)).toEqual(['/ads.txt']);
  expect(room.git('status', '--short')).toBe('');
});

describe('an address belongs to one file', () => {
  test.each([
    ['index.html', 'public/reserved'],
    ['404.html', 'public/reserved'],
    ['ru/404.html', 'public/reserved'],
    ['feed.xml', 'public/reserved'],
    ['edition.json', 'public/reserved'],
    ['edition-addresses.txt.gz', 'public/reserved'],
    ['about/gone.html', 'public/reserved'],
    ['index.html.gz', 'public/reserved'],
    ['index.html.moved', 'public/reserved'],
    ['world/feed.atom', 'public/reserved'],
    ['robots.txt', 'public/reserved'],
    ['robots.txt/index.html', 'public/reserved'],
    ['world/feed.xml/a.txt', 'public/reserved'],
    ['World', 'public/reserved'],
    ['world/index.html', 'public/reserved'],
    ['world/2015/index.html', 'public/reserved'],
    ['ru', 'public/reserved'],
    ['ru/topics/x.txt', 'public/reserved'],
    ['2015/11/26/storm/more.pdf', 'public/reserved'],
    ['sitemaps/x.xml', 'public/reserved'],
    ['.edition', 'public/reserved'],
    ['about', 'public/taken'],
    ['About/index.html', 'public/taken'],
    ['about/photo.jpg', undefined],
    ['world/photo.jpg', undefined],
    ['ru/about/index.html', undefined],
    ['feeds.json', undefined],
  ])('%s: %s', async (path, code) => {
    const room = newsroom({ git: false, files: { [story]: articleText(), 'pages/about.md': about } });
    room.write({ [`../public/${path}`]: 'x' });
    const { problems } = await room.build();
    expect(problems.map((each) => `${each.code} ${each.file}`)).toEqual(code ? [`${code} ../public/${path}`] : []);
  });

  test.each([
    ['old/index.html', '/old/'],
    ['old', '/old/one/'],
    ['Old.html', '/old.html'],
  ])('%s is in the way of a redirect from %s, whichever came first', async (path, from) => {
    const room = newsroom({ git: false, files: { [story]: articleText({ redirectFrom: [from] }) } });
    await room.rendered();
    room.write({ [`../public/${path}`]: 'x' });
    const first = await room.build();
    expect(first.problems.map(({ code, file }) => `${code} ${file}`)).toEqual([`redirect/taken ${story}`]);
    room.write({ [story]: articleText() });
    await room.rendered();
    room.write({ [story]: articleText({ redirectFrom: [from] }) });
    expect((await room.build()).problems.map(({ code }) => code)).toEqual(['redirect/taken']);
  });

  test('a page that comes later is told of at the file', async () => {
    const room = newsroom({ git: false, files: { [story]: articleText() } });
    room.write({ '../public/about/index.html': 'x' });
    await room.rendered();
    room.write({ 'pages/about.md': about });
    expect((await room.build()).problems.map(({ code }) => code)).toEqual(['public/taken']);
  });

  test('a redirect from the address of a document is refused', async () => {
    const files = {
      'articles/2015/11/26/calm.md': articleText({}, '[x](calm/a.csv)'),
      'articles/2015/11/26/calm/a.csv': 'a',
    };
    const room = newsroom({ git: false, files });
    room.write({ [story]: articleText({ redirectFrom: ['/2015/11/26/calm/a.csv'] }) });
    expect((await room.build()).problems.map(({ code }) => code)).toEqual(['redirect/taken']);
  });
});

test('links and what is no file are refused, and what a program left is not put on the site', async () => {
  const room = newsroom({ files: { [story]: articleText() } });
  mkdirSync(join(room.folder, 'public'));
  symlinkSync('/etc/passwd', join(room.folder, 'public/passwd'));
  expect((await room.build()).problems.map(({ code }) => code)).toEqual(['content/symlink']);
  room.remove('../public/passwd').write({ '../public/.DS_Store': 'x', '../public/ads.txt~': 'x' });
  room.commit();
  const { problems } = await room.build();
  expect(problems.map(({ code }) => code)).toEqual(['public/leftover', 'public/leftover']);
  expect(Object.keys(contentsOf(room.out)).filter((path) => /DS_Store|ads/.test(path))).toEqual([]);
  expect((await room.build()).problems).toEqual([]);
});

test('a check reads the links of their pages and judges nothing else in them', async () => {
  const room = newsroom({ git: false, files: { [story]: articleText({}, 'See [data](storm/data.json).') } });
  room.write({ 'articles/2015/11/26/storm/data.json': '{"url": "not-one", "image": 5' });
  room.write({ '../public/google1.html': 'google-site-verification: <b>1<a href="/nowhere/">x</a>' });
  room.write({ '../public/app.json': '[' });
  const { problems } = await room.build();
  expect(problems).toEqual([]);
  const own = (path: string) => /google1|app\.json|data\.json/.test(path);
  const edition = { out: room.out, siteUrl: 'https://courier.example' };
  const told = async (isAsItWas?: typeof own) =>
    (await checkEdition({ ...edition, isAsItWas })).problems
      .filter(({ file }) => own(file))
      .map(({ code, file }) => `${code} ${file}`);
  expect(await told(own)).toEqual(['check/broken-link dist/google1.html']);
  expect((await told()).length).toBeGreaterThan(2);
});
