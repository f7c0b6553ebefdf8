/** All listings. A new one is a file beside this and its line here; a newsroom's own are added before anything is read. */
import type { Scope } from '../scopes.ts';
import { all } from './all.ts';
import { author } from './author.ts';
import { corrections } from './corrections.ts';
import { changed, every, recent } from './every.ts';
import { hasFront, type Listing, type ListingWithFront } from './listing.ts';
import { opinion } from './opinion.ts';
import { section } from './section.ts';
import { series } from './series.ts';
import { pair, thread } from './thread.ts';
import { topic } from './topic.ts';
import { withdrawals } from './withdrawals.ts';

const known: Listing[] = [
  ...[every, all, section, topic, author, series, thread, pair, opinion, recent, changed, corrections],
  withdrawals,
];

export const listings: readonly Listing[] = known;

const byName = new Map(known.map((listing) => [listing.name, listing]));

/** Adds a newsroom's own. The caller has seen to it that its name and its folder are free. */
export function addListing(listing: Listing): void {
  known.push(listing);
  byName.set(listing.name, listing);
}

/** The listing that a scope is of; undefined for a single thing. */
export function listingOf({ of }: Pick<Scope, 'of'>): Listing | undefined {
  return byName.get(of);
}

export function listingsWithFront(): ListingWithFront[] {
  return listings.filter(hasFront);
}
