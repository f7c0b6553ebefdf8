/**
 * What can be said of a site only when all its pages have been read: whether readers get from the front page to each one
 * that search engines are told of, and whether these can be told apart in what a search shows of them. Of each page it
 * keeps the numbers of those that it leads to and its head.
 */
import { urlOfOutput } from '../content/urls.ts';
import { isHtml } from './built-site.ts';
import type { Finding } from './finding.ts';
import type { SurveyedFile } from './links.ts';
import type { LookedAt } from './looked-at.ts';
import type { Head } from './reference.ts';

const frontPage = 'index.html';
const sitemap = /^sitemaps\//;

export class WholeSite {
  /** Numbers of paths, in the order in which they were met. */
  readonly #numbers = new Map<string, number>();
  readonly #leadsTo = new Map<number, Uint32Array>();
  readonly #forSearch = new Map<string, Head>();
  /** Files that sitemaps list, each with one that does. */
  readonly #listed = new Map<string, string>();
  readonly #listsNothing = new Set<string>();

  add({ path, targets, head, lists = new Set() }: Pick<SurveyedFile, 'path' | 'targets' | 'head' | 'lists'>): void {
    for (const each of lists) this.#listed.set(each, path);
    if (lists.size === 0) this.#listsNothing.add(path);
    const leadsTo: number[] = [];
    for (const [target, isWayThere] of targets) if (isWayThere) leadsTo.push(this.#numberOf(target));
    this.#leadsTo.set(this.#numberOf(path), Uint32Array.from(leadsTo));
    if (head?.isForSearch) this.#forSearch.set(path, head);
  }

  #numberOf(path: string): number {
    const number = this.#numbers.get(path) ?? this.#numbers.size;
    this.#numbers.set(path, number);
    return number;
  }

  /** `isAsItWas`: a file of the newsroom's own, of which it knows who is to find it. */
  judge(isAsItWas: (path: string) => boolean): { findings: Finding[]; looked: LookedAt } {
    const pages = [...this.#forSearch.keys()].filter((path) => !isAsItWas(path));
    const reached = this.#reached();
    const unreached = reached ? pages.filter((path) => !reached.has(this.#numberOf(path))) : [];
    const findings = [
      ...unreached.map(notReached),
      ...this.#listedInVain(),
      ...[...this.#listed.keys()]
        .filter((path) => sitemap.test(path) && this.#listsNothing.has(path))
        .map(listsNothing),
      ...this.#alike(pages, 'title'),
      ...this.#alike(pages, 'description'),
    ];
    return { findings, looked: { gate: 'reach', counts: { 'indexed pages': pages.length } } };
  }

  /** Pages that sitemaps list and that say themselves that they are not for search engines. */
  #listedInVain(): Finding[] {
    const pages = [...this.#listed].filter(([path]) => isHtml(path) && this.#leadsTo.has(this.#numberOf(path)));
    return pages.filter(([path]) => !this.#forSearch.has(path)).map(([path, sitemap]) => listedInVain(path, sitemap));
  }

  /** Everything that can be got to from the front page; undefined of a site that has none. */
  #reached(): Set<number> | undefined {
    const front = this.#numbers.get(frontPage);
    if (front === undefined || !this.#leadsTo.has(front)) return undefined;
    const reached = new Set([front]);
    for (const page of reached) for (const next of this.#leadsTo.get(page) ?? []) reached.add(next);
    return reached;
  }

  #alike(pages: readonly string[], what: 'title' | 'description'): Finding[] {
    const said = (path: string) => this.#forSearch.get(path)?.[what] ?? '';
    const groups = Map.groupBy(
      pages.filter((path) => said(path) !== ''),
      (path) => `${this.#forSearch.get(path)?.language} ${said(path)}`,
    );
    return [...groups.values()]
      .filter(({ length }) => length > 1)
      .map((paths) => alike(paths, what, said(paths[0] ?? '')));
  }
}

function notReached(path: string): Finding {
  const url = urlOfOutput(path);
  return {
    path,
    subject: path,
    code: 'check/unreached',
    what: 'Nobody gets to this page: none of those that can be reached from the front page links to it.',
    fix: `Link to ${url} from a story, from another page, or under “footer” in site.yaml. If it is for those alone who are given its address, write “noindex: true” in its file.`,
  };
}

function listedInVain(path: string, sitemap: string): Finding {
  return {
    path: sitemap,
    subject: path,
    code: 'check/listed-in-vain',
    what: `This sitemap lists ${urlOfOutput(path)}, which tells search engines to pass it over.`,
    fix: 'Build again with --all; if that does not help, correct the layout of the page or what lists it.',
  };
}

function listsNothing(path: string): Finding {
  return {
    path,
    subject: path,
    code: 'check/empty-sitemap',
    what: 'The sitemap of the site leads search engines here, and there is nothing in it.',
    fix: 'Build again with --all; if that does not help, correct the layout that makes it.',
  };
}

const mostNamed = 3;
const listed = new Intl.ListFormat('en-GB');

function alike(paths: readonly string[], what: 'title' | 'description', said: string): Finding {
  const urls = paths.map(urlOfOutput).sort();
  const others = urls.length > mostNamed ? [`${(urls.length - mostNamed).toLocaleString('en')} more`] : [];
  const fixes = {
    title: 'Give one of them another title; in a story, “titles: {search: …}” is for search engines alone.',
    description: 'Say in the summary of each what is in it and not in the others.',
  };
  return {
    path: paths.toSorted()[0] ?? '',
    subject: `${what} ${urls[0]}`,
    weight: 'advice',
    code: `check/same-${what}`,
    what: `Nobody can tell these pages apart in a search, since their ${what} is the same, “${said}”: ${listed.format([...urls.slice(0, mostNamed), ...others])}.`,
    fix: fixes[what],
  };
}
