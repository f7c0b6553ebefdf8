/** All listings. A new one is a file beside this and its line here. */
import type { Scope } from '../scopes.ts';
import { all } from './all.ts';
import { author } from './author.ts';
import { corrections } from './corrections.ts';
import { every, recent } from './every.ts';
import { hasFront, type Listing, type ListingWithFront } from './listing.ts';
import { opinion } from './opinion.ts';
import { section } from './section.ts';
import { pair, thread } from './thread.ts';
import { topic } from './topic.ts';

export const listings: readonly Listing[] = [
  every,
  all,
  section,
  topic,
  author,
  thread,
  pair,
  opinion,
  recent,
  corrections,
];

const byName: ReadonlyMap<string, Listing> = new Map(listings.map((listing) => [listing.name, listing]));

/** The listing that a scope is of; undefined for a single thing. */
export function listingOf({ of }: Pick<Scope, 'of'>): Listing | undefined {
  return byName.get(of);
}

export function listingsWithFront(): ListingWithFront[] {
  return listings.filter(hasFront);
}
