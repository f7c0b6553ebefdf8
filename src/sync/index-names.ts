/**
 * Keeps what the indexes of a listing say, and how much stands under each letter: where an index would be too long for a
 * page, its letters are counted, and so have pages.
 */

import type { Catalog } from '../catalog/catalog.ts';
import { joinsIn } from '../catalog/joins.ts';
import type { Index } from '../catalog/tables/index-names.ts';
import { nothing, type Size } from '../catalog/tables/tallies.ts';
import { bounds } from '../content/bounds.ts';
import { type IndexName, indexName } from '../content/index-names.ts';
import { hasIndex, type ListingWithFront, scopeIn } from '../content/listings/listing.ts';
import { listingsWithFront } from '../content/listings/listings.ts';
import type { Language } from '../content/names.ts';
import { pagesOf } from '../content/periods.ts';
import { type Scope, singles } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { type Changes, sum } from './changes.ts';
import type { Turned } from './counts.ts';

type Indexing = { catalog: Catalog; changes: Changes; site: Site; turned: Turned };

export type NamesToLookAt = {
  /** What came or went, of any listing. */
  scopes: readonly Scope[];
  /** Files that differ, by path. */
  files: Iterable<string>;
  /** All names may be other ones. */
  isWhole: boolean;
};

/** Counts are as they are to be. */
export function updateIndexNames(indexing: Indexing, { scopes, files, isWhole }: NamesToLookAt): void {
  const { catalog, site } = indexing;
  const named = [...files].flatMap(namedBy);
  const stored = isWhole ? catalog.indexNames.indexes() : [];
  for (const listing of listingsWithFront().filter(hasIndex)) {
    const { name, front } = listing;
    const others = stored.flatMap((each) => (each.listing === name ? each.language : []));
    for (const language of new Set([...site.languages, ...others])) {
      const index = { listing: name, language };
      const ids = isWhole
        ? [...catalog.tallies.ids(name, language), ...catalog.indexNames.all(index).map(({ id }) => id)]
        : [
            ...scopes.flatMap((each) => (each.of === name && each.language === language ? each.id : [])),
            ...named.flatMap((each) => (each.in === front.namedIn ? each.id : [])),
          ];
      updateIndex(indexing, listing, language, new Set(ids));
    }
  }
}

/** The id that a file names, and the folder that it is in. */
function namedBy(path: string): { in: string; id: string }[] {
  const [, folder, id] = /^(authors|topics)\/([^./]+)\.(?:[^/]*\.)?(?:yaml|md)$/.exec(path) ?? [];
  return folder && id ? [{ in: folder, id }] : [];
}

function updateIndex(
  indexing: Indexing,
  listing: ListingWithFront,
  language: Language,
  ids: ReadonlySet<string>,
): void {
  const { catalog, changes, site } = indexing;
  const index = { listing: listing.name, language };
  const by = new Map<string, Size>();
  const count = ({ letter, bytes }: IndexName, n: 1 | -1) => {
    by.set(letter, sum(by.get(letter) ?? nothing, { n, bytes: n * bytes }));
    changes.single(singles.letter(listing.name, language, letter), 0, `the names under ${letter}`);
  };
  for (const id of ids) {
    const before = catalog.indexNames.at(index, id);
    const isThere = catalog.tallies.get(catalog.scopes.id(scopeIn(listing, language, id)), 0).n > 0;
    const after = isThere ? indexName(listing, id, { language, site, joins: joinsIn(catalog, site) }) : undefined;
    if (isSame(before, after)) continue;
    if (before) count(before, -1);
    if (after) count(after, 1);
    if (after) catalog.indexNames.put(index, after);
    else catalog.indexNames.remove(index, id);
    changes.single(singles.names(listing.name, language), before && after ? 1 : 0, `${listing.name} ${id}`);
  }
  if (by.size > 0) writeSizes(indexing, index, by);
}

function isSame(one: IndexName | undefined, other: IndexName | undefined): boolean {
  return (
    one?.name === other?.name &&
    one?.role === other?.role &&
    one?.sortedAs === other?.sortedAs &&
    one?.letter === other?.letter &&
    one?.bytes === other?.bytes
  );
}

/** Of the whole index, and of its letters while it is too long for a page. */
function writeSizes(indexing: Indexing, index: Index, by: ReadonlyMap<string, Size>): void {
  const { catalog } = indexing;
  const { listing, language } = index;
  const whole = catalog.scopes.id(singles.names(listing, language));
  const before = catalog.tallies.get(whole, 0);
  const after = [...by.values()].reduce(sum, before);
  catalog.tallies.set(whole, 0, after);
  const [was, is] = [before, after].map(({ bytes }) => bytes > bounds.names);
  const stored = (letter: string) => catalog.tallies.get(letterId(catalog, index, letter), 0);
  if (was && is) for (const [letter, more] of by) writeLetter(indexing, index, letter, sum(stored(letter), more));
  else if (is)
    for (const { letter, ...size } of catalog.indexNames.sizes(index)) writeLetter(indexing, index, letter, size);
  else if (was)
    for (const letter of new Set([...by.keys(), ...catalog.indexNames.sizes(index).map((each) => each.letter)]))
      writeLetter(indexing, index, letter, nothing);
}

function letterId(catalog: Catalog, { listing, language }: Index, letter: string): number {
  return catalog.scopes.id(singles.letter(listing, language, letter));
}

/** The first part is the letter itself. */
function writeLetter({ catalog, changes, turned }: Indexing, index: Index, letter: string, after: Size): void {
  const { listing, language } = index;
  const id = letterId(catalog, index, letter);
  const before = catalog.tallies.get(id, 0);
  const [had, has] = [before, after].map(({ n, bytes }) => (n === 0 ? 0 : pagesOf(bytes, bounds.names))) as [
    number,
    number,
  ];
  catalog.tallies.set(id, 0, after);
  for (let part = Math.min(had, has) + 1; part <= Math.max(had, has); part++) {
    const isThere = part <= has;
    if (part > 1) catalog.tallies.set(id, part, isThere ? { n: 1, bytes: 0 } : nothing);
    turned(singles.letter(listing, language, letter), part > 1 ? part : 0, isThere);
  }
  const [wasFew, isFew] = [before, after].map(({ n }) => n < bounds.forSearch);
  if (had !== has || wasFew !== isFew)
    changes.single(singles.letters(listing, language), 0, `the letters of ${listing}`);
}
