/** Icons: made of one drawing, unless the newsroom has files of its own in `public/`. */
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { type IconFile, iconFiles } from '../../src/content/own-addresses.ts';
import { thingsOn } from '../layouts/things.ts';
import { contentsOf } from '../support/folder-contents.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';

const files = { 'articles/2015/11/26/storm.md': articleText({ redirectFrom: ['/old/'] }) };
const pages = ['index.html', '2015/11/26/storm/index.html', '404.html', 'old/index.html', 'ru/index.html'];

/** What each page says of icons: the addresses in its head, `data:` for the drawing, and the publisher's logo. */
function told(room: Newsroom): string[] {
  const heads = pages.map((path) => {
    const links = [...room.page(path).matchAll(/<link rel="(?:apple-touch-)?icon" href="([^",]+)/g)];
    return links.map(([, href = '']) => href.replace(/^data:.*/, 'data:')).join(' ');
  });
  expect(new Set(heads).size).toBe(1);
  const [article] = thingsOn(room.page('2015/11/26/storm/index.html'));
  const publisher = article?.publisher as { logo?: string } | undefined;
  return [heads[0] ?? '', publisher?.logo ?? ''];
}

const whole = ['/favicon.ico data: /apple-touch-icon.png', 'https://courier.example/icon-512.png'];

/** The first letters of each icon's bytes: of a made one what says of which type it is. */
function icons(room: Newsroom): Partial<Record<IconFile, string>> {
  const built = contentsOf(room.out);
  return Object.fromEntries(
    iconFiles.flatMap((name) => (built[name] === undefined ? [] : [[name, built[name].slice(0, 4)]])),
  );
}

const made = {
  'favicon.ico': '\0\0\u0001\0',
  'apple-touch-icon.png': '\u0089PNG',
  'icon-512.png': '\u0089PNG',
};

test('every page leads to all of them, and they are there', async () => {
  const room = newsroom({ git: false, files });
  expect(await room.rendered()).toEqual(expect.arrayContaining(iconFiles.map((name) => `/${name}`)));
  expect(icons(room)).toEqual(made);
  expect(told(room)).toEqual(whole);
  expect((await checkEdition({ out: room.out, siteUrl: 'https://courier.example' })).problems).toEqual([]);
  room.write({ 'articles/2015/11/26/storm.md': articleText({ title: 'Another' }) });
  expect((await room.rendered()).filter((url) => /icon/.test(url))).toEqual([]);
});

test('a file of public/ stands in for the one that is made; the engine’s drawing is then shown nowhere', async () => {
  const room = newsroom({ git: false, files });
  await room.rendered();
  room.write({ '../public/favicon.ico': 'ours' });
  const came = await room.build();
  expect(came.problems).toEqual([]);
  expect(icons(room)).toEqual({ 'favicon.ico': 'ours' });
  expect(told(room)).toEqual(['/favicon.ico', '']);
  const isAsItWas = (path: string) => path === 'favicon.ico';
  expect((await checkEdition({ out: room.out, siteUrl: 'https://courier.example', isAsItWas })).problems).toEqual([]);

  room.write({ '../public/favicon.ico': 'ours anew' });
  expect(await room.rendered()).toEqual(['/favicon.ico']);
  room.write({ '../public/icon-512.png': 'logo' });
  expect((await room.build()).problems).toEqual([]);
  expect(told(room)).toEqual(['/favicon.ico', 'https://courier.example/icon-512.png']);

  room.remove('../public');
  expect((await room.build()).problems).toEqual([]);
  expect(icons(room)).toEqual(made);
  expect(told(room)).toEqual(whole);
});

test.each([
  ['../public/Favicon.ico', 'public/reserved'],
  ['../public/favicon.ico/index.html', 'public/reserved'],
  ['../public/files/favicon.ico', undefined],
])('%s: %s', async (path, code) => {
  const room = newsroom({ git: false, files });
  room.write({ [path]: 'x' });
  expect((await room.build()).problems.map((each) => each.code)).toEqual(code ? [code] : []);
});

test('no redirect takes their addresses', async () => {
  const from = { redirectFrom: ['/favicon.ico', '/apple-touch-icon.png/'] };
  const room = newsroom({ git: false, files: { 'articles/2015/11/26/storm.md': articleText(from) } });
  expect((await room.build()).problems.map(({ code }) => code)).toEqual(['redirect/reserved', 'redirect/reserved']);
});
