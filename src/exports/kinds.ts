/** `broadsheet/kinds`: what a kind of page is written against. */

export type { Listing } from '../content/listings/listing.ts';
export type { Language } from '../content/names.ts';
export type { Scope } from '../content/scopes.ts';
export type { Site } from '../content/site.ts';
export type { ArticleQueries, Body, Depth, Queries } from '../queries/queries.ts';
export {
  type ArticleKind,
  inEachLanguage,
  isWholeOf,
  type Kind,
  type PageHead,
  type Place,
  pageHead,
} from '../routes/kind.ts';
