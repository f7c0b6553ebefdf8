/** What the pages of a folder say together: the name and the address of the site, and which of them an address is of. */
import { decodedPath, encodedPath, folded } from '../../content/spelling.ts';
import type { SourceSite } from '../source-story.ts';
import { pathOf } from './addresses.ts';
import type { Page } from './page-lists.ts';
import { isSameHost, mostOf, pathOfAddress } from './site-paths.ts';

const none = 'http://none.invalid';
const separator = /\s+(?:[|·•»«–—-]|::)\s+/;
/** What so many titles begin or end with is the name of the site. */
const shareOfNames = 0.6;
const fewestTitles = 3;

export class PageSite {
  readonly site: SourceSite;
  readonly #name: string | undefined;
  readonly #origin: string | undefined;
  /** The path below which the site stood; mostly none. */
  readonly #root: string;
  readonly #files: ReadonlySet<string>;
  readonly #canonicals = new Map<string, number>();

  constructor(pages: readonly Page[]) {
    this.#files = new Set(pages.map(({ file }) => file));
    const whole = pages.flatMap(({ file, facts: { canonical = '' } }) => {
      const url = URL.parse(canonical);
      return url && /^https?:$/.test(url.protocol) ? [{ file, url }] : [];
    });
    this.#origin = mostOf(whole.map(({ url }) => url.origin))?.[0];
    const roots = whole.flatMap(({ file, url: { origin, pathname } }) => {
      const [path, own] = [decodedPath(pathname) ?? pathname, pathOf('', file)];
      return origin === this.#origin && path.endsWith(own) ? [path.slice(0, -own.length)] : [];
    });
    this.#root = mostOf(roots)?.[0] ?? '';
    for (const { facts } of pages)
      if (facts.canonical !== undefined)
        this.#canonicals.set(facts.canonical, (this.#canonicals.get(facts.canonical) ?? 0) + 1);
    this.#name = nameOf(pages);
    const front = pages.find(({ file }) => /^index\.[sx]?html?$/i.test(file))?.facts;
    const title = this.#name ?? front?.headTitle;
    this.site = {
      ...(title && { title }),
      ...(front?.summary && { description: front.summary }),
      ...(this.#origin && { url: this.#origin + this.#root }),
    };
  }

  addressOf(file: string): string {
    return pathOf(this.#root, file);
  }

  /** The page that a link of another leads to. */
  fileAt(href: string, from: string): string | undefined {
    if (href === '' || href.startsWith('#')) return undefined;
    const url = URL.parse(href, `${none}${encodedPath(`${this.#root}/${from}`)}`);
    if (!url || (url.origin !== none && (this.#origin === undefined || !isSameHost(url.href, this.#origin))))
      return undefined;
    const whole = decodedPath(url.pathname) ?? url.pathname;
    const path = (whole.startsWith(`${this.#root}/`) ? whole.slice(this.#root.length) : whole).replace(/^\/+/, '');
    const stem = path.replace(/\/+$/, '');
    const below = stem === '' ? '' : `${stem}/`;
    const names = [
      path,
      `${stem}.html`,
      `${stem}.htm`,
      `${below}index.html`,
      `${below}index.htm`,
      `${below}index.shtml`,
    ];
    return names.find((name) => this.#files.has(name));
  }

  /** What several pages call their address, or is that of another, says nothing. */
  ownAddresses({ file, facts }: Page): { canonical: { own?: string; elsewhere?: string }; shortlink?: string } {
    const { canonical = '', shortlink = '' } = facts;
    const isOne = canonical !== '' && this.#canonicals.get(canonical) === 1;
    const isHere = (address: string) => !/^[a-z]+:|^\/\//i.test(address) || isSameHost(address, this.#origin);
    const other = this.fileAt(canonical, file);
    const own =
      isOne && isHere(canonical) && (other === undefined || other === file) ? this.#pathOf(canonical, file) : undefined;
    const short = shortlink !== '' && isHere(shortlink) ? this.#pathOf(shortlink, file) : undefined;
    const isElsewhere = isOne && !isHere(canonical) && /^https?:/.test(canonical);
    return {
      canonical: { ...(own && { own }), ...(isElsewhere && { elsewhere: canonical }) },
      ...(short?.includes('?') && { shortlink: short }),
    };
  }

  #pathOf(address: string, file: string): string | undefined {
    const url = URL.parse(address, `${none}${encodedPath(`${this.#root}/${file}`)}`);
    const path = url ? pathOfAddress(url.href) : undefined;
    return path === undefined ? undefined : pathOf(decodedPath(path) ?? path);
  }

  /** Its headline, else what its head has for it alone; where that names the site, a heading of its text. */
  titleOf({ title, headTitle, heading }: Page['facts']): string {
    const own = this.#withoutSiteName(headTitle);
    return title ?? (heading !== undefined && (own === '' || own === this.site.title) ? heading : own);
  }

  #withoutSiteName(title: string): string {
    const parts = title.split(separator);
    if (parts.length < 2) return title;
    const isName = (part: string | undefined) =>
      part !== undefined && this.#name !== undefined && folded(part) === folded(this.#name);
    const last = parts.at(-1) ?? '';
    if (isName(last) || (this.#name === undefined && /\s(?:[|·•»«]|::)\s[^|·•»«]*$/.test(title)))
      return title
        .slice(0, title.lastIndexOf(last))
        .replace(/\s+\S{1,2}\s*$/, '')
        .trim();
    const [first = ''] = parts;
    return isName(first)
      ? title
          .slice(first.length)
          .replace(/^\s+\S{1,2}\s+/, '')
          .trim()
      : title;
  }
}

function nameOf(pages: readonly Page[]): string | undefined {
  const [said] = mostOf(pages.flatMap(({ facts }) => facts.siteName ?? [])) ?? [];
  if (said !== undefined) return said;
  const titles = pages.map(({ facts }) => facts.headTitle.split(separator)).filter((parts) => parts.length > 1);
  const [name, count = 0] = mostOf(titles.flatMap((parts) => [...new Set([parts[0] ?? '', parts.at(-1) ?? ''])])) ?? [];
  return count >= Math.max(fewestTitles, titles.length * shareOfNames) ? name : undefined;
}
