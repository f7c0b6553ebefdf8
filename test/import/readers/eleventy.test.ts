/** What Eleventy has. */
import { expect, test } from 'vitest';
import { eleventy } from '../../../src/import/readers/eleventy.ts';
import { folderOf, listsIn, readFolder } from './read.ts';

const site = (files: Record<string, string>) =>
  folderOf({
    '.eleventy.js': "module.exports = () => ({ dir: { input: 'src', output: '_site' } });\n",
    'src/_data/metadata.js':
      'export default {\n  title: "The Old Post",\n  url: "https://old.example/",\n  language: "pt",\n};\n',
    ...files,
  });

test('a text has the address of its path, or the one that its folder or itself says', async () => {
  const { of, site: own } = await readFolder(
    eleventy,
    site({
      'src/blog/2015-11-26-ferry.md': '---\ntitle: Ferry\ntags: [posts, Sea ports]\nlayout: post.njk\n---\nx',
      'src/blog/quay/index.md':
        '---\ntitle: Quay\ndate: 2015-11-27\npermalink: "/{{ page.date | date: \'%Y/%m\' }}/{{ title | slugify }}/index.html"\n---\nx',
      'src/news/news.json': '{"permalink": "/n/{{ page.fileSlug }}/", "author": "Ann Lee", "tags": "news"}',
      'src/news/2015-11-28-crab.md': '---\ntitle: Crab\n---\nx',
      'src/news/hidden.md': '---\ntitle: Hidden\npermalink: false\n---\nx',
      'src/about.md': '---\ntitle: About\ndate: Last Modified\n---\nx',
      'src/own.md':
        '---\ntitle: Own\ndate: 2015-11-27\npermalink: "/{{ page.date | toDatePath }}/{{ date | htmlDateString }}.html"\n---\nx',
      'src/_includes/post.md': 'x',
      'README.md': 'x',
    }),
  );
  expect(own).toEqual({ title: 'The Old Post', url: 'https://old.example/', languages: ['pt'] });
  expect([...of.values()].map(({ kind, urls, slug, published }) => [kind, ...urls, slug, published?.text])).toEqual([
    ['page', '/about/', 'about', undefined],
    ['story', '/blog/2015-11-26-ferry/', 'ferry', '2015-11-26'],
    ['story', '/2015/11/quay/', 'quay', '2015-11-27'],
    ['story', '/n/crab/', 'crab', '2015-11-28'],
    ['story', '/2015/11/27/2015-11-27.html', 'own', '2015-11-27'],
  ]);
  expect(of.get('src/blog/2015-11-26-ferry.md')).toMatchObject({
    tags: [{ name: 'Sea ports' }],
    sections: [{ name: 'blog' }],
  });
  expect(of.get('src/news/2015-11-28-crab.md')?.authors).toEqual([{ name: 'Ann Lee' }]);
});

test('of data that is a program, plain texts are taken, and it is told', async () => {
  const { stories, remarks } = await readFolder(
    eleventy,
    site({
      'src/posts/posts.11tydata.js':
        'module.exports = {\n  permalink: "/p/{{ page.fileSlug }}.html",\n  tags: [`posts`],\n  at: (data) => data.x,\n};\n',
      'src/posts/ferry.md': '---\ntitle: Ferry\ndate: 2015-11-26\n---\nx',
      'src/posts/quay.md': '---js\n{ title: "Quay", eleventyComputed: { a: (data) => data.b } }\n---\nx',
      'src/posts/sea.md': '---js\nlet title = "Sea";\nconst date = now();\n---\nx',
    }),
  );
  expect(stories.map(({ urls, title }) => [...urls, title.text])).toEqual([
    ['/p/ferry.html', 'Ferry'],
    ['/p/quay.html', 'Quay'],
    ['/p/sea.html', 'Sea'],
  ]);
  expect(remarks.map(({ place, what }) => [place.file, what.slice(0, 80)])).toEqual([
    ['src/posts/posts.11tydata.js', 'It is a program, which is not run. Taken as plain text: permalink.'],
  ]);
});

test('a title is the first heading, without codes, or the name in the menu', async () => {
  const { stories } = await readFolder(
    eleventy,
    site({
      'src/a.md': '---\npageTitle: A page\n---\n# Not it\n',
      'src/b.md': '---\neleventyNavigation: {key: B}\n---\n# Ferries {% addedin "1.0" %}\n\nx',
      'src/c.md': '---\neleventyNavigation: {key: C}\n---\nx',
    }),
  );
  expect(stories.map(({ title, body }) => [title.text, body.text])).toEqual([
    ['A page', '# Not it\n'],
    ['Ferries', 'x'],
    ['C', 'x'],
  ]);
});

