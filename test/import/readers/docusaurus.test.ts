/** What Docusaurus has. */
import { expect, test } from 'vitest';
import { exportedFrom, tablesIn } from '../../../src/import/readers/code-values.ts';
import { docusaurus } from '../../../src/import/readers/docusaurus.ts';
import { folderOf, listsIn, readFolder } from './read.ts';

const config = `
const common = {showLastUpdateTime: true};
/** @type {import('@docusaurus/types').Config} */
const config: Config = {
  title: 'The Harbour', tagline: \`Of ships\`, url: 'https://old.example', baseUrl: '/paper/',
  onBrokenLinks: process.env.CI ? 'throw' : 'warn',
  presets: [['classic', {
    docs: {path: '../docs', ...common, editUrl: ({docPath}) => { return \`https://x/\${docPath}\`; }},
    blog: {feedOptions: {type: 'all'}, postsPerPage: 1},
  } satisfies Preset.Options]],
  plugins: [
    function own() { return {name: 'own'}; },
    ['@docusaurus/plugin-content-docs', {id: 'crew', path: 'crew', routeBasePath: '/crew'}],
    ['@docusaurus/plugin-client-redirects', {fromExtensions: ['html'], redirects: [{from: ['/sail'], to: '/docs/intro'}]}],
  ],
  themeConfig: {
    navbar: {items: [{type: 'doc', docId: 'intro', label: 'Guides'}, {to: '/blog', label: 'News'}]},
    footer: {links: [{title: 'More', items: [{label: 'Far', href: 'https://far.example'}]}]},
  },
};
export default config;
`;
const site = (files: Record<string, string>, own = config) =>
  folderOf({ 'website/docusaurus.config.ts': own, ...files });
const x = '---\ntitle: X\n---\nx';

test('addresses of documentation are of ids, slugs, folders and versions', async () => {
  const { of, site: own } = await readFolder(
    docusaurus,
    site({
      'website/versions.json': '["2.0", "1.0"]',
      'docs/intro.md': x,
      'website/versioned_docs/version-2.0/01-start/02-Install.md': '---\nid: install\n---\n# How to install\n\nx',
      'website/versioned_docs/version-2.0/01-start/index.md': x,
      'website/versioned_docs/version-2.0/01-start/_part.mdx': x,
      'website/versioned_docs/version-2.0/1.5-notes.md': '---\ntitle: X\nslug: notes\ndraft: true\n---\nx',
      'website/versioned_docs/version-2.0/a/home.md': '---\ntitle: X\nslug: /\nunlisted: true\n---\nx',
      'website/versioned_docs/version-1.0/3-a.md': '---\ntitle: X\nparse_number_prefixes: false\n---\nx',
      'website/crew/captain.mdx': x,
      'website/src/pages/about.md': x,
      'website/README.md': x,
    }),
  );
  expect(own).toEqual({ title: 'The Harbour', description: 'Of ships', url: 'https://old.example' });
  const urls = Object.fromEntries(
    [...of].map(
      ([
        file,
        {
          urls: [first],
        },
      ]) => [file, first],
    ),
  );
  expect(urls).toEqual({
    'docs/intro.md': '/paper/docs/next/intro',
    'website/versioned_docs/version-2.0/01-start/02-Install.md': '/paper/docs/start/install',
    'website/versioned_docs/version-2.0/01-start/index.md': '/paper/docs/start',
    'website/versioned_docs/version-2.0/1.5-notes.md': '/paper/docs/notes',
    'website/versioned_docs/version-2.0/a/home.md': '/paper/docs',
    'website/versioned_docs/version-1.0/3-a.md': '/paper/docs/1.0/3-a',
    'website/crew/captain.mdx': '/paper/crew/captain',
    'website/src/pages/about.md': '/paper/about',
  });
  expect(of.get('website/versioned_docs/version-2.0/01-start/02-Install.md')).toMatchObject({
    ...{ kind: 'page', title: { text: 'How to install' }, body: { format: 'mdx', text: 'x' } },
    urls: ['/paper/docs/start/install', '/paper/docs/start/install.html'],
  });
  expect(of.get('website/versioned_docs/version-2.0/1.5-notes.md')?.state).toBe('draft');
  expect(of.get('website/versioned_docs/version-2.0/a/home.md')?.noindex).toBe(true);
});

