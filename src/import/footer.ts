/** Menus of the old site as links of the footer: without them nobody would get to its pages. */
import { isWebAddress, type Text } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { languageHere } from './guess.ts';
import type { Mapping } from './mapping.ts';
import type { OldAddresses } from './old-addresses.ts';
import { oldPath } from './old-path.ts';
import type { Placed } from './places.ts';
import type { SourceMenuLink } from './source-story.ts';
import { plainLine } from './text/plain.ts';

export type FooterLink = { title: Text; url: Text };

/** As many as readers look through; what else a menu led to stands in the list of pages. */
const mostLinks = 20;

type Asked = {
  addresses: Pick<OldAddresses, 'at'>;
  hosts: readonly string[];
  mapping: Mapping;
  site: Site;
  /** Whether readers have a page. */
  isShown(placed: Placed): boolean;
};

/** Pages that came along, and other sites; lists are linked from every page anyhow. */
export function footerLinks(menu: readonly SourceMenuLink[], asked: Asked): FooterLink[] {
  const { hosts, mapping, site } = asked;
  const links = new Map<string, Record<'title' | 'url', Record<string, string>>>();
  const first = site.languages[0] ?? 'en';
  for (const { title: written = '', url, language: code } of menu) {
    const own = code === undefined ? first : languageHere(code, mapping, site);
    if (own === undefined) continue; // readers of a language that the site does not have
    const page = pageAt(url, code, asked);
    const path = oldPath(url, hosts);
    const target = page?.url ?? (path === undefined && isWebAddress(url) ? url : undefined);
    const title = plainLine({ format: 'html', text: written }) || page?.facts.title;
    if (target === undefined || !title) continue;
    const key = page === undefined ? target : page.path.replace(/\..*$/, '');
    const link = links.get(key) ?? { title: {}, url: {} };
    const language = page?.language ?? own;
    link.title[language] ??= title;
    link.url[language] ??= target;
    links.set(key, link);
  }
  const said = (texts: Record<string, string>): Text => {
    const [one = ''] = Object.values(texts);
    return site.languages.length === 1 || !Object.values(texts).some((each) => each !== one) ? one : texts;
  };
  const isSaid = new Set(site.footer.flatMap(({ url }) => (typeof url === 'string' ? [url] : Object.values(url))));
  return [...links.values()]
    .slice(0, mostLinks) // first: those of a menu too long are no others the next time
    .filter(({ url }) => !Object.values(url).some((each) => isSaid.has(each)))
    .map(({ title, url }) => ({ title: said(title), url: said(url) }));
}

/** In the language of the menu, if it is there; programs put its code before an address themselves. */
function pageAt(url: string, code: string | undefined, { addresses, hosts, isShown }: Asked): Placed | undefined {
  const path = oldPath(url, hosts) ?? (/^[\w-]+(?:\/[\w-]+)*\/?$/.test(url) ? `/${url}` : undefined);
  if (path === undefined) return undefined;
  const found = [...(code === undefined ? [] : [`/${code}${path}`]), path].map((each) => addresses.at(each));
  return found.find((each): each is Placed => typeof each === 'object' && each.story === undefined && isShown(each));
}
