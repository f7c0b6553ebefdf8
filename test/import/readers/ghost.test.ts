/** What Ghost exports. */
import { expect, test } from 'vitest';
import { ghost } from '../../../src/import/readers/ghost.ts';
import { inputOf, readAll } from './read.ts';

const post = {
  id: 'p1',
  uuid: 'u-1',
  title: 'The ferry & the port',
  slug: 'ferry',
  html: '<p>It <a href="__GHOST_URL__/boats/">sails</a>, <a href="__GHOST_URL__">home</a>.</p><img src="__GHOST_URL__/content/images/a.jpg">',
  status: 'published',
  visibility: 'public',
  type: 'post',
  published_at: '2015-11-26T06:30:00.000Z',
  updated_at: '2015-11-26T08:00:00.000Z',
  feature_image: '__GHOST_URL__/content/images/quay.jpg',
};

function exported(posts: object[], more: object = {}): string {
  const data = {
    posts,
    posts_meta: [
      { post_id: 'p1', feature_image_alt: 'A quay', feature_image_caption: 'The <b>quay</b>', meta_title: 'Ferry' },
    ],
    tags: [
      { id: 't1', name: 'The sea', slug: 'sea', description: 'All of it', visibility: 'public' },
      { id: 't2', name: 'World', slug: 'world', visibility: 'public' },
      { id: 't3', name: '#wide', slug: 'hash-wide', visibility: 'internal' },
    ],
    users: [
      { id: 'a1', name: 'Ann Lee', slug: 'ann', bio: 'She writes' },
      { id: 'a2', name: 'Bo', slug: 'bo' },
    ],
    posts_tags: [
      { post_id: 'p1', tag_id: 't1', sort_order: 1 },
      { post_id: 'p1', tag_id: 't2', sort_order: 0 },
      { post_id: 'p1', tag_id: 't3', sort_order: 2 },
    ],
    posts_authors: [
      { post_id: 'p1', author_id: 'a2', sort_order: 1 },
      { post_id: 'p1', author_id: 'a1', sort_order: 0 },
    ],
    settings: [
      { key: 'title', value: 'The Paper' },
      { key: 'locale', value: 'pt' },
      { key: 'timezone', value: 'Europe/Lisbon' },
    ],
    ...more,
  };
  return JSON.stringify({ db: [{ meta: { exported_on: 1, version: '5.0.0' }, data }] });
}

test('a post has the tags and authors that it is joined with, in their order, and its picture', async () => {
  const { site, stories } = await readAll(ghost, exported([post]));
  expect(site).toEqual({ title: 'The Paper', languages: ['pt'], timeZone: 'Europe/Lisbon' });
  expect(stories).toMatchObject([
    {
      kind: 'story',
      urls: ['/ferry/', '/p/u-1/'],
      title: { format: 'plain', text: 'The ferry & the port' },
      published: { text: '2015-11-26T06:30:00.000Z', zone: 'UTC' },
      authors: [
        { id: 'ann', name: 'Ann Lee' },
        { id: 'bo', name: 'Bo' },
      ],
      sections: [{ id: 'world', name: 'World' }],
      tags: [{ id: 'sea', name: 'The sea' }],
      state: 'public',
      body: {
        format: 'html',
        text: '<p>It <a href="/boats/">sails</a>, <a href="/">home</a>.</p><img src="/content/images/a.jpg">',
      },
      lead: { src: '/content/images/quay.jpg', alt: 'A quay', caption: { format: 'html', text: 'The <b>quay</b>' } },
      rest: { meta_title: 'Ferry', internal_tags: ['#wide'] },
    },
  ]);
});

test('what is for members, was sent by mail alone, or is a draft is not public; what is scheduled is', async () => {
  const states = [{}, { status: 'scheduled' }, { status: 'draft' }, { visibility: 'members' }, { status: 'sent' }];
  const { stories } = await readAll(ghost, exported(states.map((each) => ({ ...post, ...each }))));
  expect(stories.map(({ state }) => state)).toEqual(['public', 'public', 'draft', 'private', 'private']);
});

test('pages, lists and their feeds are given; tags for the theme alone are no list', async () => {
  const { items, stories } = await readAll(
    ghost,
    exported([
      { ...post, type: 'page' },
      { ...post, type: undefined, page: 1 },
    ]),
  );
  expect(stories.map(({ kind }) => kind)).toEqual(['page', 'page']);
  expect(items.flatMap((each) => (each.kind === 'list' ? [[each.of, ...each.urls, ...each.feeds]] : []))).toEqual([
    ['all', '/', '/rss/'],
    ['tag', '/tag/sea/', '/tag/sea/rss/'],
    ['tag', '/tag/world/', '/tag/world/rss/'],
    ['author', '/author/ann/', '/author/ann/rss/'],
    ['author', '/author/bo/', '/author/bo/rss/'],
  ]);
});

test('a post without HTML gives its words, and says what is missing', async () => {
  const bare = { ...post, html: null };
  const { stories, remarks } = await readAll(
    ghost,
    exported([
      { ...bare, plaintext: 'It sails.' },
      { ...bare, lexical: '{"root":{}}' },
    ]),
  );
  expect(stories.map(({ body }) => body)).toEqual([
    { format: 'plain', text: 'It sails.' },
    { format: 'plain', text: '' },
  ]);
  expect(remarks.map(({ what }) => what)).toEqual([
    'It has no HTML, so that only its words could be read, without pictures, links and emphasis.',
    'It has no HTML, so that its text is missing. Open it in Ghost, save it and export again.',
  ]);
});

test('an old export names one author in the post itself', async () => {
  const { stories } = await readAll(ghost, exported([{ ...post, author_id: 'a2' }], { posts_authors: [] }));
  expect(stories[0]?.authors).toEqual([{ id: 'bo', name: 'Bo' }]);
});

test('half a file, and JSON of something else, are refused in a sentence', async () => {
  const whole = exported([post]);
  await expect(ghost.open(inputOf(whole.slice(0, 300)))).rejects.toThrow('It is no whole JSON');
  await expect(ghost.open(inputOf('{"db":[{"data":{}}]}'))).rejects.toThrow('It has no table of posts.');
  expect(await ghost.recognise(inputOf('{"posts": 1}'))).toBeUndefined();
});
