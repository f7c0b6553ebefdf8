/** Canaries of stories that nobody may see, planted in each kind of place of a built site; and what only looks like them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Catalog, openCatalog } from '../../src/catalog/catalog.ts';
import { openBuiltSite } from '../../src/check/built-site.ts';
import { judgeEdition } from '../../src/check/check-edition.ts';
import { KnownLinks } from '../../src/check/known-links.ts';
import { checkLeaks, type WhatMayNotStand } from '../../src/check/leaks.ts';
import { PublicTexts } from '../../src/check/public-texts.ts';
import { Unpublished } from '../../src/check/unpublished.ts';
import type { PageRenderer } from '../../src/render/eleventy.ts';
import { runHere } from '../support/cli.ts';
import { articleText, instant, type Kept, Newsroom, newsroom } from '../support/newsroom.ts';
import { jpegWith, stemOf } from '../support/pictures.ts';
import { renderDirectly } from '../support/render-directly.ts';

// What the other gates say is not asked here, and they read every page.
vi.mock('../../src/check/with-linkinator.ts', () => ({ checkWithLinkinator: async () => none('linkinator') }));

function none(gate: string) {
  return { findings: [], faulty: new Set(), looked: { gate, counts: { pages: 1 } } };
}

const day = '2015/11/26';
const shared = jpegWith('shared');
const secret = jpegWith('secret');
const image = (file: string) => ({ image: { file, alt: 'A harbour', credit: 'Agency' } });

const files = {
  [`articles/${day}/known.md`]: articleText(
    { title: 'The ferry sails again', date: '2015-11-26 05:00', ...image('ferry-in-the-harbour.jpg') },
    'Some said that **the bridge — will be closed** soon.',
  ),
  [`articles/${day}/known/ferry-in-the-harbour.jpg`]: shared,
  // A headline that says more than a turn of speech, with signs that are escaped in HTML, XML and JSON.
  [`articles/${day}/merger.md`]: articleText(
    {
      title: 'Ferry company & rival “agree” on Ann’s merger',
      titles: { short: 'Merger of the ferries agreed' },
      date: '2015-11-26 04:00',
      draft: true,
      redirectFrom: ['/old/merger-talks/'],
      ...image('signed-contract.jpg'),
    },
    '[All of it](report.pdf)',
  ),
  [`articles/${day}/merger/signed-contract.jpg`]: secret,
  [`articles/${day}/merger/ferry-in-the-harbour.jpg`]: shared,
  [`articles/${day}/merger/report.pdf`]: 'a report',
  // The same headline as a story that is public, and one whose words a public text has.
  [`articles/${day}/again.md`]: articleText({ title: 'The ferry sails again', draft: true }),
  [`articles/${day}/bridge.md`]: articleText({ title: 'The bridge will be closed', draft: true }),
  [`articles/${day}/snow.md`]: articleText({ title: 'Snow', draft: true }),
  [`articles/${day}/known.ru.md`]: articleText({ title: 'Паром снова выходит в море', draft: true }),
  'articles/2060/01/01/china.ru.md': articleText({ title: '北约秘书长访问基辅', date: '2060-01-01 04:00' }),
  [`articles/${day}/gone.md`]: articleText({
    title: 'What the harbour master never said',
    date: '2015-11-26 03:00',
    withdrawn: { date: '2015-11-26 08:00', reason: 'The witness recanted' },
    ...image('harbour-master-alone.jpg'),
  }),
  [`articles/${day}/gone/harbour-master-alone.jpg`]: jpegWith('gone'),
};

let like: Kept;
let room: Newsroom;
let catalog: Catalog;

// Planted files are beside those of the site, or are what no other test reads.
beforeAll(async () => {
  room = new Newsroom({ git: false, files });
  await room.rendered();
  like = room.keep();
  catalog = openCatalog(room.cache);
});

afterAll(() => {
  catalog.close();
  room.dispose();
});

function mayNotStand(from = catalog): WhatMayNotStand {
  return { unpublished: new Unpublished(from), texts: new PublicTexts(from, room.content) };
}

/** What is found in files that are written so; `code file` each. */
async function leaksIn(
  planted: Record<string, string>,
  isAsItWas = (_: string) => false,
  from = catalog,
): Promise<string[]> {
  for (const [path, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(room.out, path)), { recursive: true });
    writeFileSync(join(room.out, path), text);
  }
  const site = openBuiltSite({ out: room.out, siteUrl: 'https://courier.example', isAsItWas });
  const { findings } = await checkLeaks({ ...site, paths: Object.keys(planted) }, mayNotStand(from));
  return findings.map(
    ({ code, subject }) => `${code.replace('check/unpublished-', '')} ${subject.slice('articles/2015/11/26/'.length)}`,
  );
}

