/** `broadsheet/listings`: what a listing is written against, and the listings that there are. */

export type { Article } from '../content/article.ts';
export { all } from '../content/listings/all.ts';
export { author } from '../content/listings/author.ts';
export { corrections } from '../content/listings/corrections.ts';
export { type Listing, type ListingFront, oneId, type Span, scopeIn } from '../content/listings/listing.ts';
export { listings } from '../content/listings/listings.ts';
export type { Language, Text } from '../content/names.ts';
export type { Scope } from '../content/scopes.ts';
export type { Site } from '../content/site.ts';
