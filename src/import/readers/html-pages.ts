/** A folder of pages of HTML, as a program made them or somebody wrote them: their paths are their addresses. */
import type { Named, SourceList, SourceSite } from '../source-story.ts';
import { apart } from '../survey.ts';
import { readTree } from '../text/tree.ts';
import { dayInPath, folderOf, nameOf, slugName, withoutEnding } from './addresses.ts';
import type { Made, Opened, Program } from './folder-reader.ts';
import { type FrontFile, readFrontFile } from './front-matter.ts';
import { languageFolders } from './language-folders.ts';
import { pageFacts } from './page-facts.ts';
import { type Page, PageLists } from './page-lists.ts';
import { PageSite } from './page-site.ts';
import { distinct } from './site-paths.ts';

const page = /\.[sx]?html?$/i;
const feed = /(?:^|\/)[^/]*(?:feed|rss|atom|index)[^/]*\.(?:xml|rss|atom|rdf)$|\/feed$/i;

export const htmlPages: Program = {
  name: 'HTML',
  isAny: true,
  async recognise({ files }) {
    const count = pagesIn(files).length;
    return count === 0 ? undefined : `its ${count.toLocaleString('en')} HTML ${count === 1 ? 'page' : 'pages'}`;
  },
  async open(input) {
    const pages: Page[] = [];
    const stubs = new Map<string, string>();
    for (const file of pagesIn(input.files)) {
      const text = (await input.read(file)) ?? '';
      const to = /<meta\b[^>]*http-equiv=["']?refresh["']?[^>]*\burl=\s*["']?([^"'\s>]+)/i.exec(
        text.slice(0, 4000),
      )?.[1];
      if (to !== undefined) stubs.set(file, to);
      else if (!readFrontFile(text).hasFront)
        pages.push({ file, facts: apart(pageFacts(readTree(text), languageIn(text))) });
    }
    const feeds: string[] = [];
    for (const file of input.files.filter((each) => feed.test(each)))
      if (/<(?:rss|feed|rdf:RDF)[\s>]/.test(((await input.read(file)) ?? '').slice(0, 2000))) feeds.push(file);
    return new PageFolder(pages, stubs, feeds);
  },
};

function pagesIn(files: readonly string[]): string[] {
  return files.filter(
    (file) => page.test(file) && !/(?:^|\/)(?:404|50x|google[\da-f]{8,})(?:\/index)?\.[sx]?html?$/.test(file),
  );
}

/** A tree of a part has no `<html>`. */
function languageIn(text: string): string | undefined {
  return /<(?:html|body)\b[^>]*?\s(?:xml:)?lang=["']?([\w-]+)/i.exec(text)?.[1];
}

class PageFolder implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly #pages: ReadonlyMap<string, Page>;
  readonly #folder: PageSite;
  readonly #lists: PageLists;
  readonly #aliases = new Map<string, string[]>();
  readonly #feeds: readonly string[];
  readonly #languages: ReadonlySet<string>;

  constructor(pages: readonly Page[], stubs: ReadonlyMap<string, string>, feeds: readonly string[]) {
    this.files = pages.map(({ file }) => file);
    this.#pages = new Map(pages.map((each) => [each.file, each]));
    this.#folder = new PageSite(pages);
    this.#feeds = feeds;
    this.#languages = languageFolders(this.files, '');
    this.#lists = new PageLists(pages, (href, from) => this.#folder.fileAt(href, from));
    for (const [file, to] of stubs) {
      const target = this.#folder.fileAt(to, file) ?? '';
      this.#aliases.set(target, [...(this.#aliases.get(target) ?? []), this.#folder.addressOf(file)]);
    }
    this.site = { ...this.#folder.site, ...languagesOf(pages, this.#languages) };
  }

  read(file: string, { body }: FrontFile): Made | SourceList | undefined {
    const known = this.#pages.get(file);
    if (!known) return undefined;
    const { facts } = known;
    const { canonical, shortlink } = this.#folder.ownAddresses(known);
    const urls = distinct([
      ...(canonical.own ? [canonical.own] : []),
      this.#folder.addressOf(file),
      ...(this.#aliases.get(file) ?? []),
      shortlink,
    ]);
    const list = this.#lists.at(file);
    if (list) return { kind: 'list', place: { file }, ...list, isPage: true, urls, feeds: this.#feedsOf(file) };
    const date = facts.published ?? dayInPath(file);
    const [first = ''] = file.split('/');
    const language = this.#languages.has(first) ? first : facts.language;
    const { section, tag, author } = this.#lists.of(known);
    const stem = withoutEnding(file);
    const isIndex = nameOf(stem) === 'index';
    const [folder] = folderOf(isIndex ? folderOf(stem) : stem)
      .split('/')
      .filter((each) => each !== '' && each !== language && !/^[\d-]+$/.test(each));
    const named = (of: 'section' | 'tag' | 'author', names: readonly string[], linked: readonly Named[]) => [
      ...linked,
      ...names
        .map((name) => this.#lists.known(of, name))
        .filter((each) => !linked.some((other) => isSame(each, other))),
    ];
    const sections = named('section', facts.sections, section);
    const authors =
      facts.authors.length > 0 || author.length > 0
        ? facts.authors
        : [facts.byline, facts.headAuthors].find((each) => each.length > 0);
    return {
      kind: date === undefined ? 'page' : 'story',
      urls,
      slug: isIndex ? nameOf(folderOf(stem)) : nameOf(stem),
      title: { format: 'plain', text: this.#folder.titleOf(facts) },
      ...(facts.summary && { summary: { format: 'plain', text: facts.summary } }),
      ...(date && { published: { text: date } }),
      ...(facts.updated && { updated: { text: facts.updated } }),
      authors: named('author', authors ?? [], author),
      sections: sections.length > 0 ? sections : date && folder !== undefined ? [{ id: folder }] : [],
      tags: named('tag', facts.tags, tag),
      ...(language !== undefined && { language }),
      ...(this.#languages.has(first) && { translationOf: file.slice(first.length + 1) }),
      ...(facts.image && { lead: { src: facts.image } }),
      ...(canonical.elsewhere && { canonical: canonical.elsewhere }),
      ...(facts.noindex && { noindex: true }),
      body: { format: 'page', text: body },
    };
  }

  lists(): SourceList[] {
    return [];
  }

  /** Those that stand beside its page; a feed below a list has no page of its own. */
  #feedsOf(file: string): string[] {
    if (!/(?:^|\/)index\.[^/]+$/.test(file)) return [];
    return this.#feeds
      .filter((each) => folderOf(each).replace(/(?:^|\/)feed$/, '') === folderOf(file))
      .map((each) => this.#folder.addressOf(each));
  }
}

function isSame(one: Named, other: Named): boolean {
  const [first, second] = [one, other].map(({ id, name }) => slugName(name ?? id ?? ''));
  return first === second || one.id === (other.id ?? '');
}

/** The folders that are named for them, or what pages say, the most common first. */
function languagesOf(pages: readonly Page[], folders: ReadonlySet<string>): { languages?: string[] } {
  if (folders.size > 0) return { languages: [...folders] };
  const said = Map.groupBy(
    pages.flatMap(({ facts }) => facts.language ?? []),
    (language) => language,
  );
  const languages = [...said].sort((a, b) => b[1].length - a[1].length).map(([language]) => language);
  return languages.length > 0 ? { languages } : {};
}
