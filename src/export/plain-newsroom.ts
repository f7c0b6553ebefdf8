/**
 * A newsroom as any other program can read it: the same tree, with its texts as plain Markdown. What is data already
 * (authors, settings) and what is bytes goes along as it is. Files are read a few at a time.
 */
import { parse, stringify } from 'yaml';
import { sayIn } from '../../layouts/block-words.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogFile } from '../catalog/tables/files.ts';
import type { Article } from '../content/article.ts';
import { splitFrontMatter, plainText as textOf } from '../content/front-matter.ts';
import { defaultLanguage, type Language, textIn } from '../content/names.ts';
import { type ContentPath, contentPath, isBytes } from '../content/paths.ts';
import { nameFromId, topicOf } from '../content/records.ts';
import type { Site } from '../content/site.ts';
import { articleUrl, pageUrl, topicUrl } from '../content/urls.ts';
import type { Source } from '../source/source.ts';
import { plainMatter } from './plain-front-matter.ts';
import { inFolder, plainText } from './plain-text.ts';
import type { WrittenFolder } from './written-folder.ts';

export type ToExport = {
  catalog: Catalog;
  source: Pick<Source, 'read'>;
  onFile?(done: number, total: number): void;
};

const filesAtATime = 100;

/** Puts every file of the newsroom’s content into the folder; returns how many are stories. */
export function writePlainNewsroom({ catalog, source, onFile }: ToExport, folder: WrittenFolder): number {
  const files = catalog.files.all().sort((one, other) => (one.path < other.path ? -1 : 1));
  let done = 0;
  let stories = 0;
  for (const some of inParts(files)) {
    const read = source.read(some);
    for (const file of some) {
      const content = contentPath(file.path, file.mode);
      const bytes = read.get(file.path);
      if (!content || 'code' in content || !bytes) continue;
      if (content.kind === 'article') stories++;
      folder.put(
        file.path.replace(/^\.\.\//, ''),
        isPlain(content) ? bytes : plainFile(bytes, content, { catalog, id: file.id }),
      );
    }
    // No story is asked for again.
    catalog.articles.forgetUnpacked();
    done += some.length;
    onFile?.(done, files.length);
  }
  return stories;
}

/** Texts some at a time, bytes one by one: a picture may have a hundred megabytes. */
function* inParts(files: readonly CatalogFile[]): Generator<CatalogFile[]> {
  let part: CatalogFile[] = [];
  for (const file of files) {
    const content = contentPath(file.path, file.mode);
    const isLarge = content !== undefined && !('code' in content) && isBytes(content);
    if (!isLarge) part.push(file);
    if (isLarge) yield [file];
    if (part.length === filesAtATime) {
      yield part;
      part = [];
    }
  }
  if (part.length > 0) yield part;
}

type Text = Extract<ContentPath, { kind: 'article' | 'page' | 'topic' }>;
type Undated = Exclude<Text, { kind: 'article' }>;

/** A notice is of no use to another program, which would show it as a page. */
function isPlain(content: ContentPath): content is Exclude<ContentPath, Text> {
  return !['article', 'page', 'topic'].includes(content.kind);
}

function plainFile(bytes: Uint8Array, content: Text, { catalog, id }: { catalog: Catalog; id: number }): string {
  const { site } = catalog;
  const { split } = splitFrontMatter(textOf(bytes), content.path);
  if (!split) throw new Error(`${content.path} lost its front matter between two steps`);
  const language = content.language ?? defaultLanguage(site);
  const article = content.kind === 'article' ? catalog.writtenArticle(id) : undefined;
  const told = article ? toldOfArticle(article, catalog) : toldOf(content as Undated, language, site);
  const isWithdrawn = (article?.withdrawn ?? article?.withdrawnElsewhere) !== undefined;
  const written = (parse(split.yaml) ?? {}) as Record<string, unknown>;
  const matter = plainMatter(written, content.kind, { zone: site.timeZone, told, isWithdrawn });
  const folder = content.kind === 'article' ? (content.story.split('/').at(-1) ?? '') : content.id;
  const body = article ? withFolder(split.body, article, folder) : split.body;
  const text = plainText(body, { say: sayIn(language, site), folder });
  return `---\n${stringify(matter, { compat: 'yaml-1.1', lineWidth: 0 })}---\n${text}`;
}

/** Where readers have it, for programs that go by `url` and for those that go by `permalink`. */
function addresses(url: string): Record<string, string> {
  return { slug: url.split('/').at(-2) ?? '', url, permalink: url };
}

function toldOf(content: Undated, language: Language, site: Site): Record<string, unknown> {
  const url = content.kind === 'page' ? pageUrl : topicUrl;
  return { lang: language, ...addresses(url(content.id, language, site)) };
}

function toldOfArticle(
  { authors, section, topics, image, language, story }: Article,
  catalog: Catalog,
): Record<string, unknown> {
  const { site } = catalog;
  const words = (text: Parameters<typeof textIn>[0]) => textIn(text, language, site.languages);
  const named = site.sections.find(({ id }) => id === section);
  const joins = { topic: (id: string, asked: Language) => catalog.topic(id, asked) };
  const authorName = (id: string) => words(catalog.author(id)?.name ?? nameFromId(id));
  const url = articleUrl(story, language, site);
  const slug = story.split('/').at(-1) ?? '';
  return {
    lang: language,
    authors: authors.map(authorName),
    categories: [named ? words(named.title) : section],
    ...(topics.length > 0 ? { tags: topics.map((id) => topicOf(id, language, site, joins).name) } : {}),
    ...(image ? { image: inFolder(image.file, slug) } : {}),
    ...addresses(url),
  };
}

/** Files are found from the text’s own folder, everywhere but here, where they may be called by their names alone. */
function withFolder(body: string, { outline }: Article, folder: string): string {
  const short = [...outline.pictures, ...outline.documents].filter((name) => !name.includes('/'));
  const written = [...new Set(short)].map((name) => RegExp.escape(name)).join('|');
  if (written === '') return body;
  const named = new RegExp(`(\\]\\(<?|^ {0,3}\\[[^\\]]+\\]: *<?)(${written})(?=[\\s)>#])`, 'gm');
  return body.replace(named, (_, before: string, name: string) => `${before}${folder}/${name}`);
}
