/**
 * Keeps the search index in step with what is listed: the shards of each period in which a story came, went or is found by
 * other terms, and what is shown of found stories. Whatever way an index has come to be, it is the one that would be made of
 * nothing.
 */
import type { Catalog } from '../../catalog/catalog.ts';
import { openMonthKnown, setOpenMonth } from '../../catalog/search-month.ts';
import { all } from '../../content/listings/all.ts';
import { scopeIn } from '../../content/listings/listing.ts';
import type { Language } from '../../content/names.ts';
import { singles } from '../../content/scopes.ts';
import { type SearchPeriod, searchPeriods } from '../../content/search/addresses.ts';
import { bucketsFor } from '../../content/search/buckets.ts';
import { openMonthAt, periodOfMonth } from '../../content/search/periods.ts';
import { isIndexed, type Site } from '../../content/site.ts';
import type { Bucket } from '../../content/times.ts';
import type { Changes, Listing } from '../changes.ts';
import type { Turned } from '../counts.ts';
import { tellFoundStories } from './found-stories.ts';
import { changePeriod, makePeriod } from './period-shards.ts';
import { ShardWriter } from './shard-writer.ts';

type Indexing = { catalog: Catalog; changes: Changes; site: Site; turned: Turned };

/** `isWhole`: all stories were read anew. */
export function updateSearch({ catalog, changes, site, turned }: Indexing, isWhole: boolean): void {
  const open = openMonthAt(catalog.now, site.timeZone);
  const was = openMonthKnown(catalog) ?? open;
  setOpenMonth(catalog, isIndexed(site) ? open : undefined);
  if (isWhole || !isIndexed(site)) catalog.shards.forgetSeats();
  const known = catalog.shards.scopes().map(({ language }) => language);
  for (const language of new Set([...site.languages, ...known])) {
    const writer = new ShardWriter({ catalog, changes, turned, language });
    if (was !== open) writer.resize();
    const listed = changes.listed.get(language) ?? new Map<Bucket, Listing>();
    if (!isIndexed(site)) removeAll(writer);
    else {
      updatePeriods(writer, { listed, isWhole, months: [was, open], zone: site.timeZone });
      const told = isWhole ? [...monthsOf(writer).keys(), ...monthsTold(writer)] : listed.keys();
      for (const month of new Set(told))
        if (isWhole || isToldOtherwise(listed.get(month))) tellFoundStories(writer, month, site);
    }
    writer.end();
  }
}

type ToUpdate = {
  listed: ReadonlyMap<Bucket, Listing>;
  isWhole: boolean;
  months: readonly [was: Bucket, open: Bucket];
  zone: string;
};

function updatePeriods(writer: ShardWriter, { listed, isWhole, months, zone }: ToUpdate): void {
  const { catalog, language } = writer;
  const [was, open] = months;
  const there = monthsOf(writer);
  const moved = new Set<SearchPeriod>();
  for (const month of [...there.keys(), ...listed.keys()]) {
    const [from, to] = [periodOfMonth(month, was), periodOfMonth(month, open)];
    if (from !== to) moved.add(from).add(to);
  }
  for (const period of searchPeriods) {
    const isOf = (month: Bucket) => periodOfMonth(month, open) === period;
    const stories = [...there].reduce((sum, [month, n]) => sum + (isOf(month) ? n : 0), 0);
    const hasBuckets = catalog.shards.count(singles.shard(language, period)) === bucketsFor(stories);
    const its = { period, open, zone, stories };
    const ofPeriod = new Map([...listed].filter(([month]) => isOf(month)));
    if (!isWhole && !moved.has(period) && hasBuckets && changePeriod(writer, its, ofPeriod)) continue;
    for (const { went } of ofPeriod.values()) for (const id of went) catalog.shards.forgetSeat(id);
    makePeriod(writer, its);
  }
}

/** A headline is all that is told of a story where it is found. */
function isToldOtherwise(listing: Listing | undefined): boolean {
  if (!listing) return false;
  const { came, went, changed } = listing;
  return came.size > 0 || went.size > 0 || [...changed.values()].includes(1);
}

/** How many stories each month has that has some. */
function monthsOf({ catalog, language }: { catalog: Catalog; language: Language }): Map<Bucket, number> {
  const id = catalog.scopes.id(scopeIn(all, language));
  return new Map(catalog.tallies.between(id, 100000, 999999).map(({ bucket, n }) => [bucket, n]));
}

function monthsTold({ catalog, language }: ShardWriter): Bucket[] {
  return catalog.shards.months(language).map(({ id }) => Number(id));
}

function removeAll(writer: ShardWriter): void {
  for (const period of searchPeriods) writer.cut(singles.shard(writer.language, period), 0);
  for (const scope of writer.catalog.shards.months(writer.language)) writer.cut(scope, 0);
}
