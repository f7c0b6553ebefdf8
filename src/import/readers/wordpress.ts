/**
 * A WordPress export (WXR), read as it streams: stories, pages, pictures, and the lists with their feeds. It is one file, or
 * a folder of the parts that a large site is exported in. Terms and authors stand before the items of each.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { onFile } from '../../source/system-error.ts';
import type { Input, Named, Reader, SourceItem, SourceList, SourceRemark, SourceSite } from '../source-story.ts';
import { pathOfAddress } from './site-paths.ts';
import { type WordpressContext, wordpressItem } from './wordpress-item.ts';
import { textIn, wordOf, type XmlElement, type XmlFault, xmlRecords } from './xml-records.ts';
import { type TwoTimes, zoneOfTimes } from './zone-of-times.ts';

export const wordpress: Reader = {
  name: 'WordPress export',
  async recognise({ beginning, ...input }) {
    const isPart = (text: string) => /xmlns:wp=["']https?:\/\/wordpress\.org\/export\//.test(text);
    if (input.files.length === 0) return isPart(beginning) ? 'its WXR namespace' : undefined;
    const [first] = partsOf(input);
    const isOnlyParts = first !== undefined && input.files.every((file) => isXml(file) || file.startsWith('.'));
    return isOnlyParts && isPart(beginningOf(first)) ? 'the WXR namespace of its files' : undefined;
  },
  async open(input) {
    const head = await readHead(input);
    return { site: head.site, remarks: head.remarks, items: () => itemsOf(input, head) };
  },
};

function isXml(file: string): boolean {
  return /\.xml$/i.test(file);
}

function partsOf({ path, files }: Pick<Input, 'path' | 'files'>): string[] {
  return files.length === 0 ? [path] : files.filter(isXml).map((file) => join(path, file));
}

/** Where a declaration of namespaces stands. */
function beginningOf(file: string): string {
  return onFile(file, 'read', () => {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(1 << 16);
      return bytes.toString('utf8', 0, readSync(descriptor, bytes));
    } finally {
      closeSync(descriptor);
    }
  });
}

type Head = WordpressContext & { remarks: SourceRemark[]; lists: SourceList[] };

/** As many items say in which zone the site keeps its clocks. */
const mostForZone = 400;

/** All that stands before the first item of each part; the site is that of the first. */
async function readHead(input: Input): Promise<Head> {
  const parts = partsOf(input);
  const site: SourceSite = {};
  const head: Head = { site, authors: new Map(), remarks: [], lists: [], root: '', file: parts[0] ?? input.path };
  const terms = new Map<string, XmlElement>();
  const times: TwoTimes[] = [];
  for (const [index, part] of parts.entries()) {
    let items = 0;
    for await (const record of xmlRecords(part)) {
      if (record.name === 'item') {
        times.push(...timesOf(record));
        items++;
        if (index > 0 || items === mostForZone) break;
      } else if (record.name === 'wp:author') addAuthor(record, head);
      else if (/^wp:(?:category|tag|term)$/.test(record.name)) terms.set(textIn(record), record);
      else if (index === 0) addToSite(record, site);
    }
  }
  const timeZone = zoneOfTimes(times, site.languages?.[0]);
  if (timeZone !== undefined && timeZone !== 'UTC') site.timeZone = timeZone;
  head.root = pathOfAddress(site.url ?? '')?.replace(/\/+$/, '') ?? '';
  head.lists = listsOf([...terms.values()], head);
  return head;
}

function timesOf(item: XmlElement): TwoTimes[] {
  const [local, utc] = [wordOf(item, 'wp:post_date'), wordOf(item, 'wp:post_date_gmt')];
  return local === undefined || utc === undefined || utc.startsWith('0000') ? [] : [{ local, utc }];
}