test('of a site as it was built everything is looked at, and nothing is told', async () => {
  const site = openBuiltSite({ out: room.out, siteUrl: 'https://courier.example' });
  const { findings, looked } = await checkLeaks(site, mayNotStand());
  expect(findings).toEqual([]);
  expect(looked.counts).toMatchObject({ files: site.paths.length, 'unpublished stories': 7 });
  expect(looked.counts.addresses).toBeGreaterThan(50);
});

describe('an address is told', () => {
  test.each([
    ['in a comment', `<!-- /${day}/merger/ -->`],
    ['in an attribute', `<p data-next="/${day}/merger/">`],
    ['whole', `https://courier.example/${day}/merger/`],
    ['without a slash', `https://courier.example/${day}/merger`],
    ['as the name of a story', `{"id":"${day}/merger"}`],
    ['as the path of a file', `content/articles/${day}/merger.md`],
    ['to share', `https://share.example/?u=https%3A%2F%2Fcourier.example%2F2015%2F11%2F26%2Fmerger%2F&t=x`],
    ['in JSON', `{"url":"https:\\/\\/courier.example\\/2015\\/11\\/26\\/merger\\/"}`],
    ['in HTML in XML', `&lt;a href=&quot;https:&#x2F;&#x2F;courier.example/2015&amp;#x2F;11/26/merger/&quot;&gt;`],
    ['from which it was moved', `<a href="/old/merger-talks/">`],
  ])('%s', async (_, text) => {
    for (const path of ['a.html', 'feed.xml', 'a.json', 'app.js'])
      expect([path, ...(await leaksIn({ [path]: text }))]).toEqual([path, 'address merger.md']);
  });

  test('in one language, where the story is public in another', async () => {
    expect(await leaksIn({ 'a.html': `<a href="/ru/${day}/known/">` })).toEqual(['address known.ru.md']);
    expect(await leaksIn({ 'a.html': `articles/${day}/known.ru.md` })).toEqual(['address known.ru.md']);
    expect(await leaksIn({ 'a.html': `/${day}/known/ ${day}/known articles/${day}/known.md` })).toEqual([]);
  });

  test('where a file lies at it', async () => {
    expect(await leaksIn({ [`${day}/merger/index.html`]: 'x' })).toEqual(['address merger.md']);
    expect(await leaksIn({ 'ru/2060/01/01/china/index.html': 'x' })).toEqual(['address china.ru.md']);
  });

  test.each([
    ['of another site', `<a href="https://agency.example/${day}/merger/">`],
    ['of another story', `/${day}/merger-of-banks/ /${day}/mergers/`],
    ['of a withdrawn story, which says so there', `/${day}/gone/`],
    ['of a list', `/${day}/ /2015/11/26/part-2/`],
    ['that begins like an old one', '/old/merger-talks-2/ /very/old/merger-talks/ https://x.example/old/merger-talks/'],
  ])('but none %s', async (_, text) => {
    expect(await leaksIn({ 'a.html': text })).toEqual([]);
  });
});

