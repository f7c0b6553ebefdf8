/** What is rendered once for many pages stands on those of its own site, language and section alone. */
import { expect, test } from 'vitest';
import { layouts } from '../../layouts/layouts.tsx';
import type { Site } from '../../src/content/site.ts';
import { articleProps, site } from './newsroom.ts';

const article = articleProps();
const plain = layouts.article(article, site);

/** The same page, of a site that differs in one thing, and of the first one again. */
function beside(other: Partial<Site>): string {
  const page = layouts.article(article, { ...site, ...other });
  expect(layouts.article(article, site)).toBe(plain);
  return page;
}

test.each<[string, Partial<Site>, string, string]>([
  ['its sections', { sections: [{ id: 'arts', title: 'Arts', redirectFrom: [] }] }, '<a href="/arts/">', '/world/">'],
  ['its networks', { social: [{ name: 'X', url: 'https://x.example/' }] }, 'https://x.example/', 'youtube'],
  ['its name', { title: 'Another Courier' }, '<b>Another Courier</b>', '<b>Vestnik Kavkaza</b>'],
])('a site has %s, whatever another in the same process has', (_, other, own, others) => {
  const page = beside(other);
  expect(page).toContain(own);
  expect(plain).not.toContain(own);
  expect(page.slice(page.indexOf('<footer class="foot"'))).not.toContain(others);
});

test('a site has its own icons alone', () => {
  expect(plain).toContain('href="/apple-touch-icon.png"');
  expect(beside({ icons: { isDrawn: false, own: ['favicon.ico'] } })).not.toContain('href="/apple-touch-icon.png"');
});

test('a page has the sections and the foot of its own language', () => {
  const russian = layouts.article({ ...article, language: 'ru' }, site);
  expect(russian).toContain('<a href="/ru/world/" aria-current="true">В мире</a>');
  expect(plain).toContain('<a href="/world/" aria-current="true">World</a>');
  expect(layouts.article(article, site)).toBe(plain);
});

test('a section is marked on the pages that are of it', () => {
  const elsewhere = layouts.article({ ...article, story: { ...article.story, section: 'arts' } }, site);
  expect(elsewhere).toContain('<a href="/world/">World</a>');
});
