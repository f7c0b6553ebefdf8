/**
 * Writes one archive as three programs would have it: `node test/bench/import/write-corpus.ts FILE.jsonl.gz DIR` makes
 * DIR/hugo, DIR/jekyll and DIR/wordpress.xml of posts that are a JSON object a line (title, dek, date, updated, authors,
 * section, topics, slug, path, aliases, image, body_markdown).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import createMarkdownIt from 'markdown-it';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import { stringify } from 'yaml';
import { editorBlocks } from '../../../src/export/wordpress/block-editor.ts';
import { wxrEnd, wxrHead, wxrItem } from './wxr.ts';

/** Of Markdown at the end of a paragraph: no reader of the site saw them. */
const attributes = /[ \t]*\{[.#][^{}\n]*\}[ \t]*$/gm;

type Post = {
  title: string;
  dek: string;
  date: string;
  updated?: string;
  authors: { id: string; name: string }[];
  section: string;
  topics: string[];
  slug: string;
  path: string;
  aliases: string[];
  image: { src: string; alt: string; caption: string; credit: string } | null;
  body_markdown: string;
};

const [corpus, folder] = process.argv.slice(2);
if (!corpus || !folder) throw new Error('Usage: node test/bench/import/write-corpus.ts FILE.jsonl.gz DIR');
const bytes = readFileSync(corpus);
const text = (corpus.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
const posts = text
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Post);
const url = 'https://archive.example';
writeHugo(join(folder, 'hugo'));
writeJekyll(join(folder, 'jekyll'));
writeWordpress(join(folder, 'wordpress.xml'));
console.log(`${posts.length} posts as Hugo, Jekyll and WordPress in ${folder}`);

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function matter(values: Record<string, unknown>, body: string): string {
  const isSaid = (value: unknown) =>
    value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
  const said = Object.entries(values).filter(([, value]) => isSaid(value));
  return `---\n${stringify(Object.fromEntries(said), { compat: 'yaml-1.1', lineWidth: 0 })}---\n${body}`;
}

/** What is code for its program is shown to readers in the originals. */
function writeHugo(to: string): void {
  const config = `baseURL = "${url}/"\nlanguageCode = "en"\ntitle = "The archive"\ndisablePathToLower = true\n\n[permalinks]\nposts = "/:year/:month/:day/:slug/"\n`;
  write(join(to, 'hugo.toml'), config);
  for (const post of posts) {
    const body = post.body_markdown.replace(/\{\{([<%])(.*?)([>%])\}\}/g, '{{$1/*$2*/$3}}');
    const { title, date, updated, dek, slug, aliases, image } = post;
    const values = {
      ...{ title, date, lastmod: updated, description: dek, slug, aliases },
      authors: post.authors.map(({ name }) => name),
      categories: [post.section],
      tags: post.topics,
      images: image ? [image.src] : undefined,
    };
    write(join(to, 'content/posts', `${nameOf(post)}.md`), matter(values, body));
  }
}

function writeJekyll(to: string): void {
  const config = {
    title: 'The archive',
    url,
    permalink: '/:year/:month/:day/:title/',
    lang: 'en',
    plugins: ['jekyll-redirect-from'],
  };
  write(join(to, '_config.yml'), stringify(config));
  for (const post of posts) {
    const isCode = /\{[{%]/.test(post.body_markdown);
    const body = isCode ? `{% raw %}\n${post.body_markdown}\n{% endraw %}\n` : post.body_markdown;
    const { title, dek, aliases, image, topics, section } = post;
    const values = {
      ...{
        layout: 'post',
        title,
        date: post.date.replace('T', ' ').replace(/([+-]\d\d):(\d\d)$/, ' $1$2'),
        excerpt: dek,
        tags: topics,
      },
      authors: post.authors.map(({ name }) => name),
      categories: [section],
      last_modified_at: post.updated,
      redirect_from: aliases,
      image: image?.src,
    };
    write(join(to, '_posts', `${nameOf(post)}.md`), matter(values, body));
  }
}

function nameOf({ path, slug }: Post): string {
  return `${path.slice(1, 11).replaceAll('/', '-')}-${slug}`;
}

function writeWordpress(file: string): void {
  // As its editor of today keeps texts: in that of old each end of a line would be one for readers.
  const markdown = createMarkdownIt({ html: true }).use(footnote).use(deflist);
  const authors = new Map(posts.flatMap((post) => post.authors.map(({ id, name }) => [id, name] as const)));
  const items = posts.map((post, index) =>
    wxrItem({
      id: index + 1,
      title: post.title,
      link: url + post.path,
      slug: post.slug,
      at: new Date(post.date),
      changed: new Date(post.updated ?? post.date),
      author: post.authors[0]?.id ?? 'desk',
      coAuthors: post.authors.slice(1).length > 0 ? post.authors : [],
      excerpt: post.dek,
      html: editorBlocks(markdown.render(post.body_markdown.replace(attributes, ''))),
      categories: [[post.section, post.section]],
      tags: post.topics.map((topic) => [topic, topic]),
      meta: post.image ? { image: post.image.src } : {},
    }),
  );
  write(
    file,
    wxrHead({ title: 'The archive', url, authors, categories: [['blog', 'blog']] }) + items.join('') + wxrEnd,
  );
}