test('the nearest data file counts, and that of a text most', async () => {
  const { stories } = await readFolder(
    eleventy,
    site({
      'src/a/a.json': '{"author": "Ann", "lang": "pt"}',
      'src/a/b/b.11tydata.json': '{"author": "Bo"}',
      'src/a/b/c.json': '{"author": "Cy"}',
      'src/a/b/c.md': '---\ntitle: C\n---\nx',
      'src/a/b/d.md': '---\ntitle: D\n---\nx',
    }),
  );
  expect(stories.map(({ authors, language }) => [authors[0]?.name, language])).toEqual([
    ['Cy', 'pt'],
    ['Bo', 'pt'],
  ]);
});

test('lists and feeds are no texts; feeds are told with their addresses', async () => {
  const { items, stories } = await readFolder(
    eleventy,
    site({
      'src/feed.njk': '---\npermalink: /feed/feed.xml\n---\n<feed></feed>',
      'src/tags.njk': '---\npagination: {data: collections, size: 1}\n---\nx',
      'src/index.njk': '---\ntitle: Home\n---\n{% for post in collections.posts %}x{% endfor %}',
      'src/contact.njk': '---\ntitle: Contact\n---\n<p>Write to us.</p>',
    }),
  );
  expect(stories).toMatchObject([{ urls: ['/contact/'], body: { format: 'html', text: '<p>Write to us.</p>' } }]);
  expect(listsIn(items)).toEqual([['all', '', '/feed/feed.xml']]);
});

test('folders of languages say the language, and which texts are one in several', async () => {
  const { stories } = await readFolder(
    eleventy,
    site({
      'src/en/blog/ferry/index.md': '---\ntitle: Ferry\ndate: 2015-11-26\n---\nx',
      'src/pt/blog/ferry/index.md': '---\ntitle: Balsa\ndate: 2015-11-26\n---\nx',
    }),
  );
  expect(stories[1]?.urls).toEqual(['/pt/blog/ferry/', '/blog/ferry/']);
  expect(
    stories.map(({ urls, language, translationOf, sections }) => [urls[0], language, translationOf, sections]),
  ).toEqual([
    ['/en/blog/ferry/', 'en', 'blog/ferry/index', [{ name: 'blog' }]],
    ['/pt/blog/ferry/', 'pt', 'blog/ferry/index', [{ name: 'blog' }]],
  ]);
});

test('it is known by its configuration, or by its package', async () => {
  expect(await eleventy.recognise(site({}))).toBe('its .eleventy.js');
  const bare = { 'package.json': '{"devDependencies": {"@11ty/eleventy": "3"}}', 'README.md': '' };
  expect(await eleventy.recognise(folderOf(bare))).toBeUndefined();
  expect(await eleventy.recognise(folderOf({ ...bare, 'a.md': '' }))).toBe(
    'the package @11ty/eleventy in its package.json',
  );
});

test('pages that are made of each tag lead to its topic', async () => {
  const post = (tags: string) => `---\ntitle: Ferry\ndate: 2015-11-26\ntags: [${tags}]\n---\nx`;
  const { items } = await readFolder(
    eleventy,
    folderOf({
      '.eleventy.js': '',
      'posts/ferry.md': post('posts, Sea ports'),
      'posts/quay.md': post('quays'),
      'tags.njk':
        '---\npagination:\n  data: collections\n  size: 1\n  alias: tag\npermalink: /tags/{{ tag | slugify }}/\n---\n{% for x in tag %}{% endfor %}',
      'pages.njk': '---\npagination:\n  data: things\n  alias: thing\npermalink: /things/{{ thing }}/\n---\n',
    }),
  );
  expect(listsIn(items)).toEqual([
    ['all', ''],
    ['tag', 'Sea ports', '/tags/sea-ports/'],
    ['tag', 'quays', '/tags/quays/'],
  ]);
});

test('a text that leads elsewhere is none', async () => {
  const { items, stories } = await readFolder(
    eleventy,
    folderOf({
      '.eleventy.js': '',
      'crew.md': '---\ntitle: Crew\nredirect_to: /about/#crew\nredirect_from: /team/\n---\nOld words.',
      'shop.md': '---\ntitle: Shop\nredirect_to:\n  - https://shop.example/\n---\n',
    }),
  );
  expect(stories).toEqual([]);
  expect(items.flatMap((each) => (each.kind === 'list' && each.to ? [[...each.urls, each.to]] : []))).toEqual([
    ['/crew/', '/team/', '/about/#crew'],
    ['/shop/', 'https://shop.example/'],
  ]);
});
