/** `broadsheet shots`: which pages it takes, in which looks, and what it says where it cannot. */
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { openChromium } from '../../src/commands/shots/chromium.ts';
import { onePageOfEachKind } from '../../src/commands/shots/pages.ts';
import { runHere } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { articleText, Newsroom, projectRoot } from '../support/newsroom.ts';

const files = {
  'articles/2015/11/26/bare.md': articleText({ redirectFrom: ['/old.html'] }),
  'articles/2015/11/26/full.md': articleText(
    { topics: ['sea'], series: 'sea' },
    '::: fact {title="A"}\nB\n:::\n\n> Said',
  ),
  'pages/about.md': '---\ntitle: About\n---\n\nAbout us.\n',
};

let room: Newsroom;
let elsewhere: Server;
let asked = 0;
beforeAll(async () => {
  elsewhere = createServer((_, response) => response.end(String(++asked)));
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as AddressInfo;
  const colours = '<body style="background:light-dark(#f00,#00f);color-scheme:light dark">';
  room = new Newsroom({ git: false, files });
  room.write({
    '../public/own.html': `${colours}<img src="http://127.0.0.1:${port}/a.png">`,
    '../public/own/index.html': '<p class="a b c d e f">Ours',
  });
  await room.rendered();
});
afterAll(() => {
  elsewhere.close();
  room.dispose();
});

const shots = (...args: string[]) =>
  runHere(['shots', '--newsroom', room.folder, '--out', room.out, '--cache', room.cache, ...args]);

test('of each kind of page the one with most on it is taken, and nothing that is no page', async () => {
  const catalog = openCatalog(room.cache);
  const urls = onePageOfEachKind(catalog, room.out);
  const kindOf = (url: string) => catalog.routes.row(url)?.kind;
  const built = new Set(['/2015/11/26/bare/', ...urls].map(kindOf));
  expect(urls).toEqual(expect.arrayContaining(['/', '/2015/11/26/full/', '/about/', '/404.html', '/2015/11/26/']));
  expect(urls.map(kindOf).sort()).toEqual([...built].sort());
  expect(urls.filter((url) => /old|own|feed\.|sitemap|bare/.test(url))).toEqual([]);
  catalog.close();
});

const isLong = process.env.BROADSHEET_TEST === 'long';

test('a page is taken narrow and wide, light and dark, and on paper; no other site is asked for anything', async () => {
  room.write({ '../cache/shots/of-last-time.png': 'old' });
  const ended = await shots('--page', '/own.html', ...(isLong ? [] : ['--width', '320']));
  expect(ended).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Took 1 page, 320.* pixels wide, in light and dark, and on paper: /),
    stderr: '',
  });
  const folder = join(room.cache, 'shots');
  const looks = (isLong ? [1280, 1920, 320, 768] : [320]).flatMap((width) =>
    ['dark', 'light'].map((look) => `own-${width}-${look}.png`),
  );
  expect(readdirSync(folder).sort()).toEqual([...looks, 'own-print.pdf'].sort());
  for (const look of looks) {
    const { data, info } = await sharp(join(folder, look)).raw().toBuffer({ resolveWithObject: true });
    const [, width, name] = look.split(/[-.]/);
    expect([info.width, [...data.subarray(0, 3)]]).toEqual([
      Number(width),
      name === 'dark' ? [0, 0, 255] : [255, 0, 0],
    ]);
  }
  expect(asked).toBe(0);
});

test('what is empty of a page, and how many stories are seen of it first, is told in figures', async () => {
  const story = (slug: string) => `<a href="/2015/11/26/${slug}/" style="display:block;height:20px">`;
  const page = (width: number, stories: string) =>
    `<body style="margin:0;padding:0 50px"><main style="height:2000px;position:relative"><img src="/none.png" style="position:absolute;width:${width}px;height:2000px;left:0;top:0"><div style="position:relative">${stories}</div></main>`;
  const below = '<p style="height:1000px"></p>';
  room.write({
    '../public/half.html': page(450, `${story('a')}</a>`),
    '../public/full.html': page(
      900,
      `${story('a')}one</a>${story('a')}again</a>${story('b')}two</a>${below}${story('c')}three</a>`,
    ),
  });
  await room.rendered();
  const { stdout } = await shots('--empty', '--page', '/half.html', '--page', '/full.html', '--width', '1000');
  // Of 900 pixels between the margins 450 have a picture, and 24 more are the margin beside it.
  expect(stdout).toMatch(/^\/half\.html +1000 +47\.\d % +47\.\d % +5\d\.\d % +0$/m);
  expect(stdout).toMatch(/^\/full\.html +1000 +0\.0 % +0\.0 % +[45]\.\d % +2$/m);
});

test('without playwright-core or Chromium it says in a sentence what to install', async () => {
  await expect(openChromium([temporaryFolder()])).rejects.toThrow(
    /^Pictures are taken by playwright-core.*npm install/,
  );
  vi.stubEnv('PATH', temporaryFolder());
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', temporaryFolder());
  const { code, stdout, stderr } = await shots();
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/^Pictures are taken in Chromium, which is not installed here: [^\n]*\.\n$/);
});

test.each([
  ['a page that is not there', ['--page', '/abuot/'], 'There is no page at /abuot/'],
  ['what is no page', ['--page', '/feed.xml'], 'There is no page at /feed.xml'],
  ['an address that is no path', ['--page', 'about/'], 'Write its path as in /about/'],
  ['a width that is none', ['--width', 'wide'], '--width takes a number of pixels'],
  ['a folder that was not built', ['--out', projectRoot], 'is not what was built last'],
])('%s is wrong usage', async (_, args, said) => {
  expect(await shots(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
});
