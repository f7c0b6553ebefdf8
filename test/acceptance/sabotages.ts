/** Things that a broken build, layout, disk or deployment does to a site, each with what `check` tells of it. */
import { jpegWith, stemOf } from '../support/pictures.ts';

/** What the file is, what others are; undefined: it goes. */
type Change = (file: { text: string; bytes: Buffer; fileAt(path: string): Buffer }) => Buffer | string | undefined;

/** `codes`: what is told, without the `check/` that all begin with. */
export type Sabotage = [what: string, path: string, change: Change, codes: string[]];

const story = '2015/11/26/talks/index.html';
const picture = `${stemOf(jpegWith('harbour', 'larger')).slice(1)}-320`;
const secret = stemOf(jpegWith('signed'));
const inBody =
  (more: string) =>
  ({ text }: { text: string }) =>
    text.replace('</main>', `${more}</main>`);
const without =
  (what: string | RegExp) =>
  ({ text }: { text: string }) =>
    text.replace(what, '');
const half = ({ bytes }: { bytes: Buffer }) => bytes.subarray(0, bytes.length / 2);
const another =
  (path: string): Change =>
  ({ fileAt }) =>
    fileAt(path);
const empty = () => '';
const gone = () => undefined;

/** Told by a check of what was written last. */
export const sabotagesOfFiles: Sabotage[] = [
  ['a link to a page that is not there', story, inBody('<a href="/2015/11/26/tals/">x</a>'), ['broken-link']],
  ['a link without its slash', story, inBody('<a href="/about">x</a>'), ['missing-slash']],
  ['a link in capital letters', story, inBody('<a href="/About/">x</a>'), ['broken-link']],
  [
    'a fragment that no element has',
    story,
    ({ text }) => text.replace('href="/authors/"', 'href="/authors/#nobody"'),
    ['broken-fragment'],
  ],
  [
    'the place gone that others link to',
    story,
    ({ text }) => text.replace('s_the-first-day', 's_day-one'),
    ['broken-fragment'],
  ],
  ['a picture that is not there', story, ({ text }) => text.replaceAll('-320.webp', '-640.webp'), ['missing-asset']],
  [
    'a preview for social networks that is not there',
    story,
    ({ text }) => text.replace(/(og:image" content="[^"]*)-320/, '$1-999'),
    ['missing-asset'],
  ],
  ['an icon that is not there', story, ({ text }) => text.replace('/favicon.ico', '/icon.ico'), ['missing-asset']],
  ['a page cut short', story, half, ['broken-fragment', 'html', 'refused', 'unused-policy']],
  ['an empty page', story, empty, ['broken-fragment', 'html', 'no-policy']],
  ['the page of another story', story, another('2015/11/25/ferry/index.html'), ['another-page', 'broken-fragment']],
  [
    'a canonical address on a test host',
    story,
    ({ text }) => text.replace('canonical" href="https://courier.example', 'canonical" href="https://staging.example'),
    ['another-site'],
  ],
  [
    'a canonical address of another page',
    story,
    ({ text }) =>
      text.replace(
        'canonical" href="https://courier.example/2015/11/26/talks/',
        'canonical" href="https://courier.example/',
      ),
    ['another-page'],
  ],
  [
    'an address without its host',
    story,
    ({ text }) => text.replace('og:url" content="https://courier.example', 'og:url" content="'),
    ['not-absolute'],
  ],
  [
    'a translation that is not there',
    story,
    ({ text }) =>
      text.replace(
        'hreflang="ru" href="https://courier.example/ru/',
        'hreflang="ru" href="https://courier.example/de/',
      ),
    ['broken-link'],
  ],
  [
    'structured data that leads nowhere',
    story,
    ({ text }) =>
      text.replace('"url":"https://courier.example/authors/ann/"', '"url":"https://courier.example/authors/an/"'),
    ['broken-link'],
  ],
  ['structured data cut short', story, ({ text }) => text.replace(/(ld\+json">[^<]*)\}/, '$1'), ['unreadable']],
  ['a page without its policy', story, without(/<meta http-equiv="Content-Security-Policy"[^>]*>/), ['no-policy']],
  ['a style with another hash', story, ({ text }) => text.replace('<style>', '<style> '), ['refused', 'unused-policy']],
  [
    'a policy that allows everything',
    story,
    ({ text }) => text.replace("default-src 'none'", 'default-src *'),
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
    ({ text }) => text.replace('url=/2015/11/26/talks/', 'url=/2015/11/26/talk/'),
    ['broken-link'],
  ],
  ['the feed of another section', 'world/feed.xml', another('culture/feed.xml'), ['another-page']],
  ['the JSON feed of another section', 'world/feed.json', another('culture/feed.json'), ['another-page']],
  ['the Atom feed of another section', 'world/feed.atom', another('culture/feed.atom'), ['another-page']],
  ['a feed cut short', 'feed.xml', half, ['unreadable']],
  [
    'a feed with a loose sign',
    'feed.xml',
    ({ text }) => text.replace('<title>', '<title>Crime & law '),
    ['unreadable'],
  ],
  ['an empty feed', 'feed.atom', empty, ['unreadable']],
  ['a JSON feed cut short', 'feed.json', half, ['unreadable']],
  ['a page in place of a feed', 'feed.json', another('404.html'), ['unreadable']],
  [
    'an enclosure that is not there',
    'feed.xml',
    ({ text }) => text.replace('said.mp3" ', 'sad.mp3" '),
    ['missing-asset'],
  ],
  ['an entry that leads nowhere', 'feed.xml', ({ text }) => text.replaceAll('/ferry/', '/fery/'), ['broken-link']],
  [
    'a sitemap with a page that is not there',
    'sitemaps/2015-11.xml',
    ({ text }) => text.replaceAll('/ferry/', '/fery/'),
    ['broken-link'],
  ],
  [
    'a sitemap of a test host',
    'sitemaps/2015-11.xml',
    ({ text }) => text.replaceAll('courier.example', 'staging.example'),
    ['another-site'],
  ],
  [
    'a sitemap of what is not there',
    'robots.txt',
    ({ text }) => text.replace('/sitemap.xml', '/sitemap-index.xml'),
    ['broken-link'],
  ],
  ['the bytes of a page in a picture', `${picture}.avif`, () => '<!doctype html><title>404</title>', ['not-a-picture']],
  ['a picture of another format', `${picture}.webp`, another(`${picture}.jpeg`), ['not-a-picture']],
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
    ({ text }) => text.replace(/\}\s*$/, ',"_next":"Ferry company and rival agree on a merger"}'),
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
export const sabotagesOfTheWhole: Sabotage[] = [
  ['a page that is gone', 'about/index.html', gone, ['broken-link', 'missing-file']],
  ['a picture that is gone', `${picture}.avif`, gone, ['missing-asset', 'missing-file']],
  ['the page for what is not there, gone', '404.html', gone, ['missing-file']],
  ['the rules for robots, gone', 'robots.txt', gone, ['missing-file']],
  [
    'a page that nothing made',
    'world/old.html',
    ({ fileAt }) => fileAt('404.html').toString().replace('404.html', 'world/old.html'),
    ['stray-file'],
  ],
  ['a picture that nothing made', 'assets/photo.jpeg', another(`${picture}.jpeg`), ['stray-file']],
  [
    'a picture of a draft, left behind',
    `${secret.slice(1)}-8.jpeg`,
    another(`${picture}.jpeg`),
    ['stray-file', 'unpublished-file'],
  ],
  [
    'the only link to a page, lost',
    '2015/11/25/ferry/index.html',
    ({ text }) => text.replace('href="/about/"', 'href="/"'),
    ['unreached'],
  ],
  [
    'a page that is not for search in a sitemap',
    story,
    ({ text }) => text.replace('name="robots" content="', 'name="robots" content="noindex, '),
    ['listed-in-vain'],
  ],
  ['a sitemap without its pages', 'sitemaps/2015-11.xml', without(/<url>.*<\/url>/s), ['empty-sitemap']],
  [
    'two pages with one title',
    story,
    ({ text }) => text.replace(/<title>.*?<\/title>/, '<title>The ferry is back — The Courier</title>'),
    ['same-title'],
  ],
];
