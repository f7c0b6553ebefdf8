/** The whole newsroom as WXR, part by part, so that memory stays flat whatever its size. */
import { element } from '../../../layouts/xml.ts';
import type { CatalogFile } from '../../catalog/tables/files.ts';
import type { Author } from '../../content/author.ts';
import { plainText, splitFrontMatter } from '../../content/front-matter.ts';
import { author as authors } from '../../content/listings/author.ts';
import { section as sections } from '../../content/listings/section.ts';
import { topic as topics } from '../../content/listings/topic.ts';
import { defaultLanguage, textIn } from '../../content/names.ts';
import type { Page, Topic } from '../../content/page.ts';
import { listingUrl } from '../../content/urls.ts';
import type { ToExport } from '../plain-newsroom.ts';
import { htmlOf } from './body-html.ts';
import { type Loss, Losses } from './losses.ts';
import { type Item, pageItem, storyItem, type Writing } from './wxr-item.ts';
import { closing, lines, opening, wp } from './wxr-markup.ts';

export type WrittenForWordpress = {
  /** The file, in parts. To be walked once, before anything else is asked. */
  xml: AsyncIterable<string>;
  /** Old addresses and where they lead, as lines of CSV. */
  redirects(): string;
  losses(): Loss[];
  stories(): number;
};

const textsAtATime = 50;

export function forWordpress({ catalog, source, onFile }: ToExport): WrittenForWordpress {
  const losses = new Losses();
  const moved: string[] = [];
  let stories = 0;
  let last = 0;
  const writing: Writing = { catalog, losses, nextId: () => ++last, attached: new Map() };
  const itemOf = (file: CatalogFile, body: string): Item => {
    if (file.path.startsWith('pages/')) return pageItem(catalog.record<Page>(file.path) as Page, body, writing);
    const article = catalog.article(file.id);
    if (!article) throw new Error(`${file.path} is no article`);
    stories++;
    return storyItem(article, body, writing);
  };
  async function* xml(): AsyncGenerator<string> {
    yield opening + head({ catalog, source }, moved);
    const paths = [...catalog.files.pathsLike('pages/*.md'), ...catalog.files.pathsLike('articles/*.md')];
    for (let done = 0; done < paths.length; done += textsAtATime) {
      const files = paths.slice(done, done + textsAtATime).flatMap((path) => catalog.files.at(path) ?? []);
      const read = source.read(files);
      // Only stories of one day share files.
      if (writing.attached.size > mostAttached) writing.attached.clear();
      for (const file of files) {
        const { split } = splitFrontMatter(plainText(read.get(file.path) ?? new Uint8Array()), file.path);
        const item = itemOf(file, split?.body ?? '');
        moved.push(...item.moved.map(({ from, to }) => csvLine(from, to)));
        yield lines(item.parts);
      }
      catalog.articles.forgetUnpacked();
      onFile?.(Math.min(done + textsAtATime, paths.length), paths.length);
    }
    noteRest(writing);
    yield closing;
  }
  return {
    xml: xml(),
    redirects: () => [csvLine('source', 'target'), ...moved].join(''),
    losses: () => losses.all(),
    stories: () => stories,
  };
}

const mostAttached = 10_000;

function csvLine(from: string, to: string): string {
  return `${[from, to].map((each) => (/[",\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each)).join(',')}\n`;
}

/** The site, its authors, sections and those topics that have a file; other topics come with their stories. */
function head({ catalog, source }: ToExport, moved: string[]): string {
  const { site } = catalog;
  const language = defaultLanguage(site);
  const words = (text: Parameters<typeof textIn>[0] | undefined) =>
    text === undefined ? '' : textIn(text, language, site.languages);
  const idsIn = (folder: string) =>
    catalog.files.pathsLike(`${folder}/*`).flatMap((path) => /^\w+\/([a-z0-9-]+)\.(?:md|yaml)$/.exec(path)?.[1] ?? []);
  const leads = (from: string, to: string) =>
    moved.push(
      csvLine(from, to),
      csvLine(`${from}feed.xml`, `${to}feed/`),
      csvLine(`${from}feed.atom`, `${to}feed/atom/`),
    );
  const people = idsIn('authors').map((id) => [id, catalog.author(id) as Author] as const);
  const named = idsIn('topics').map((id) => [id, catalog.topic(id, language) as Topic] as const);
  const introductions = introductionsOf(named, { catalog, source });
  moved.push(csvLine('/feed.xml', '/feed/'), csvLine('/feed.atom', '/feed/atom/'));
  for (const [id] of people) leads(listingUrl(authors, id, language, site), `/author/${id}/`);
  for (const { id } of site.sections) leads(listingUrl(sections, id, language, site), `/category/${id}/`);
  for (const [id] of named) leads(listingUrl(topics, id, language, site), `/tag/${id}/`);
  return lines([
    element('title', {}, words(site.title)),
    element('link', {}, site.url),
    element('description', {}, words(site.description)),
    element('language', {}, language),
    wp('wxr_version', '1.2'),
    wp('base_site_url', site.url),
    wp('base_blog_url', site.url),
    ...people.map(([id, { name, email = '' }]) =>
      element(
        'wp:author',
        {},
        wp('author_login', id),
        wp('author_email', email),
        wp('author_display_name', words(name)),
      ),
    ),
    ...site.sections.map(({ id, title }) =>
      element('wp:category', {}, wp('category_nicename', id), wp('category_parent', ''), wp('cat_name', words(title))),
    ),
    ...named.map(([id, topic]) =>
      element(
        'wp:tag',
        {},
        wp('tag_slug', id),
        wp('tag_name', words(topic.name)),
        wp('tag_description', introductions.get(id) ?? ''),
      ),
    ),
  ]);
}

/** HTML by the ids of topics. */
function introductionsOf(
  named: readonly (readonly [string, Topic])[],
  { catalog, source }: ToExport,
): Map<string, string> {
  const files = named.flatMap(([, { path }]) => catalog.files.at(path) ?? []);
  const read = source.read(files);
  return new Map(
    named.map(([id, { path, language }]) => {
      const { split } = splitFrontMatter(plainText(read.get(path) ?? new Uint8Array()), path);
      const url = listingUrl(topics, id, language, catalog.site);
      return [id, htmlOf(split?.body ?? '', { url, language }, catalog)];
    }),
  );
}

/** What is of no story. */
function noteRest({ catalog, losses }: Writing): void {
  const count = (glob: string, what: string) => {
    for (const path of catalog.files.pathsLike(glob)) losses.note(what, path);
  };
  count('notices/*.md', 'Notices, and when they begin and end');
  count('front.yaml', 'What editors have chosen for the front page');
  count('gone.yaml', 'Addresses that say why they ended');
  count('authors/*/*', 'Portraits of authors');
  count('../public/*', 'Files of public/: upload them to the root of the site');
  for (const path of catalog.files.pathsLike('authors/*.yaml')) {
    const { role, bio, links = [] } = catalog.record<Author>(path) ?? {};
    if (role ?? bio ?? links[0]) losses.note('What authors are, and say of themselves', path);
  }
}
