/**
 * What a broken build, layout, disk or deployment can do to a site, one thing at a time: each is caught by the gate that is
 * meant for it. An untouched site gives nothing to tell.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Catalog, openCatalog } from '../../src/catalog/catalog.ts';
import type { BuiltSite } from '../../src/check/built-site.ts';
import { judgeEdition } from '../../src/check/check-edition.ts';
import { filesAsTheyAre } from '../../src/check/files-as-they-are.ts';
import { KnownLinks } from '../../src/check/known-links.ts';
import { PublicTexts } from '../../src/check/public-texts.ts';
import { Unpublished } from '../../src/check/unpublished.ts';
import { urlOfOutput } from '../../src/content/urls.ts';
import { makeFolder } from '../../src/source/make-folder.ts';
import { runHere } from '../support/cli.ts';
import { Newsroom, siteYaml } from '../support/newsroom.ts';
import { jpegWith, stemOf } from '../support/pictures.ts';
import { richRoom } from '../support/rich-room.ts';

/** Pages that html-validate is to read: it takes longer than all other gates, and only what was touched can be wrong. */
const touched = vi.hoisted(() => ({ paths: undefined as undefined | string[] }));
vi.mock('../../src/check/html.ts', async (original) => {
  const { checkHtml } = await original<typeof import('../../src/check/html.ts')>();
  const asked = (site: BuiltSite) => site.paths.filter((path) => !touched.paths || touched.paths.includes(path));
  return { checkHtml: (site: BuiltSite) => checkHtml({ ...site, paths: asked(site) }) };
});
// It crawls the site over HTTP, and is asked once, of the untouched site, by the command.
vi.mock('../../src/check/with-linkinator.ts', async (original) => {
  const none = { findings: [], looked: { gate: 'linkinator', counts: { pages: 1 } } };
  const { checkWithLinkinator } = await original<typeof import('../../src/check/with-linkinator.ts')>();
  return { checkWithLinkinator: (site: BuiltSite) => (touched.paths ? none : checkWithLinkinator(site)) };
});

let room: Newsroom;
let catalog: Catalog;

beforeAll(async () => {
  room = new Newsroom({ git: false, files: { ...richRoom, 'site.yaml': siteYaml } });
  await room.rendered();
});

afterAll(() => {
  catalog.close();
  room.dispose();
});

test('an untouched site gives nothing to tell, and every gate has looked at something', async () => {
  const { code, stdout } = await runHere([
    'check',
    '--content',
    room.content,
    '--out',
    room.out,
    '--cache',
    room.cache,
  ]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/No problems found\.\s*$/)]);
  expect(stdout.match(/^\w+(?=:)/gm)).toEqual([
    'links',
    'linkinator',
    'html',
    'policy',
    'pictures',
    'leaks',
    'reach',
    'folder',
  ]);
  catalog = openCatalog(room.cache);
});

/** The site as the folder has it now: the whole of it, or what was touched. */
async function codes(isWhole: boolean): Promise<string[]> {
  const { findings } = await judgeEdition({
    out: room.out,
    siteUrl: 'https://courier.example',
    isAsItWas: filesAsTheyAre(catalog, room.content),
    known: new KnownLinks(catalog),
    mayNotStand: { unpublished: new Unpublished(catalog), texts: new PublicTexts(catalog, room.content) },
    limits: isWhole ? { wholeFiles: 100_000, changedFiles: 0 } : { wholeFiles: 0, changedFiles: 10_000 },
  });
  return [...new Set(findings.map(({ code }) => code.replace('check/', '')))].sort();
}

type Bytes = Buffer | string | undefined;
/** Of the file that there is; undefined: it goes. */
type Sabotage = [what: string, path: string, change: (text: string, bytes: Buffer) => Bytes, codes: string[]];

