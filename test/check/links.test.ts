import { describe, expect, test } from 'vitest';
import { placeOf } from '../../src/problem.ts';
import { checkLinks } from './gates.ts';
import { builtSite, cleanSite, type Files, page } from './site-folder.ts';

/** `index.html:4:7 check/broken-link`, for the clean site with some files changed. */
async function faults(changed: Files): Promise<string[]> {
  const { findings } = await checkLinks(await builtSite({ ...cleanSite, ...changed }));
  return findings.map((finding) => `${placeOf({ ...finding, file: finding.path })} ${finding.code}`);
}

test('a clean site passes and is counted exactly', async () => {
  const { findings, looked } = await checkLinks(await builtSite(cleanSite));
  expect(findings).toEqual([]);
  expect(looked.counts).toEqual({ pages: 2, 'data files': 1, links: 7, fragments: 2, assets: 3 });
});

describe('of a page', () => {
  test('a link to nothing is found, with its place and its target', async () => {
    const { findings } = await checkLinks(await builtSite({ 'index.html': page('\n  <a href="/gone/?q=1">Gone</a>') }));
    expect(findings).toMatchObject([
      {
        code: 'check/broken-link',
        path: 'index.html',
        line: 5,
        column: 3,
        what: 'The link to “/gone/?q=1” (a href) leads nowhere: there is no file “gone/index.html”.',
        fix: 'Correct the address, remove the link, or write the page. If the build made it, build again with --all.',
      },
    ]);
  });

  test('a fragment that the target lacks is found, whichever of the two pages is read first', async () => {
    const pages = { 'a/index.html': page('<a href="/b/#x">B</a>'), 'b/index.html': page('<a href="/a/#x">A</a>') };
    expect(await faults(pages)).toEqual([
      'a/index.html:4:7 check/broken-fragment',
      'b/index.html:4:7 check/broken-fragment',
    ]);
  });

  test('a fragment that the page itself lacks is found', async () => {
    expect(await faults({ 'a/index.html': page('<a href="#x">X</a>') })).toEqual([
      'a/index.html:4:7 check/broken-fragment',
    ]);
  });

  test('a fragment names an id percent-encoded or as it is, and an anchor by its name', async () => {
    const body =
      '<p id="ещё">x</p><p id="5%25">x</p><a href="#5%25">%</a><a name="old">x</a><a href="#%D0%B5%D1%89%D1%91">a</a><a href="#ещё">b</a><a href="#old">c</a>';
    expect(await faults({ 'a/index.html': page(body) })).toEqual([]);
  });

  test('a link to words of a page needs no id, and one to words in a place needs that place', async () => {
    const body =
      '<a href="/world/#:~:text=World">a</a><a href="/world/#latest:~:text=x">b</a>\n<a href="/world/#gone:~:text=x">c</a>';
    expect(await faults({ 'a/index.html': page(body) })).toEqual(['a/index.html:5:1 check/broken-fragment']);
  });

  test('an id given twice is found, with the line of the first', async () => {
    const site = await builtSite({ 'index.html': page('<p id="x">1</p>\n<a href="#x">X</a><p id="x">2</p>') });
    const { findings } = await checkLinks(site);
    expect(findings).toMatchObject([{ code: 'check/duplicate-id', line: 5, column: 19 }]);
    expect(findings[0]?.what).toContain('“x” is given twice on this page, first on line 4');
  });

  test('a missing picture is found', async () => {
    expect(await faults({ 'a/index.html': page('<img src="/assets/c.jpg" alt=""/>') })).toEqual([
      'a/index.html:4:7 check/missing-asset',
    ]);
  });

  test('one missing candidate of a srcset is found, though its siblings are there', async () => {
    const { findings } = await checkLinks(
      await builtSite({
        ...cleanSite,
        'a/index.html': page('<img srcset="/assets/a.jpg 1x,\n /assets/c,d.jpg 2x, /assets/b.jpg" alt=""/>'),
      }),
    );
    expect(findings).toMatchObject([{ code: 'check/missing-asset' }]);
    expect(findings[0]?.what).toContain('“/assets/c,d.jpg” (img srcset)');
  });

  test('a link without its last slash is found, and told from a file without one', async () => {
    const { findings } = await checkLinks(
      await builtSite({
        ...cleanSite,
        'a/index.html': page('<a href="/world">World</a><a href="/robots.txt">Robots</a>'),
      }),
    );
    expect(findings).toMatchObject([{ code: 'check/missing-slash', fix: expect.stringContaining('“/world/”') }]);
  });

  test('capital letters count, and the Problem says which file is there', async () => {
    const { findings } = await checkLinks(
      await builtSite({ ...cleanSite, 'a/index.html': page('<a href="/World/">World</a>') }),
    );
    expect(findings).toMatchObject([
      { code: 'check/broken-link', what: expect.stringContaining('There is only “world/index.html”') },
    ]);
  });

  test.each([
    ['a form', '<form action="/gone/"></form>', 'broken-link'],
    ['a quotation', '<blockquote cite="/gone/">x</blockquote>', 'broken-link'],
    ['an area', '<map name="m"><area href="/gone/" alt="x"/></map>', 'broken-link'],
    ['a redirect', '<meta http-equiv="refresh" content="0; url=/gone/"/>', 'broken-link'],
    ['a poster', '<video poster="/gone.jpg"></video>', 'missing-asset'],
    ['a script', '<script src="/gone.js"></script>', 'missing-asset'],
    ['an object', '<object data="/gone.svg"></object>', 'missing-asset'],
    ['a frame', '<iframe src="/gone/"></iframe>', 'missing-asset'],
    ['a style sheet', '<link rel="stylesheet" href="/gone.css"/>', 'missing-asset'],
    ['a preloaded picture', '<link rel="preload" imagesrcset="/gone.jpg 1x"/>', 'missing-asset'],
    ['a canonical address', '<link rel="canonical" href="https://news.example/gone/"/>', 'broken-link'],
    ['another language', '<link rel="alternate" hreflang="ru" href="https://news.example/ru/"/>', 'broken-link'],
    ['a card', '<meta property="og:image" content="https://news.example/gone.jpg"/>', 'missing-asset'],
    ['an address that cannot be decoded', '<a href="/%zz/">x</a>', 'broken-link'],
    ['an address that is none', '<a href="https://[/">x</a>', 'broken-link'],
  ])('%s that leads nowhere is found', async (_, markup, code) => {
    expect(await faults({ 'a/index.html': page(markup) })).toEqual([expect.stringContaining(` check/${code}`)]);
  });

  test.each([
    ['canonical', '<link rel="canonical" href="/world/"/>'],
    ['hreflang', '<link rel="alternate" hreflang="en" href="/world/"/>'],
    ['og:url', '<meta property="og:url" content="/world/"/>'],
    ['og:image', '<meta property="og:image" content="//news.example/assets/a.jpg"/>'],
  ])('%s must be absolute', async (_, markup) => {
    expect(await faults({ 'a/index.html': page('', markup) })).toEqual([
      expect.stringContaining(' check/not-absolute'),
    ]);
  });

  test('a canonical address on another site is found, a picture there is not', async () => {
    const head =
      '<link rel="canonical" href="http://localhost:8080/a/"/><meta property="og:image" content="https://cdn.example/a.jpg"/>';
    expect(await faults({ 'a/index.html': page('', head) })).toEqual([expect.stringContaining(' check/another-site')]);
  });

  test('unless the page says that it was published there first', async () => {
    const head = (source: string) =>
      page(
        '',
        `<link rel="canonical" href="https://partner.example/a/"/><meta name="syndication-source" content="${source}"/><meta property="og:url" content="https://partner.example/a/"/>`,
      );
    expect(await faults({ 'a/index.html': head('https://partner.example/a/') })).toEqual([]);
    expect(await faults({ 'a/index.html': head('https://partner.example/b/') })).toEqual([
      expect.stringContaining(' check/another-site'),
      expect.stringContaining(' check/another-site'),
    ]);
  });

  test('relative references are resolved from their page', async () => {
    expect(
      await faults({
        'a/b/index.html': page('<a href="../../world/">x</a><a href="c.html">y</a>'),
        'a/b/c.html': page('<a href=".">z</a>'),
      }),
    ).toEqual([]);
    expect(await faults({ 'a/index.html': page('<a href="world/">x</a>') })).toEqual([
      'a/index.html:4:7 check/broken-link',
    ]);
  });

  test('an address in structured data is held against the site, but for that of the vocabulary', async () => {
    const script = (json: string) => `<script type="application/ld+json">${json}</script>`;
    const data = { '@context': 'https://news.example/schema', url: 'https://news.example/gone/', text: 'Not /gone/' };
    expect(await faults({ 'a/index.html': page('', script(JSON.stringify(data))) })).toEqual([
      'a/index.html:3:181 check/broken-link',
    ]);
    expect(await faults({ 'a/index.html': page('', script('{"url":')) })).toEqual(['a/index.html check/unreadable']);
  });

  test('what is not of this site is not judged', async () => {
    const markup = ['mailto:a@b.example', 'tel:+1', 'https://other.example/x', 'http://news.example.org/', 'data:,x']
      .map((href) => `<a href="${href}">x</a>`)
      .join('');
    expect(await faults({ 'a/index.html': page(`${markup}<!-- <a href="/gone/"> -->`) })).toEqual([]);
  });
});

