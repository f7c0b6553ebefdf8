/**
 * A kind of route: one file each, listed in `kinds.ts`. A route is a kind at a *place*: a scope, and
 * a year, month or day of it (0 for the whole). A place that has articles has the routes of all
 * kinds that give it a URL; `always` names places that have them even without.
 */

import { type Listing, scopeIn } from '../content/listings/listing.ts';
import type { Language } from '../content/names.ts';
import type { InLanguage } from '../content/records.ts';
import type { Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import type { Bucket } from '../content/times.ts';
import type { ArticleQueries, Queries } from '../queries/queries.ts';

export type Place = { scope: Scope; bucket: Bucket };

export type Kind<Name extends string = string, Props = unknown, Q = Queries> = {
  /** Permanent: names the layout and is part of every route's record. */
  name: Name;
  /** Nobody stays on what it makes, so that it loads no scripts: a feed, a sitemap, a redirect. */
  isForMachines?: true;
  always?(site: Site): Place[];
  /** The URL at a place, or all of them; undefined where this kind has none there. */
  url(place: Place, site: Site): string | readonly string[] | undefined;
  /** All that the layout is given; undefined if the place has just ceased to be. `url` is one of the place's. */
  props(queries: Q, place: Place, site: Site, url: string): Props | undefined;
};

/** A kind of which every story has a page of its own, so that it may only ask from its own place. */
export type ArticleKind<Name extends string, Props> = Kind<Name, Props, ArticleQueries>;

/** The whole of a listing in each language, for an output of which each language has one. */
export function inEachLanguage(listing: Listing, site: Site): Place[] {
  return site.languages.map((language) => ({ scope: scopeIn(listing, language), bucket: 0 }));
}

/** Whether a place is the whole of a listing, or of a part of it. */
export function isWholeOf(listing: Listing, { scope, bucket }: Place): boolean {
  return scope.of === listing.name && bucket === 0;
}

/** What stands in every page's head and masthead: its URL, its language, the same page in others. */
export type PageHead = {
  url: string;
  language: Language;
  /** The kind of page, as the layouts are told. */
  kind?: string;
  /** Every language in which this page exists, itself among them; empty for a page outside languages. */
  alternates: (InLanguage & { url: string })[];
  /** It is a list of so little that search engines are to follow its links alone (`list-head.ts`). */
  isFew?: true;
};

/** The head of a page whose other languages are asked for one by one. */
export function pageHead(
  queries: ArticleQueries,
  site: Site,
  language: Language,
  url: (language: Language) => string,
): PageHead {
  const alternates = site.languages
    .map((each) => ({ language: each, url: url(each) }))
    .filter((each) => each.language === language || queries.exists(each.url));
  return { url: url(language), language, alternates };
}