const story = '2015/11/26/talks/index.html';
const picture = `${stemOf(jpegWith('harbour', 'larger')).slice(1)}-320`;
const secret = stemOf(jpegWith('signed'));
const inBody = (more: string) => (text: string) => text.replace('</main>', `${more}</main>`);
const without = (what: string | RegExp) => (text: string) => text.replace(what, '');
const half = (_: string, bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
const empty = () => '';
const gone = () => undefined;

/** Told by a check of what was written last. */
const inFiles: Sabotage[] = [
  ['a link to a page that is not there', story, inBody('<a href="/2015/11/26/tals/">x</a>'), ['broken-link']],
  ['a link without its slash', story, inBody('<a href="/about">x</a>'), ['missing-slash']],
  ['a link in capital letters', story, inBody('<a href="/About/">x</a>'), ['broken-link']],
  [
    'a fragment that no element has',
    story,
    (text) => text.replace('href="/authors/"', 'href="/authors/#nobody"'),
    ['broken-fragment'],
  ],
  [
    'the place gone that others link to',
    story,
    (text) => text.replace('s_the-first-day', 's_day-one'),
    ['broken-fragment'],
  ],
  ['a picture that is not there', story, (text) => text.replaceAll('-320.webp', '-640.webp'), ['missing-asset']],
  [
    'a preview for social networks that is not there',
    story,
    (text) => text.replace(/(og:image" content="[^"]*)-320/, '$1-999'),
    ['missing-asset'],
  ],
  ['an icon that is not there', story, (text) => text.replace('/favicon.ico', '/icon.ico'), ['missing-asset']],
  ['a page cut short', story, half, ['html', 'unused-policy']],
  ['an empty page', story, empty, ['html', 'no-policy']],
  ['the page of another story', story, () => room.page('2015/11/25/ferry/index.html'), ['another-page']],
  [
    'a canonical address on a test host',
    story,
    (text) => text.replace('canonical" href="https://courier.example', 'canonical" href="https://staging.example'),
    ['another-site'],
  ],
  [
    'a canonical address of another page',
    story,
    (text) =>
      text.replace(
        'canonical" href="https://courier.example/2015/11/26/talks/',
        'canonical" href="https://courier.example/',
      ),
    ['another-page'],
  ],
  [
    'an address without its host',
    story,
    (text) => text.replace('og:url" content="https://courier.example', 'og:url" content="'),
    ['not-absolute'],
  ],
  [
    'a translation that is not there',
    story,
    (text) =>
      text.replace(
        'hreflang="ru" href="https://courier.example/ru/',
        'hreflang="ru" href="https://courier.example/de/',
      ),
    ['broken-link'],
  ],
  [
    'structured data that leads nowhere',
    story,
    (text) =>
      text.replace('"url":"https://courier.example/authors/ann/"', '"url":"https://courier.example/authors/an/"'),
    ['broken-link'],
  ],
  ['structured data cut short', story, (text) => text.replace(/\}<\/script>/, '</script>'), ['unreadable']],
  ['a page without its policy', story, without(/<meta http-equiv="Content-Security-Policy"[^>]*>/), ['no-policy']],
  ['a style with another hash', story, (text) => text.replace('<style>', '<style> '), ['refused', 'unused-policy']],
  [
    'a policy that allows everything',
    story,
    (text) => text.replace("default-src 'none'", 'default-src *'),
    ['open-policy', 'unused-policy'],
  ],
  ['a script that somebody added', story, inBody('<script src="https://ads.example/a.js"></script>'), ['refused']],
  ['code in an attribute', story, inBody('<p onclick="x()">x</p>'), ['code-in-attribute']],
  ['a style in an attribute', story, inBody('<p style="color:red">x</p>'), ['style-attribute']],
  ['an element that is not closed', story, inBody('<p><b>x</p>'), ['html']],
  ['an element that there is not', story, inBody('<blink>x</blink>'), ['html']],
  ['an id twice', story, inBody('<p id="s_the-first-day">x</p>'), ['duplicate-id']],
  ['a picture without a description', story, without(' alt="A quay"'), ['html']],
  ['no title', story, without(/<title>.*?<\/title>/), ['html']],
  ['no language', story, without(' lang="en"'), ['html']],
  [
    'an old address that leads nowhere',
    'old/talks/index.html',
    (text) => text.replace('url=/2015/11/26/talks/', 'url=/2015/11/26/talk/'),
    ['broken-link'],
  ],
  ['the feed of another section', 'world/feed.xml', () => room.page('culture/feed.xml'), ['another-page']],
  ['the JSON feed of another section', 'world/feed.json', () => room.page('culture/feed.json'), ['another-page']],
  ['the Atom feed of another section', 'world/feed.atom', () => room.page('culture/feed.atom'), ['another-page']],
  ['a feed cut short', 'feed.xml', half, ['unreadable']],
  ['a feed with a loose sign', 'feed.xml', (text) => text.replace('<title>', '<title>Crime & law '), ['unreadable']],
  ['an empty feed', 'feed.atom', empty, ['unreadable']],
  ['a JSON feed cut short', 'feed.json', half, ['unreadable']],
  ['a page in place of a feed', 'feed.json', () => room.page('404.html'), ['unreadable']],
  ['an enclosure that is not there', 'feed.xml', (text) => text.replace('said.mp3" ', 'sad.mp3" '), ['missing-asset']],
  ['an entry that leads nowhere', 'feed.xml', (text) => text.replaceAll('/ferry/', '/fery/'), ['broken-link']],
  [
    'a sitemap with a page that is not there',
    'sitemaps/2015-11.xml',
    (text) => text.replaceAll('/ferry/', '/fery/'),
    ['broken-link'],
  ],
  [
    'a sitemap of a test host',
    'sitemaps/2015-11.xml',
    (text) => text.replaceAll('courier.example', 'staging.example'),
    ['another-site'],
  ],
  [
    'a sitemap of what is not there',
    'robots.txt',
    (text) => text.replace('/sitemap.xml', '/sitemap-index.xml'),
    ['broken-link'],
  ],
  ['the bytes of a page in a picture', `${picture}.avif`, () => '<!doctype html><title>404</title>', ['not-a-picture']],
  [
    'a picture of another format',
    `${picture}.webp`,
    () => readFileSync(join(room.out, `${picture}.jpeg`)),
    ['not-a-picture'],
  ],
  ['a picture cut short', `${picture}.jpeg`, half, ['not-a-picture']],
  ['an icon cut short', 'favicon.ico', half, ['not-a-picture']],
  ['an empty picture', 'apple-touch-icon.png', empty, ['not-a-picture']],
  [
    'the address of a draft',
    'index.html',
    inBody('<template data-next="/2015/11/26/merger/"></template>'),
    ['unpublished-address'],
  ],
  [
    'the headline of a draft',
    'feed.json',
    (text) => text.replace(/\}$/, ',"_next":"Ferry company and rival agree on a merger"}'),
    ['unpublished-headline'],
  ],
  [
    'a picture of a draft',
    'world/index.html',
    inBody(`<template data-src="${secret}-8.jpeg"></template>`),
    ['unpublished-file'],
  ],
];

/** Told by a check of everything. */
const inTheWhole: Sabotage[] = [
  ['a page that is gone', 'about/index.html', gone, ['broken-link', 'missing-file']],
  ['a picture that is gone', `${picture}.avif`, gone, ['missing-asset', 'missing-file']],
  ['the page for what is not there, gone', '404.html', gone, ['missing-file']],
  ['the rules for robots, gone', 'robots.txt', gone, ['missing-file']],
  [
    'a page that nothing made',
    'world/old.html',
    () => room.page('404.html').replace('404.html', 'world/old.html'),
    ['stray-file'],
  ],
  [
    'a picture that nothing made',
    'assets/photo.jpeg',
    () => readFileSync(join(room.out, `${picture}.jpeg`)),
    ['stray-file'],
  ],
  [
    'a picture of a draft, left behind',
    `${secret.slice(1)}-8.jpeg`,
    () => readFileSync(join(room.out, `${picture}.jpeg`)),
    ['stray-file', 'unpublished-file'],
  ],
  [
    'the only link to a page, lost',
    '2015/11/25/ferry/index.html',
    (text) => text.replace('href="/about/"', 'href="/"'),
    ['unreached'],
  ],
  [
    'a page that is not for search in a sitemap',
    story,
    (text) => text.replace('name="robots" content="', 'name="robots" content="noindex, '),
    ['listed-in-vain'],
  ],
  ['a sitemap without its pages', 'sitemaps/2015-11.xml', without(/<url>.*<\/url>/s), ['empty-sitemap']],
  [
    'two pages with one title',
    story,
    (text) => text.replace(/<title>.*?<\/title>/, '<title>The ferry is back — The Courier</title>'),
    ['same-title'],
  ],
];

async function told([, path, change]: Sabotage, isWhole: boolean): Promise<string[]> {
  const file = join(room.out, path);
  const bytes = catalog.routes.at(urlOfOutput(path)) === undefined ? undefined : readFileSync(file);
  const route = catalog.routes.at(urlOfOutput(path));
  const changed = change(bytes?.toString() ?? '', bytes ?? Buffer.alloc(0));
  if (bytes) expect(Buffer.from(changed ?? '').equals(bytes), 'it is another file now').toBe(false);
  try {
    makeFolder(dirname(file));
    if (changed === undefined) rmSync(file);
    else writeFileSync(file, changed);
    if (route !== undefined) catalog.links.uncheck(route);
    touched.paths = [path];
    return await codes(isWhole);
  } finally {
    if (bytes) writeFileSync(file, bytes);
    else rmSync(file);
  }
}

test.each(inFiles)('%s', async (...sabotage) => {
  expect(await told(sabotage, false)).toEqual(sabotage[3]);
});

test.each(inTheWhole)('%s', async (...sabotage) => {
  expect(await told(sabotage, true)).toEqual(sabotage[3]);
});