function addToSite(record: XmlElement, site: SourceSite): void {
  const text = textIn(record).trim();
  if (text === '') return;
  if (record.name === 'title') site.title = text;
  if (record.name === 'description') site.description = text;
  if (record.name === 'language') site.languages = [text];
  if (record.name === 'link' || record.name === 'wp:base_blog_url') site.url = text.replace(/\/+$/, '');
}

function addAuthor(record: XmlElement, { authors }: Head): void {
  const login = wordOf(record, 'wp:author_login');
  if (login === undefined) return;
  const names = [wordOf(record, 'wp:author_first_name'), wordOf(record, 'wp:author_last_name')]
    .filter(Boolean)
    .join(' ');
  authors.set(login, { id: login, name: (wordOf(record, 'wp:author_display_name') ?? names) || login });
}

function listsOf(terms: readonly XmlElement[], { authors, root, file }: Head): SourceList[] {
  const parents = new Map(
    terms
      .filter(({ name }) => name === 'wp:category')
      .map((each) => [wordOf(each, 'wp:category_nicename'), wordOf(each, 'wp:category_parent')]),
  );
  /** `world/asia`: WordPress has categories below each other. */
  const way = (slug: string, seen: readonly string[] = []): string => {
    const parent = parents.get(slug);
    return parent === undefined || seen.includes(parent) ? slug : `${way(parent, [...seen, slug])}/${slug}`;
  };
  type Folder = { of: SourceList['of']; folder: string; line?: number; named?: Named; text?: string | undefined };
  const list = ({ of, folder, line = 1, named, text }: Folder): SourceList => ({
    kind: 'list',
    place: { file, line },
    of,
    ...(named && { named }),
    ...(text ? { text: { format: 'html', text } } : {}),
    urls: [`${root}/${folder}`],
    feeds: [`${root}/${folder}feed/`, `${root}/${folder}feed/atom/`],
  });
  const listed = terms.flatMap((term) => {
    const taxonomy = wordOf(term, 'wp:term_taxonomy');
    const kind = term.name === 'wp:tag' || taxonomy === 'post_tag' ? 'tag' : 'category';
    if (term.name === 'wp:term' && kind !== 'tag' && taxonomy !== 'category') return [];
    const slug = wordOf(term, 'wp:category_nicename', 'wp:tag_slug', 'wp:term_slug');
    if (slug === undefined) return [];
    const name = wordOf(term, 'wp:cat_name', 'wp:tag_name', 'wp:term_name') ?? slug;
    const text = wordOf(term, 'wp:category_description', 'wp:tag_description', 'wp:term_description');
    const folder = `${kind}/${kind === 'tag' ? slug : way(slug)}/`;
    const named = { id: slug, name };
    return list({ of: kind === 'tag' ? 'tag' : 'section', folder, line: term.line, named, text });
  });
  return [
    list({ of: 'all', folder: '' }),
    ...listed,
    ...[...authors.values()].map((author) =>
      list({ of: 'author', folder: `author/${author.id ?? author.name}/`, named: author }),
    ),
  ];
}

async function* itemsOf(input: Input, head: Head): AsyncGenerator<SourceItem> {
  yield* head.lists;
  head.remarks.length = 0;
  for (const file of partsOf(input)) {
    const context = { ...head, file };
    let number = 0;
    for await (const record of xmlRecords(file, { onFault: (fault) => noteFault(fault, context) })) {
      if (record.name !== 'item') continue;
      number++;
      yield* wordpressItem(record, number, context);
    }
  }
}

/** What follows in the same line is a consequence; and nobody reads more than some. */
const mostRemarks = 1000;

function noteFault({ line, column, what, isEnd }: XmlFault, { remarks, file }: Head): void {
  const last = remarks.at(-1)?.place;
  if (remarks.length === mostRemarks || (last?.line === line && last.file === file)) return;
  const left = isEnd
    ? 'The file ends within an item, which is left out'
    : 'What stands there was read as far as it goes';
  remarks.push({ place: { file, line, column }, what: `This is broken XML (${what}). ${left}.` });
}