describe('a file of a story is told', () => {
  test.each([
    ['by the address of its picture', `<img src="${stemOf(secret)}-640.jpeg">`, 'merger/signed-contract.jpg'],
    ['by the beginning of that', `{"stem":"${stemOf(secret)}"}`, 'merger/signed-contract.jpg'],
    ['by its name', '<img data-file="Signed-Contract.JPG">', 'merger/signed-contract.jpg'],
    ['by its path', `/${day}/gone/harbour-master-alone.jpg`, 'gone/harbour-master-alone.jpg'],
    ['by the address of a document', `/${day}/merger/report.pdf`, 'merger/report.pdf'],
  ])('%s', async (_, text, file) => {
    for (const path of ['a.html', 'a.json'])
      expect(new Set(await leaksIn({ [path]: text }))).toEqual(new Set([`file ${file}`]));
  });

  test('where it lies in the folder', async () => {
    expect(await leaksIn({ [`${stemOf(secret).slice(1)}-640.jpeg`]: 'x' })).toEqual([
      'file merger/signed-contract.jpg',
    ]);
  });

  test('but not if a public story has the same bytes, or a file of the same name, or if anything may be called so', async () => {
    expect(await leaksIn({ 'a.html': `${stemOf(shared)}-640.jpeg ferry-in-the-harbour.jpg` })).toEqual([]);
    expect(await leaksIn({ 'a.html': 'report.pdf' })).toEqual([]);
  });
});

describe('a headline is told', () => {
  const title = 'Ferry company & rival “agree” on Ann’s merger';

  test.each([
    ['as it is', title],
    ['in HTML', '<p title="FERRY COMPANY &amp; RIVAL &quot;agree&quot; on Ann&#x27;s merger">'],
    ['in JSON', JSON.stringify({ next: title }).replace('’', '\\u2019')],
    ['in HTML in XML', '&lt;p&gt;Ferry company &amp;amp; rival &#8220;agree&#8221; on Ann&amp;#39;s mer&amp;shy;ger'],
    [
      'in a text to share',
      'mailto:?subject=Ferry%20company%20%26%20rival%20%E2%80%9Cagree%E2%80%9D%20on%20Ann%E2%80%99s%20merger',
    ],
    ['in another form', 'Merger of the ferries agreed'],
  ])('%s', async (_, text) => {
    for (const path of ['a.html', 'feed.atom']) expect(await leaksIn({ [path]: text })).toEqual(['headline merger.md']);
  });

  test('in a script without spaces, and of a story that was withdrawn', async () => {
    expect(await leaksIn({ 'a.html': '据报道北约秘书长访问基辅。' })).toEqual(['headline china.ru.md']);
    expect(await leaksIn({ 'a.html': 'What the harbour master never said' })).toEqual(['headline gone.md']);
  });

  test('but none that a public story has too, whose words a text shown here has, or that is a turn of speech', async () => {
    expect(await leaksIn({ 'a.html': 'The ferry sails again. Snow.' })).toEqual([]);
    expect(await leaksIn({ [`${day}/known/index.html`]: 'The bridge – will be closed' })).toEqual([]);
    expect(await leaksIn({ 'feed.xml': `/${day}/known/ The bridge will be closed` })).toEqual([]);
    expect(await leaksIn({ 'world/index.html': 'The bridge will be closed' })).toEqual(['headline bridge.md']);
  });

  test('but not in a file that is the newsroom’s own, where an address is', async () => {
    const isOwn = () => true;
    expect(await leaksIn({ 'map/index.html': `${title}` }, isOwn)).toEqual([]);
    expect(await leaksIn({ 'map/index.html': `/${day}/merger/` }, isOwn)).toEqual(['address merger.md']);
  });
});

test('it is told at its place, with the file it comes from, why that is hidden, and what is safe', async () => {
  writeFileSync(join(room.out, 'a.html'), `<p>&amp;\n<i data-next="/${day}/merger/">`);
  const site = openBuiltSite({ out: room.out, siteUrl: 'https://courier.example' });
  const { findings, faulty } = await checkLeaks({ ...site, paths: ['a.html'] }, mayNotStand());
  expect([...faulty]).toEqual(['a.html']);
  expect(findings).toMatchObject([
    {
      path: 'a.html',
      line: 2,
      column: 16,
      what: `“${day}/merger” gives away the address of a story that is not to be seen: articles/${day}/merger.md is a draft.`,
      fix: expect.stringContaining('publish nothing before this check passes'),
    },
  ]);
});

