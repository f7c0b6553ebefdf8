/**
 * Which pages of a folder only list others, as those of tags, people and months do, and in which of them a story stands:
 * told by what leads where, whichever program made them.
 */
import { decodedPath } from '../../content/spelling.ts';
import type { Named, SourceList } from '../source-story.ts';
import { folderOf, nameOf, slugName } from './addresses.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageLink } from './page-look.ts';

export type Page = { file: string; facts: PageFacts };

/** `slug`: of what it is the list; undefined of one of all. */
type List = { of: SourceList['of']; slug?: string };

const folders: [of: SourceList['of'], names: RegExp][] = [
  ['tag', /^(?:tags?|topics?|labels?|keywords?|etiquetas?|schlagwort(?:e|er)?|mots-cles|metki|теги?|标签|標籤)$/i],
  [
    'section',
    /^(?:categor(?:y|ies|ie|ia|ias|ías?)|sections?|kategorien?|rubri[ck]s?|rubriques?|kategoria|рубрики?|分类|分類)$/i,
  ],
  ['author', /^(?:authors?|autor(?:es|en)?|auteurs?|by|writers|people|contributors)$/i],
  ['all', /^(?:archives?|archivos?|arquivos?|archiv|page|blog-archives?|归档|歸檔)$/i],
];

/** A link on so many pages of all is one of a menu. */
const shareOfMenus = 0.9;
const fewestPages = 5;

export class PageLists {
  readonly #pages: ReadonlyMap<string, Page>;
  readonly #lists = new Map<string, List>();
  readonly #names = new Map<string, Map<string, number>>();
  readonly #fileAt: (href: string, from: string) => string | undefined;
  readonly #inMenus: ReadonlySet<string>;

  /** `fileAt`: the page that a link leads to. */
  constructor(pages: readonly Page[], fileAt: (href: string, from: string) => string | undefined) {
    this.#pages = new Map(pages.map((page) => [page.file, page]));
    this.#fileAt = fileAt;
    for (const page of pages) if (this.#isList(page)) this.#lists.set(page.file, listAt(page.file));
    const counts = new Map<string, number>();
    for (const page of pages)
      for (const { to } of this.#listsLinkedFrom(page)) counts.set(to, (counts.get(to) ?? 0) + 1);
    const most = Math.max(fewestPages, pages.length * shareOfMenus);
    this.#inMenus = new Set([...counts].filter(([, count]) => count >= most).map(([to]) => to));
    for (const page of pages)
      for (const { to, text } of this.#listsLinkedFrom(page)) {
        const names = this.#names.get(to) ?? new Map<string, number>();
        // Lists of lists say how many stories each has, as in “Sea (12)”.
        const weight = this.#lists.has(page.file) ? 1 : pages.length;
        if (text !== '') this.#names.set(to, names.set(text, (names.get(text) ?? 0) + weight));
      }
  }

  has(file: string): boolean {
    return this.#lists.has(file);
  }

  /** Undefined of a page that is none. */
  at(file: string): Pick<SourceList, 'of' | 'named'> | undefined {
    const list = this.#lists.get(file);
    if (!list) return undefined;
    return list.slug === undefined ? { of: 'all' } : { of: list.of, named: this.#named(file, list.slug) };
  }

  /** Those in which a story says that it stands. */
  of({ file, facts }: Page): Record<'section' | 'tag' | 'author', Named[]> {
    const found = {
      section: new Map<string, Named>(),
      tag: new Map<string, Named>(),
      author: new Map<string, Named>(),
    };
    for (const { to } of this.#listsLinkedFrom({ file, facts })) {
      const list = this.#lists.get(to);
      if (!list?.slug || list.of === 'all' || this.#inMenus.has(to)) continue;
      const known = found[list.of];
      if (!known.has(list.slug)) known.set(list.slug, this.#named(to, list.slug));
    }
    const [section, tag, author] = [found.section, found.tag, found.author].map((each) => [...each.values()]);
    return { section: section ?? [], tag: tag ?? [], author: author ?? [] };
  }

  /** What is said of it by name alone, as its list is called. */
  known(of: 'section' | 'tag' | 'author', name: string): Named {
    for (const [file, list] of this.#lists)
      if (list.of === of && list.slug !== undefined && slugName(list.slug) === slugName(name))
        return this.#named(file, list.slug);
    return { name };
  }

  /** As most links call it. */
  #named(file: string, slug: string): Named {
    const [name] = [...(this.#names.get(file) ?? [])].sort((a, b) => b[1] - a[1])[0] ?? [];
    return { id: slug, ...(name !== undefined && { name }) };
  }

  #listsLinkedFrom({ file, facts }: Page): { to: string; text: string }[] {
    return facts.look.links.flatMap(({ href, text }) => {
      const to = this.#fileAt(href, file);
      return to !== undefined && to !== file && this.#lists.has(to) ? [{ to, text: text.replace(/^#/, '') }] : [];
    });
  }

  #isList({ file, facts }: Page): boolean {
    const { look, isList, isStory, headlineHref } = facts;
    if (isList) return true;
    const leadsOn = (href: string) => {
      const to = this.#fileAt(href, file);
      return to !== undefined && to !== file && this.#pages.has(to);
    };
    if (headlineHref !== undefined && leadsOn(headlineHref)) return true;
    const links = look.links.filter(({ href }) => leadsOn(href));
    const named = links.filter(({ isHeading }) => isHeading).length;
    const share = lettersOf(links) / Math.max(1, look.letters);
    if (isCalledList(file)) return named > 0 || share > 0.2;
    return !isStory && ((links.length > 1 && share > 0.5) || (named > 1 && named * 2 > look.headings));
  }
}

function lettersOf(links: readonly PageLink[]): number {
  return links.reduce((total, { letters }) => total + letters, 0);
}

function stemOf(file: string): string {
  return nameOf(file).replace(/\.[^.]+$/, '');
}

/** `tags/sea/index.html`, `tags/sea.html`, `archives/2015/index.html`, `page/2/index.html`. */
function isCalledList(file: string): boolean {
  const names = [...folderOf(file).split('/'), ...(stemOf(file) === 'index' ? [] : [stemOf(file)])];
  return names.some((name, index) =>
    folders.some(
      ([of, called]) =>
        called.test(name) && (of !== 'all' || names.slice(index + 1).every((each) => /^\d+$/.test(each))),
    ),
  );
}

function listAt(file: string): List {
  const names = (stemOf(file) === 'index' ? folderOf(file) : file.replace(/\.[^./]+$/, '')).split('/');
  const plain = names.slice(
    0,
    names.findIndex((name, index) => index > 0 && name === 'page' && /^\d+$/.test(names[index + 1] ?? '')) >>> 0,
  );
  const at = plain.findIndex((name) => folders.some(([of, called]) => of !== 'all' && called.test(name)));
  const [of] = folders.find(([, called]) => called.test(plain[at] ?? '')) ?? [];
  const slug = plain.slice(at + 1).at(-1);
  if (at === -1 || of === undefined || slug === undefined) return { of: 'all' };
  return { of, slug: decodedPath(slug) ?? slug };
}