test('posts have the days of their names, authors and tags of files beside them, and lists', async () => {
  const { of, items } = await readFolder(
    docusaurus,
    site({
      'website/blog/2015-11-26-quay.md':
        '---\ntitle: Quay\nauthors: [ann, {name: Bo Li}]\ntags: [snowFall, ice]\n---\n# Not seen\n\nx',
      'website/blog/2015/11/27/ferry/index.mdx': '# Ferry\n\nx',
      'website/blog/sea/2015-11-28-ice.md': '---\nslug: /cold\nauthor: ann\n---\nx',
      'website/blog/authors.yml': 'ann: {name: Ann Lee, page: true}',
      'website/blog/tags.yml': 'ice: {label: Ice and snow, permalink: /frozen}',
    }),
  );
  expect(of.get('website/blog/2015-11-26-quay.md')).toMatchObject({
    ...{ kind: 'story', published: { text: '2015-11-26' }, sections: [{ id: 'blog' }], body: { text: 'x' } },
    urls: ['/paper/blog/2015/11/26/quay', '/paper/blog/2015/11/26/quay.html'],
    ...{ slug: 'quay', title: { text: 'Quay' }, authors: [{ id: 'ann', name: 'Ann Lee' }, { name: 'Bo Li' }] },
    tags: [{ name: 'snowFall' }, { name: 'Ice and snow' }],
  });
  expect(of.get('website/blog/2015/11/27/ferry/index.mdx')).toMatchObject({
    urls: ['/paper/blog/2015/11/27/ferry', expect.anything()],
    title: { text: 'Ferry' },
  });
  expect(of.get('website/blog/sea/2015-11-28-ice.md')).toMatchObject({
    ...{ urls: ['/paper/blog/cold', expect.anything()], published: { text: '2015-11-28' }, title: { text: 'ice' } },
    authors: [{ id: 'ann', name: 'Ann Lee' }],
  });
  const [blog, ...lists] = listsIn(items);
  expect(blog).toEqual([
    ...['section', 'blog', '/paper/blog', '/paper/blog/page/2', '/paper/blog/page/3', '/paper/blog/archive'],
    ...['/paper/blog/tags', '/paper/blog/authors'],
    ...['/paper/blog/rss.xml', '/paper/blog/atom.xml', '/paper/blog/feed.json'],
  ]);
  expect(lists).toContainEqual(['tag', 'snowFall', '/paper/blog/tags/snow-fall']);
  expect(lists).toContainEqual(['tag', 'Ice and snow', '/paper/blog/tags/frozen']);
  expect(lists).toContainEqual(['author', 'ann', '/paper/blog/authors/ann', '/paper/blog/authors/ann/page/2']);
  expect(items).toContainEqual(expect.objectContaining({ urls: ['/paper/sail'], to: '/paper/docs/intro' }));
});

