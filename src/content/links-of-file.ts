/** Every address inside the site that a file gives, and where in it. */
import type { Article } from './article.ts';
import type { Author } from './author.ts';
import type { Gone } from './endings.ts';
import { pathOnSite } from './links.ts';
import type { Page } from './page.ts';
import type { ContentPath } from './paths.ts';
import { lastingLinks, type Site } from './site.ts';
import type { Field } from './yaml.ts';

/** `href` as it is written; it stands in a field, or is to be searched for in the text. */
export type LinkOfFile = { href: string } & ({ field: Field } | { search: string });

export function linksOfFile(content: ContentPath, value: unknown, site: Site): LinkOfFile[] {
  switch (content.kind) {
    case 'article': {
      const { outline, sources, sponsor } = value as Article;
      const ofSponsor = sponsor?.url === undefined ? [] : inFields([[['sponsor', 'url'], sponsor.url]], site);
      return [...inText(outline), ...inList('sources', sources, site), ...ofSponsor];
    }
    case 'notice':
    case 'page':
    case 'topic':
      return inText((value as Page).outline);
    case 'author':
      return inList('links', (value as Author).links, site);
    case 'gone':
      return inFields(
        (value as Gone).endings.flatMap(({ to }, index) => (to === undefined ? [] : [[[index, 'to'], to] as const])),
        site,
      );
    case 'site':
      return lastingLinks(site).map(({ path, field }) => ({ href: path, field }));
    default:
      return [];
  }
}

function inText({ links }: Article['outline']): LinkOfFile[] {
  return links.map((href) => ({ href, search: href }));
}

/** Of addresses that may be of other sites. */
function inFields(fields: readonly (readonly [Field, string])[], site: Site): LinkOfFile[] {
  return fields.flatMap(([field, href]) => (pathOnSite(href, site) === undefined ? [] : [{ href, field }]));
}

function inList(list: 'sources' | 'links', items: readonly { url: string }[], site: Site): LinkOfFile[] {
  return inFields(
    items.map(({ url }, index) => [[list, index, 'url'], url] as const),
    site,
  );
}
