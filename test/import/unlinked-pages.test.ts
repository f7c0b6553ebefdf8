/** Pages that readers would not get to are told. */
import { expect, test } from 'vitest';
import type { Site } from '../../src/content/site.ts';
import type { Placed } from '../../src/import/places.ts';
import { unlinkedPages } from '../../src/import/unlinked-pages.ts';

const site = {
  url: 'https://new.example',
  languages: ['en', 'ru'],
  sections: [],
  footer: [{ title: 'About', url: { en: '/about/', ru: '/ru/about/' } }],
  ...{ policies: {}, social: [], scripts: [] },
} as unknown as Site;

const page = (name: string, links: string[] = []) => ({
  placed: { key: name, path: `pages/${name}.md`, url: `/${name}/` } as Placed,
  links,
});

test('a page is told unless a story, the footer or a page that readers get to links to it, in whatever language', () => {
  const story = { placed: { key: 'ferry', path: 'articles/2015/11/26/ferry.md', story: '2015/11/26/ferry' } as Placed };
  const all = [
    page('lonely', ['beside-lonely']),
    page('beside-lonely'),
    page('of-russian-page'),
    page('of-story'),
    page('of-story.ru', ['of-russian-page']),
    page('of-page'),
    page('of-footer', ['of-page']),
    page('about', ['of-footer']),
    { ...story, links: ['of-story', 'ferry'] },
  ];
  expect(unlinkedPages(all, site).map(({ key }) => key)).toEqual(['lonely', 'beside-lonely']);
});
