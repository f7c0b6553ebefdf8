/**
 * Whether a listing has, at any instant, a story that a link means: public now, still to come, or taken down since. A
 * draft is never there. What is found is remembered, since many stories link to the same.
 */

import type { Catalog } from '../catalog/catalog.ts';
import type { Article } from '../content/article.ts';
import type { ArchivePage } from '../content/links.ts';
import { hasIndex } from '../content/listings/listing.ts';
import { defaultLanguage } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { bucketPath, dayBucket, spanOf } from '../content/times.ts';

/** `period` is `` for any. */
type Asked = ArchivePage;

export type EverListed = (asked: Asked) => boolean;

export function everListedIn(catalog: Catalog, site: Site): EverListed {
  const known = new Map<string, boolean>();
  return (asked) => {
    const key = [asked.listing.name, asked.id, asked.language, asked.period].join(' ');
    const found = known.get(key) ?? isAny(catalog, asked, site);
    known.set(key, found);
    return found;
  };
}

/** Each is read only if none before it was what is looked for. */
function isAny(catalog: Catalog, asked: Asked, site: Site): boolean {
  for (const id of idsOf(catalog, asked, site)) {
    const article = catalog.writtenArticle(id);
    if (article && isListed(article, asked, site)) return true;
  }
  return false;
}

function* idsOf(catalog: Catalog, { listing, id, language, period }: Asked, site: Site): Generator<number, undefined> {
  if (hasIndex(listing)) yield* catalog.refs.filesReferringTo(`${listing.name}:${id}`);
  else if (listing.instantsOf) {
    const { from, to } = spanOf(Number(period.replaceAll('/', '')), site.timeZone);
    yield* catalog.turns.filesIn([from - 1, to]);
  } else {
    const ending = language === defaultLanguage(site) ? '' : `.${language}`;
    yield* catalog.articles.below(`articles/${period}/`, ending);
  }
}

function isListed(article: Article, { listing, id, language, period }: Asked, site: Site): boolean {
  if (article.draft || article.language !== language || !listing.idsOf(article, article.at).includes(id)) return false;
  const instants = listing.instantsOf?.(article) ?? [article.at];
  return instants.some((at) =>
    `${bucketPath(dayBucket(at, site.timeZone))}/`.startsWith(period === '' ? '' : `${period}/`),
  );
}
