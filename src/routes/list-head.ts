/**
 * The head of a page that lists stories: of one that lists few, search engines are not told. They find each of these by
 * itself, and a reader who comes from a search wants that. Front pages and `/corrections/` are no such pages: they are what
 * readers know the paper by, from its first day on.
 */
import { all } from '../content/listings/all.ts';
import { corrections } from '../content/listings/corrections.ts';
import type { Listing } from '../content/listings/listing.ts';
import type { Language } from '../content/names.ts';
import { readPart } from '../content/periods.ts';
import type { Site } from '../content/site.ts';
import type { Queries } from '../queries/queries.ts';
import { type PageHead, type Place, pageHead } from './kind.ts';

/** Of a part of a day only its page knows how much is in it. */
export function listHead(
  queries: Queries,
  { scope, bucket }: Place,
  site: Site,
  url: (language: Language) => string,
): PageHead {
  const head = pageHead(queries, site, scope.language, url);
  if (readPart(bucket).part > 1) return head;
  const languages = new Set([...head.alternates.map(({ language }) => language), scope.language]);
  const few = new Set([...languages].filter((language) => queries.isFew({ ...scope, language }, bucket)));
  return {
    ...head,
    alternates: head.alternates.map((each) =>
      few.has(each.language) ? { ...each, isForSearch: false as const } : each,
    ),
    ...(few.has(scope.language) ? { isFew: true as const } : {}),
  };
}

/** Whether the front of a listing is for search engines whatever it lists. */
export function isFrontForSearch({ name }: Listing): boolean {
  return name === all.name || name === corrections.name;
}
