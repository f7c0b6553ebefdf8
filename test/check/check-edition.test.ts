import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { printLookedAt } from '../../src/check/looked-at.ts';
import { cleanSite, indexed, page, siteFolder, siteUrl } from './site-folder.ts';

test('a clean site passes, and every gate says how much it looked at', async () => {
  const { problems, looked } = await checkEdition({ out: await siteFolder(cleanSite), siteUrl });
  expect(problems).toEqual([]);
  expect(looked.map(printLookedAt)).toEqual([
    'links: 2 pages, 1 data file, 7 links, 2 fragments, 3 assets',
    'linkinator: 2 pages, 4 links, 1 skipped',
    'html: 2 pages',
    'policy: 2 pages, 0 inline blocks, 9 allowed sources, 0 scripted pages',
    'pictures: 2 pictures',
    'reach: 2 indexed pages',
  ]);
});

test('large counts are grouped as people read them', () => {
  expect(printLookedAt({ gate: 'links', counts: { pages: 63, links: 1204 } })).toBe('links: 63 pages, 1,204 links');
});

test('what a gate passes over is named, of many files only some', () => {
  const passedOver = Array.from({ length: 7 }, (_, n) => `map-${n}.html`);
  const counts = { pages: 1 };
  expect(printLookedAt({ gate: 'policy', counts, passedOver: passedOver.slice(0, 2) })).toBe(
    'policy: 1 page; not judged: map-0.html, map-1.html',
  );
  expect(printLookedAt({ gate: 'policy', counts, passedOver })).toMatch(/map-4\.html, 2 more$/);
});

test.each([
  ['an empty folder', ''],
  ['a folder that is not there', 'nowhere'],
])('%s is refused by every gate as looked at nothing', async (_, folder) => {
  const { problems } = await checkEdition({ out: join(await siteFolder({}), folder), siteUrl });
  expect(problems.map(({ code, file }) => `${file} ${code}`)).toEqual(Array(4).fill('dist check/looked-at-nothing'));
  expect(problems.map(({ what }) => what.split('”')[0])).toEqual([
    'The check “html',
    'The check “linkinator',
    'The check “links',
    'The check “policy',
  ]);
});

test('pages in which the check of links sees no link are refused', async () => {
  const { problems } = await checkEdition({ out: await siteFolder({ 'index.html': page('<p>x</p>') }), siteUrl });
  expect(problems).toMatchObject([
    { code: 'check/looked-at-nothing', what: expect.stringContaining('“links” found no links') },
  ]);
});

test('of one there is one: a story, an address, a page', () => {
  const counts = { 'unpublished stories': 1, addresses: 1, pages: 1, links: 2 };
  expect(printLookedAt({ gate: 'leaks', counts })).toBe('leaks: 1 unpublished story, 1 address, 1 page, 2 links');
});

test('a broken link is told once, not again by the second opinion', async () => {
  const files = {
    ...cleanSite,
    'a/index.html': page('x'),
    'world/index.html': indexed('World', '<h1 id="latest">x</h1><a href="/gone/">x</a>'),
  };
  const { problems } = await checkEdition({ out: await siteFolder(files), siteUrl });
  expect(problems.map(({ code }) => code)).toEqual(['check/broken-link']);
});

test('Problems come in one order and name files as they are told to', async () => {
  const files = { ...cleanSite, 'b.html': page('<img src="/c.jpg"/>'), 'a.html': page('<a href="/gone/">x</a>') };
  const { problems } = await checkEdition({ out: await siteFolder(files), siteUrl, file: (path) => `public/${path}` });
  expect(problems.map(({ code, file }) => `${file} ${code}`)).toEqual([
    'public/a.html check/broken-link',
    'public/b.html check/missing-asset',
    'public/b.html check/html',
  ]);
});