describe('a layout that leaks is caught, by a check of everything and by one of what changed', () => {
  const title = 'Merger of the ferries agreed';

  /** Layouts with something in them that no query gave them. */
  const leaking = (isHere: (url: string) => boolean, planted: string): PageRenderer => {
    return async (routes, site) =>
      new Map(
        [...(await renderDirectly(routes, site))].map(([url, text]) => [
          url,
          isHere(url)
            ? text.replace(/(<\/(?:body|rss|feed|urlset|sitemapindex)>|\}\s*$)/, (end) => planted + end)
            : text,
        ]),
      );
  };

  test.each([
    ['the headline of the next story', '/', `<p>Next: ${title}</p>`, 'headline'],
    [
      'a component with the address of a draft',
      '/world/',
      `<template data-next="/${day}/merger/"></template>`,
      'address',
    ],
    ['an entry of a feed', '/feed.xml', `<item><title>${title}</title></item>`, 'headline'],
    ['a sitemap', '/sitemaps/2015-11.xml', `<!-- ${day}/merger -->`, 'address'],
    ['a JSON feed', '/feed.json', `,"_next":"${title}"`, 'headline'],
    ['the name of a picture', '/404.html', '<p>signed-contract.jpg</p>', 'file'],
  ])('%s', async (_, place, planted, code) => {
    const own = newsroom({ git: false, like });
    let catalog = openCatalog(own.cache);
    const check = (limits: { wholeFiles: number; changedFiles: number }) =>
      judgeEdition({
        out: own.out,
        siteUrl: 'https://courier.example',
        known: new KnownLinks(catalog),
        mayNotStand: mayNotStand(catalog),
        limits,
      });
    await check({ wholeFiles: 1000, changedFiles: 1000 });
    const site = own.page('index.html');
    catalog.close();
    await own.rendered({ render: leaking((url) => url === place, planted), engine: { content: 'test', all: 'other' } });
    catalog = openCatalog(own.cache);
    for (const limits of [
      { wholeFiles: 0, changedFiles: 10_000 },
      { wholeFiles: 1000, changedFiles: 0 },
    ]) {
      const { findings } = await check(limits);
      const leaks = findings.filter((each) => each.code.startsWith('check/unpublished-'));
      expect(leaks.map((each) => [each.code, `/${each.path}`.replace(/index\.html$/, '')])).toEqual([
        [`check/unpublished-${code}`, place],
      ]);
    }
    expect(site).not.toContain(title);
    catalog.close();
  });
});

test('the command searches too, and says how much it looked at', async () => {
  const room = newsroom({ git: false, like });
  const args = ['check', '--content', room.content, '--out', room.out, '--cache', room.cache];
  expect((await runHere(args)).stdout).toMatch(/leaks: \d+ files, \d+ addresses, 7 unpublished stories/);
  writeFileSync(join(room.out, 'index.html'), `${room.page('index.html')}<!-- /${day}/merger/ -->`);
  const { code, stdout } = await runHere([...args, '--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { code: 'check/unpublished-address', what: expect.stringContaining('draft') },
  ]);
});

test('at the instant at which an embargo ends nothing of it is a leak', async () => {
  const own = newsroom({ git: false, like });
  await own.rendered({ now: instant('2060-01-02') });
  const later = openCatalog(own.cache);
  const text = { 'a.html': '/ru/2060/01/01/china/ 北约秘书长访问基辅' };
  expect(await leaksIn(text, undefined, later)).toEqual([]);
  expect(await leaksIn(text)).toEqual(['address china.ru.md', 'headline china.ru.md']);
  later.close();
});
