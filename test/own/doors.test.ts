/** What is wrong with a file of a newsroom's own is told before anything is built; what is right is added. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Article } from '../../src/content/article.ts';
import { articleForm } from '../../src/content/article-form.ts';
import { attributeKinds } from '../../src/content/blocks/block.ts';
import { blockNamed } from '../../src/content/blocks/blocks.ts';
import { markup } from '../../src/content/blocks/markup.ts';
import { nothingKnown } from '../../src/content/known.ts';
import { readLink } from '../../src/content/links.ts';
import { listingOf } from '../../src/content/listings/listings.ts';
import { renderBody } from '../../src/content/markdown/body.ts';
import { outlineBody } from '../../src/content/markdown/outline.ts';
import { isFreeId } from '../../src/content/names.ts';
import { doors, type Fault } from '../../src/own/doors.ts';
import { routeRules } from '../../src/routes/rules.ts';
import { site } from '../content/written.ts';

function take(at: string, module: Record<string, unknown>, path: string): Fault[] {
  const door = doors.find((each) => each.at === at) ?? expect.fail(`there is no door at ${at}`);
  return door.take(module, path);
}

const listing = { name: 'city', idsOf: ({ place }: Article) => (place ? [place] : []), spans: ['whole'] };
const front = { folder: 'cities', ids: 'named', feeds: ['rss'] };
const block = { name: 'recipe', attributes: { title: { is: 'text' } }, render: () => markup`<p>done</p>` };
const kind = { name: 'tides', url: () => undefined, props: () => ({}) };
const field = { schema: z.string().optional(), example: 'high', depth: 'teaser' };
const none = () => '';

test.each([
  ['src/listings', {}, 'city.ts', 'own/no-export'],
  ['src/listings', { listing: { ...listing, name: 'town' } }, 'city.ts', 'own/wrong-export'],
  ['src/listings', { listing: { ...listing, name: 'topic' } }, 'topic.ts', 'own/name-taken'],
  ['src/listings', { listing: { ...listing, name: 'picture' } }, 'picture.ts', 'own/name-taken'],
  ['src/listings', { listing: { ...listing, name: 'City' } }, 'City.ts', 'own/wrong-export'],
  ['src/listings', { listing: { ...listing, idsOf: 'place' } }, 'city.ts', 'own/wrong-export'],
  ['src/listings', { listing: { ...listing, spans: undefined } }, 'city.ts', 'own/wrong-export'],
  ['src/listings', { listing: { ...listing, front: { ...front, folder: '2015' } } }, 'city.ts', 'own/name-taken'],
  ['src/listings', { listing: { ...listing, front: { ...front, folder: 'topics' } } }, 'city.ts', 'own/name-taken'],
  ['src/blocks', {}, 'recipe.ts', 'own/no-export'],
  ['src/blocks', { block: { ...block, name: 'quote' } }, 'quote.ts', 'own/name-taken'],
  ['src/blocks', { block: { ...block, name: 'dish' } }, 'recipe.ts', 'own/wrong-export'],
  ['src/blocks', { block: { ...block, render: undefined } }, 'recipe.ts', 'own/wrong-export'],
  ['src/blocks', { block: { ...block, attributes: { Title: { is: 'text' } } } }, 'recipe.ts', 'own/wrong-export'],
  ['src/blocks', { block: { ...block, attributes: { title: { is: 'word' } } } }, 'recipe.ts', 'own/wrong-export'],
  ['src/blocks', { block: { ...block, attributes: { list: { is: 'file' } } } }, 'recipe.ts', 'own/wrong-export'],
  ['src/kinds', {}, 'tides.tsx', 'own/no-export'],
  ['src/kinds', { kind }, 'tides.tsx', 'own/no-export'],
  ['src/kinds', { kind: { ...kind, name: 'article' }, layout: none }, 'article.ts', 'own/name-taken'],
  ['src/kinds', { kind: { ...kind, props: undefined }, layout: none }, 'tides.tsx', 'own/wrong-export'],
  ['src/kinds', { kind, layout: none, keeps: ['topics'] }, 'tides.tsx', 'own/name-taken'],
  ['src/fields.ts', {}, 'fields.ts', 'own/no-export'],
  ['src/fields.ts', { fields: { title: field } }, 'fields.ts', 'own/name-taken'],
  ['src/fields.ts', { fields: { 'my-tide': field } }, 'fields.ts', 'own/wrong-export'],
  ['src/fields.ts', { fields: { tide: { ...field, depth: 'deep' } } }, 'fields.ts', 'own/wrong-export'],
  ['src/fields.ts', { fields: { tide: { ...field, schema: undefined } } }, 'fields.ts', 'own/wrong-export'],
  ['src/fields.ts', { fields: { tide: { ...field, schema: z.string() } } }, 'fields.ts', 'own/wrong-export'],
  ['src/fields.ts', { fields: { tide: { ...field, example: true } } }, 'fields.ts', 'own/wrong-export'],
] as const)('%s %o', (at, module, path, code) => {
  const [fault, ...others] = take(at, module, `/newsroom/${at}/${path}`);
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ code });
  expect(fault?.what).toMatch(/\.$/);
  expect(fault?.fix).toMatch(/[.};]$/);
});

test('what is right is added', () => {
  expect(take('src/fields.ts', { fields: { tide: field } }, '/n/src/fields.ts')).toEqual([]);
  expect(take('src/listings', { listing: { ...listing, front } }, '/n/src/listings/city.ts')).toEqual([]);
  expect(take('src/blocks', { block }, '/n/src/blocks/recipe.ts')).toEqual([]);
  expect(take('src/kinds', { kind, layout: none, keeps: ['tides'] }, '/n/src/kinds/tides.tsx')).toEqual([]);
});

test('a listing’s folder is kept for it, links to its fronts are read, and it has fronts, feeds and an index', () => {
  expect(listingOf({ of: 'city' })?.front?.folder).toBe('cities');
  expect(isFreeId('cities')).toBe(false);
  expect(readLink('/cities/porto/', site)).toMatchObject({ kind: 'listed', id: 'porto' });
  expect(readLink('/cities/porto/feed.atom', site)).toMatchObject({ kind: 'none' });
  const at = routeRules.at({ scope: { of: 'city', language: 'en', id: 'porto' }, bucket: 0 }, site);
  expect(at.map(({ url }) => url).sort()).toEqual(['/cities/porto/', '/cities/porto/feed.xml']);
  expect(routeRules.always(site).map(({ url }) => url)).toContain('/cities/');
});

test('a block is read, judged and rendered as those that were there', () => {
  const text = '::: recipe {titel="Bread"}\nFlour.\n:::\n';
  expect(blockNamed('recipe')).toBe(block);
  expect(outlineBody(text, 'a.md', 1, site).problems).toMatchObject([
    { code: 'markdown/unknown-attribute', fix: expect.stringContaining('title') },
  ]);
  const nothing = () => undefined;
  const say = { day: String, size: String, comma: '', interactiveChart: '' };
  const resolve = { link: nothing, picture: nothing, document: nothing, frames: [], say, page: '' };
  expect(renderBody(text, resolve).html).toBe('<p>done</p>');
  expect(outlineBody('::: recipy\nFlour.\n:::\n', 'a.md', 1, site).problems[0]?.fix).toContain('recipe');
});

test('a kind’s word is kept for it, and links below it are looked up like others that come and go', () => {
  expect(isFreeId('tides')).toBe(false);
  expect(readLink('/tides/', site)).toMatchObject({ kind: 'passing' });
});

test('a field is known in front matter, with its example for remedies', () => {
  const { schema, example } = articleForm(site, nothingKnown, '2015-11-26');
  expect(example()).toMatchObject({ tide: 'high', place: expect.any(String) });
  expect(schema.safeParse({ tide: 3 }).error?.issues.some(({ path }) => path[0] === 'tide')).toBe(true);
});

test('a block of its own may have attributes of every kind that there is', () => {
  const attributes = Object.fromEntries(attributeKinds.map((is) => [is, { is, types: ['pdf'] }]));
  expect(take('src/blocks', { block: { ...block, name: 'all', attributes } }, '/n/src/blocks/all.ts')).toEqual([]);
});
