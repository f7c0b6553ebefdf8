/** Translators and contributors: named on the story’s page and to search engines, and in nobody’s list. */
import { expect, test } from 'vitest';
import { thingsOn } from '../layouts/things.ts';
import { paths, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const credits = {
  translators: ['ben'],
  contributors: [
    { author: 'cleo', role: 'photography' },
    { author: 'dan', role: 'maps' },
    { author: 'ben', role: 'photography' },
  ],
};
const others = { 'authors/cleo.yaml': 'name: Cleo\n', 'authors/dan.yaml': 'name: Map desk\ndesk: true\n' };

test('they-stand-below-the-byline: with a link to those who have a page', async () => {
  const room = await smallTown({ ...others, [paths.bridge]: story('bridge', credits) });
  const page = room.page('2015/11/10/bridge/index.html');
  const [, facts = ''] = /<footer class="facts furniture">(.*?)<\/footer>/s.exec(page) ?? [];
  expect(
    [...facts.matchAll(/<p class="credit[^"]*">(.*?)<\/p>/gs)].map(([, text = '']) => text.replace(/<.*?>/g, '')),
  ).toEqual(['Translated by Ben', 'Photography: Cleo, Ben', 'Maps: Map desk']);
  expect([...facts.matchAll(/href="(\/authors\/.*?)"/g)].map(([, url]) => url)).toEqual([
    '/authors/ann/',
    '/authors/ben/',
    '/authors/ben/',
  ]);
  const person = { '@type': 'Person', name: 'Ben', url: 'https://courier.example/authors/ben/' };
  expect(thingsOn(page)[0]).toMatchObject({
    translator: [person],
    contributor: [{ '@type': 'Person', name: 'Cleo' }, person, { '@type': 'Organization', name: 'Map desk' }],
  });
  expect(room.page('authors/ben/index.html')).not.toContain('/2015/11/10/bridge/');
});

test('a-new-translator-renders-one-page', async () => {
  const room = await smallTown({ ...others, [paths.bridge]: story('bridge', credits) });
  room.write({ [paths.bridge]: story('bridge', { ...credits, translators: ['cleo'] }) });
  expect((await rebuild(room)).rendered).toEqual(['/2015/11/10/bridge/']);
});

test('one-who-is-renamed-renders-the-pages-that-name-them', async () => {
  const room = await smallTown({ ...others, [paths.bridge]: story('bridge', credits) });
  room.write({ 'authors/cleo.yaml': 'name: Cleopatra\nrole: Photographer\n' });
  expect((await rebuild(room)).rendered).toEqual(['/2015/11/10/bridge/']);
  room.remove('authors/cleo.yaml');
  expect((await room.build()).problems.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual([
    `article/unknown-author ${paths.bridge}:9`,
  ]);
});

test('one-who-writes-a-first-story-is-linked-to-from-then-on', async () => {
  const room = await smallTown({ ...others, [paths.bridge]: story('bridge', credits) });
  room.write({ [paths.ferry]: story('ferry', { authors: ['cleo'] }) });
  const { rendered } = await rebuild(room);
  expect(rendered).toEqual(expect.arrayContaining(urls('/2015/11/10/bridge/ /2015/10/05/ferry/ /authors/cleo/')));
  expect(room.page('2015/11/10/bridge/index.html')).toContain('<a href="/authors/cleo/"><bdi>Cleo</bdi></a>');
});
