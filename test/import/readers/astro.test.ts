/** What Astro has. */
import { expect, test } from 'vitest';
import { astro } from '../../../src/import/readers/astro.ts';
import { sourceHtml } from '../../../src/import/text/source-html.ts';
import { folderOf, listsIn, readFolder } from './read.ts';

const config = "export default defineConfig({\n  site: 'https://old.example',\n  integrations: [mdx()],\n});\n";
const site = (files: Record<string, string>, own = config) => folderOf({ 'astro.config.mjs': own, ...files });

test('texts of a collection stand below the page that asks for it', async () => {
  const {
    of,
    items,
    site: own,
  } = await readFolder(
    astro,
    site({
      'src/content/blog/First Post.mdx':
        "---\ntitle: First\npubDate: 'Nov 26 2015'\nupdatedDate: 2015-11-27\nheroImage: ../../assets/quay.jpg\nauthor: ann\n---\nimport Crab from '../crab.astro';\n\n<Crab />It sails.\n",
      'src/content/blog/sea/quay.md': '---\ntitle: Quay\ndate: 2015-11-28\nslug: the-quay\n---\nx',
      'src/content/blog/_draft.md': '---\ntitle: No\n---\nx',
      'src/content/authors/ann.json': '{"name": "Ann Lee"}',
      'src/pages/notes/[...slug].astro': "const all = await getCollection('blog');",
      'src/pages/about.md': '---\ntitle: About\n---\nx',
    }),
  );
  expect(own).toEqual({ url: 'https://old.example' });
  expect(of.get('src/content/blog/First Post.mdx')).toMatchObject({
    kind: 'story',
    urls: ['/notes/first-post/'],
    published: { text: 'Nov 26 2015' },
    updated: { text: '2015-11-27' },
    lead: { src: '../../assets/quay.jpg' },
    authors: [{ id: 'ann', name: 'Ann Lee' }],
    sections: [{ id: 'blog' }],
    body: { format: 'mdx' },
  });
  expect(of.get('src/content/blog/sea/quay.md')?.urls).toEqual(['/notes/the-quay/']);
  expect(of.get('src/pages/about.md')).toMatchObject({ kind: 'page', urls: ['/about/'] });
  expect(of.size).toBe(3);
  expect(listsIn(items)).toContainEqual(['section', 'blog', '/notes/']);
});

test('a collection may lie elsewhere, and endings of addresses are as the configuration says', async () => {
  const { stories } = await readFolder(
    astro,
    site(
      {
        'src/content.config.ts':
          "const posts = defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/texts' }) });\nexport const collections = { journal: posts };",
        'src/content/texts/2015/11/26/ferry.md': '---\ntitle: Ferry\n---\nx',
      },
      "export default { base: '/paper', trailingSlash: 'never' }",
    ),
  );
  expect(stories).toMatchObject([
    {
      kind: 'story',
      urls: ['/paper/journal/2015/11/26/ferry'],
      published: { text: '2015-11-26' },
      sections: [{ id: 'journal' }],
    },
  ]);
});

test('documentation in folders of languages stands at the root', async () => {
  const { stories, site: own } = await readFolder(
    astro,
    site({
      'src/content.config.ts':
        'export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };',
      'src/content/docs/en/guides/index.mdx': '---\ntitle: Guides\n---\nx',
      'src/content/docs/zh-cn/guides/index.mdx': '---\ntitle: 指南\n---\nx',
    }),
  );
  expect(stories.map(({ urls, language, translationOf }) => [urls[0], language, translationOf])).toEqual([
    ['/en/guides/', 'en', 'src/content/docs/guides/index'],
    ['/zh-cn/guides/', 'zh-cn', 'src/content/docs/guides/index'],
  ]);
  expect(own.languages).toEqual(['en', 'zh-cn']);
});

test('code of MDX goes and is told of; what components hold stays', () => {
  const lost: string[] = [];
  const text =
    "import Box from '../box.astro';\n\nexport const a = 1;\n\n<Box title={`A`}>\n\nIt **sails**, {Astro.x}.\n\n</Box>\n";
  const html = sourceHtml({ format: 'mdx', text }, { dialect: 'none', codes: {} }, ({ detail }) => lost.push(detail));
  expect(html).toContain('It <strong>sails</strong>');
  expect(html).not.toMatch(/import|export|Astro/);
  expect(lost).toEqual(["import Box from '../box.astro';", 'export const a = 1;', '<Box title="A">', '{Astro.x}']);
});