test('a text without a translation stood in each language, and a translated one in its own', async () => {
  const locales = config.replace("baseUrl: '/paper/'", "i18n, trailingSlash: true, baseUrl: '/'");
  const { of } = await readFolder(
    docusaurus,
    site(
      {
        'website/i18n.mjs': "export default {defaultLocale: 'en', locales: ['en', 'fr', 'zh-Hans']};",
        'docs/intro.md': x,
        'docs/other.md': x,
        'website/i18n/fr/docusaurus-plugin-content-docs/current/intro.md': x,
        'website/i18n/en/docusaurus-plugin-content-docs/current/other.md': x,
      },
      `import i18n from './i18n.mjs';${locales.replace("fromExtensions: ['html'], ", '')}`,
    ),
  );
  expect(
    [...of.values()].map(({ place, urls, language, translationOf }) => [place.file, language, translationOf, ...urls]),
  ).toEqual([
    ['docs/intro.md', 'en', 'docs/intro.md', '/docs/intro/', '/zh-Hans/docs/intro/'],
    ['website/i18n/en/docusaurus-plugin-content-docs/current/other.md', ...['en', 'docs/other.md', '/docs/other/']],
    ['website/i18n/fr/docusaurus-plugin-content-docs/current/intro.md', 'fr', 'docs/intro.md', '/fr/docs/intro/'],
  ]);
});

test('texts that are imported stand where they are shown, and programs are told of', async () => {
  const { of, items, remarks } = await readFolder(
    docusaurus,
    site({
      'docs/intro.md': x,
      'docs/how/sail.md':
        "import Wind from '../_wind.mdx'; import Rope from '@site/parts/_rope.md';\n\n1. First\n\n   <Wind from=\"north\" />\n\nThe <Rope/> holds.\n\n```js\nimport Wind from '../_wind.mdx';\n```\n",
      'docs/_wind.mdx':
        "import Rope from '../website/parts/_rope.md';\n\nWind from {props.from}, see [more](more.md#a).\n\n<Rope></Rope>\n",
      'website/parts/_rope.md': '---\na: b\n---\nrope ![](img/rope.png)',
      'website/src/pages/help.tsx': 'export default () => <p>Help</p>;',
    }),
  );
  expect(of.get('docs/how/sail.md')?.body.text).toBe(
    "\n1. First\n\n\n   Wind from north, see [more](../../docs/more.md#a).\n\n\n   rope ![](../../docs/../website/parts/img/rope.png)\n\n\nThe rope ![](../../website/parts/img/rope.png) holds.\n\n```js\nimport Wind from '../_wind.mdx';\n```\n",
  );
  expect(remarks.map(({ what }) => what)).toEqual([
    'It is a program, which is not run: what readers saw at /paper/help does not come along.',
  ]);
  expect(items.filter(({ kind }) => kind === 'menu-link')).toMatchObject([
    { title: 'Guides', url: '/paper/docs/intro' },
    { title: 'News', url: '/paper/blog' },
    { title: 'Far', url: 'https://far.example' },
  ]);
});

test('settings are read for plain values, and what has to be worked out is none', () => {
  const code = `
    // title: 'No',
    const list = ['a', \`b\`, \`c\${d}\`, -1.5,];
    module.exports = async () => ({
      list, 'a-b': "x\\'y", [key]: 1, run() { return {z: 1}; }, at: (x) => ({x}), no: 'a' + 'b', cond: list ? 1 : 2,
      deep: {...other, on: true, of: [[{}], (5), {a: 1} as A]} satisfies B, last: require('./x').y,
    });
    const other = {one: 1};`;
  expect(tablesIn(code, new Map()).toArray()).toContainEqual({
    list: ['a', 'b', undefined, -1.5],
    ...{ 'a-b': "x'y", deep: { one: 1, on: true, of: [[{}], 5, { a: 1 }] } },
  });
  for (const broken of ['{', 'a = {b: [', '= {a: (1, "', '= {...', '({a: `'.repeat(50)])
    expect(tablesIn(broken, new Map()).toArray()).toBeDefined();
});

test('what a name stands for is read once, however often it is named, and is nothing within itself', () => {
  const read = exportedFrom('const a = [b, b];\nconst b = {c: 1, a};\nexport default {one: a, other: a};');
  const { one, other } = read as Record<string, unknown[]>;
  expect(one).toEqual([
    { c: 1, a: undefined },
    { c: 1, a: undefined },
  ]);
  expect(other).toBe(one);
  expect(one?.[1]).toBe(one?.[0]);
});
