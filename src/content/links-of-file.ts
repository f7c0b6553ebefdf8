/** Every address that a file gives, inside the site or of another, and where in it. */
import type { Article } from './article.ts';
import type { Author } from './author.ts';
import type { Gone } from './endings.ts';
import { pathOnSite } from './links.ts';
import type { Outline } from './markdown/outline.ts';
import type { Page } from './page.ts';
import type { ContentPath } from './paths.ts';
import { lastingAddresses, lastingLinks, type Site } from './site.ts';
import type { Field } from './yaml.ts';

type InField = { href: string; field: Field };

/** `href` as it is written; it stands in a field, or is to be searched for in the text. */
export type LinkOfFile = InField | { href: string; search: string };

/** Those inside the site. */
export function linksOfFile(content: ContentPath, value: unknown, site: Site): LinkOfFile[] {
  if (content.kind === 'site') return lastingLinks(site).map(({ path, field }) => ({ href: path, field }));
  const inFields = addressFields(content, value).filter(({ href }) => pathOnSite(href, site) !== undefined);
  return [...inText(outlineOf(content, value)?.links), ...inFields];
}

/** Those of other sites: web addresses. */
export function linksToOthers(content: ContentPath, value: unknown, site: Site): LinkOfFile[] {
  const inFields = [...addressFields(content, value), ...otherFields(content, value, site)];
  const isElsewhere = ({ href }: InField) => /^https?:/i.test(href) && pathOnSite(href, site) === undefined;
  return [...inText(outlineOf(content, value)?.outbound), ...inFields.filter(isElsewhere)];
}

function outlineOf(content: ContentPath, value: unknown): Outline | undefined {
  switch (content.kind) {
    case 'article':
    case 'notice':
    case 'page':
    case 'topic':
      return (value as Page).outline;
    default:
      return undefined;
  }
}

function inText(hrefs: readonly string[] = []): LinkOfFile[] {
  return hrefs.map((href) => ({ href, search: href }));
}

/** Addresses that may be of this site or another. */
function addressFields(content: ContentPath, value: unknown): InField[] {
  switch (content.kind) {
    case 'article': {
      const { sources, sponsor } = value as Article;
      return [...inList('sources', sources), ...inOne(['sponsor', 'url'], sponsor?.url)];
    }
    case 'author':
      return inList('links', (value as Author).links);
    case 'gone':
      return (value as Gone).endings.flatMap(({ to }, index) => inOne([index, 'to'], to));
    default:
      return [];
  }
}

/** Addresses that are never inside the site, or are judged as such elsewhere. */
function otherFields(content: ContentPath, value: unknown, site: Site): InField[] {
  if (content.kind === 'article') {
    const { canonical, license } = value as Article;
    return [...inOne(['canonical'], canonical), ...inOne(['license'], license)];
  }
  if (content.kind !== 'site') return [];
  const lasting = lastingAddresses(site).flatMap(({ url, field }) =>
    typeof url === 'string'
      ? inOne(field, url)
      : Object.entries(url).flatMap(([language, each]) => inOne([...field, language], each)),
  );
  return [...lasting, ...inOne(['license'], site.license)];
}

function inOne(field: Field, href: string | undefined): InField[] {
  return href === undefined ? [] : [{ href, field }];
}

function inList(list: 'sources' | 'links', items: readonly { url: string }[]): InField[] {
  return items.map(({ url }, index) => ({ href: url, field: [list, index, 'url'] }));
}