describe('of a feed or sitemap', () => {
  const rss = (item: string) =>
    `<?xml version="1.0"?>\n<rss><channel><link>https://news.example/</link>\n<item>${item}</item></channel></rss>`;

  test('a link that is broken only inside a feed is found', async () => {
    expect(await faults({ 'feed.xml': rss('<link>https://news.example/gone/</link>') })).toEqual([
      'feed.xml:3:7 check/broken-link',
    ]);
  });

  test('the HTML inside a feed is read, escaped or not', async () => {
    const html = '<p><a href="https://news.example/gone/">x</a> <img src="/assets/a.jpg"></p>';
    const escaped = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    for (const item of [
      `<content:encoded><![CDATA[${html}]]></content:encoded>`,
      `<description>${escaped}</description>`,
    ])
      expect(await faults({ 'feed.xml': rss(item) })).toEqual([
        'feed.xml:3:7 check/broken-link',
        'feed.xml:3:7 check/not-absolute',
      ]);
  });

  test('a fragment named only in a feed is held against its page', async () => {
    const item = '<link>https://news.example/world/#gone</link><comments>https://news.example/world/#latest</comments>';
    expect(await faults({ 'feed.xml': rss(item) })).toEqual(['feed.xml:3:7 check/broken-fragment']);
  });

  test('a guid is a link unless it says that it is none', async () => {
    expect(
      await faults({ 'feed.xml': rss('<guid isPermaLink="false">story</guid><guid>https://news.example/1/</guid>') }),
    ).toEqual(['feed.xml:3:45 check/broken-link']);
  });

  test('enclosures and the links of Atom are read from their attributes', async () => {
    const item = '<enclosure url="https://news.example/gone.mp3"/><atom:link href="https://news.example/gone.xml"/>';
    expect(await faults({ 'feed.xml': rss(item) })).toEqual([
      'feed.xml:3:7 check/missing-asset',
      'feed.xml:3:55 check/broken-link',
    ]);
    expect(await faults({ 'feed.atom': '<feed><link href="https://news.example/gone/"/></feed>' })).toEqual([
      'feed.atom:1:7 check/broken-link',
    ]);
  });

  test('a sitemap that names no page, a relative one or another site is found', async () => {
    const locs = ['https://news.example/gone/', '/world/', 'https://other.example/'].map(
      (loc) => `<url><loc>${loc}</loc></url>`,
    );
    expect(await faults({ 'sitemap.xml': `<urlset>\n${locs.join('\n')}\n</urlset>` })).toEqual([
      'sitemap.xml:2:6 check/broken-link',
      'sitemap.xml:3:6 check/not-absolute',
      'sitemap.xml:4:6 check/another-site',
    ]);
  });

  test('a language that a sitemap promises must be there', async () => {
    const link = '<xhtml:link rel="alternate" hreflang="ru" href="https://news.example/ru/"/>';
    expect(await faults({ 'sitemap.xml': `<urlset><url>${link}</url></urlset>` })).toEqual([
      'sitemap.xml:1:14 check/broken-link',
    ]);
  });

  test('a JSON Feed is read like any other, and told of if it is none', async () => {
    const item = {
      id: 'https://news.example/gone/',
      url: 'https://news.example/gone/1/',
      image: '/assets/a.jpg',
      content_html: '<a href="/world/">x</a> <a href="https://news.example/gone/2/">x</a>',
    };
    const feed = { home_page_url: 'https://news.example/', feed_url: 'https://other.example/feed.json', items: [item] };
    expect((await faults({ 'feed.json': JSON.stringify(feed, null, 1) })).sort()).toEqual([
      'feed.json:3:14 check/another-site',
      'feed.json:7:11 check/broken-link',
      'feed.json:8:13 check/not-absolute',
      'feed.json:9:20 check/broken-link',
      'feed.json:9:20 check/not-absolute',
    ]);
    expect(await faults({ 'feed.json': '{"items": [' })).toEqual(['feed.json check/unreadable']);
  });

  test('robots.txt names a sitemap that is there', async () => {
    expect(await faults({ 'robots.txt': 'User-agent: *\nSitemap: https://news.example/map.xml\n' })).toEqual([
      'robots.txt:2:1 check/broken-link',
    ]);
  });
});
