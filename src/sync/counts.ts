/**
 * Counts what stands in each scope by its periods. A period is counted where the listing always has it, and otherwise only
 * while what holds it would be too long for a page: so that which pages there are follows from what is counted.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { beginning, end } from '../catalog/intervals.ts';
import { nothing, type Size } from '../catalog/tables/tallies.ts';
import { bounds } from '../content/bounds.ts';
import type { Listing, Period } from '../content/listings/listing.ts';
import { listingOf } from '../content/listings/listings.ts';
import {
  bucketsOver,
  instantsOf,
  mostBytes,
  narrowestAt,
  pagesOf,
  partBucket,
  periodsOf,
  withinBucket,
} from '../content/periods.ts';
import { isShared, type Scope, scopeName, singles } from '../content/scopes.ts';
import type { Bucket } from '../content/times.ts';
import { type Changes, sum } from './changes.ts';

/** Told of every bucket that has something now and had nothing before, and the other way round. */
export type Turned = (scope: Scope, bucket: Bucket, isThere: boolean) => void;

type Counting = { catalog: Catalog; changes: Changes; zone: string; turned: Turned };

/** What is counted of one scope. */
type Counted = Counting & {
  scope: Scope;
  id: number;
  listing: Listing | undefined;
  /** By what holds them: how much more or less there is in the narrower buckets. */
  within: ReadonlyMap<Bucket, ReadonlyMap<Bucket, Size>>;
};

type Sizes = { before: Size; after: Size };

/** Writes all counts that changed. */
export function writeCounts(counting: Counting): void {
  const { catalog, changes } = counting;
  for (const [id, by] of changes.counted) {
    const scope = catalog.scopes.withId(id);
    const listing = listingOf(scope);
    const before = catalog.tallies.get(id, 0);
    const whole = [...by.values()].reduce(sum, nothing);
    settle({ ...counting, scope, id, listing, within: nested(listing, by) }, 'whole', 0, {
      before,
      after: sum(before, whole),
    });
  }
}

/** All that is there is counted anew, whatever was counted before: another engine may count by other periods. */
export function countAnew({ catalog, changes }: Pick<Counting, 'catalog' | 'changes'>, zone: string): void {
  for (const id of catalog.tallies.scopes()) if (!isShared(catalog.scopes.withId(id))) catalog.tallies.forget(id);
  catalog.indexNames.forget();
  changes.counted.clear();
  for (const id of catalog.entries.scopes()) {
    const listing = listingOf(catalog.scopes.withId(id));
    for (const { at, bytes } of catalog.entries.instants(id, beginning, end)) {
      const bucket = listing && narrowestAt(listing, at, zone);
      if (bucket !== undefined) changes.count(id, bucket, { n: 1, bytes });
    }
  }
}

function nested(listing: Listing | undefined, by: ReadonlyMap<Bucket, Size>): Map<Bucket, Map<Bucket, Size>> {
  const within = new Map<Bucket, Map<Bucket, Size>>();
  for (const [narrowest, size] of listing ? by : []) {
    const buckets = bucketsOver(listing as Listing, narrowest);
    for (const [index, bucket] of buckets.slice(1).entries()) {
      const wider = buckets[index] as Bucket;
      const beside = within.get(wider) ?? new Map<Bucket, Size>();
      beside.set(bucket, sum(beside.get(bucket) ?? nothing, size));
      within.set(wider, beside);
    }
  }
  return within;
}

/** Writes how much a bucket has, and goes on with what is within it. */
function settle(counted: Counted, period: Period, bucket: Bucket, { before, after }: Sizes): void {
  const { listing } = counted;
  const [wasTooLong, isTooLong] = [before, after].map(({ bytes }) => bytes > mostBytes(listing, period));
  write(counted, bucket, { before, after }, wasTooLong !== isTooLong);
  const periods = listing ? periodsOf(listing) : [];
  const narrower = periods[periods.indexOf(period) + 1];
  if (narrower === undefined) return;
  if (narrower === 'part') {
    settleParts(counted, period, bucket, { before, after });
    return;
  }
  const isAlways = listing?.spans.some((span) => span === narrower);
  const [was, is] = [isAlways || wasTooLong, isAlways || isTooLong].map(Boolean) as [boolean, boolean];
  for (const [each, sizes] of changedWithin(counted, bucket, narrower, { was, is }))
    settle(counted, narrower, each, sizes);
}

/** The buckets of a sort within another that may have changed, which were or are counted. */
function changedWithin(
  counted: Counted,
  bucket: Bucket,
  narrower: Period,
  { was, is }: { was: boolean; is: boolean },
): [Bucket, Sizes][] {
  const { catalog, id } = counted;
  const more = counted.within.get(bucket) ?? new Map<Bucket, Size>();
  if (was && is)
    return [...more].map(([each, by]) => {
      const before = catalog.tallies.get(id, each);
      return [each, { before, after: sum(before, by) }];
    });
  if (was)
    return catalog.tallies
      .between(id, ...withinBucket(bucket, narrower))
      .map(({ bucket: each, ...before }) => [each, { before, after: nothing }]);
  return is ? foundWithin(counted, bucket, narrower) : [];
}

/** What holds them had no narrower ones until now. */
function foundWithin({ catalog, id, listing, zone }: Counted, bucket: Bucket, narrower: Period): [Bucket, Sizes][] {
  const found = new Map<Bucket, Size>();
  const depth = listing ? periodsOf(listing).indexOf(narrower) : 0;
  const { from, to } = bucket === 0 ? { from: beginning, to: end } : instantsOf(bucket, zone);
  for (const { at, bytes } of catalog.entries.instants(id, from, to)) {
    const each = listing && bucketsOver(listing, narrowestAt(listing, at, zone) ?? 0)[depth];
    if (each !== undefined) found.set(each, sum(found.get(each) ?? nothing, { n: 1, bytes }));
  }
  return [...found].map(([each, after]) => [each, { before: nothing, after }]);
}

/** The first part is the day or the month itself. */
function settleParts(counted: Counted, period: Period, bucket: Bucket, { before, after }: Sizes): void {
  const most = mostBytes(counted.listing, period);
  const [had, has] = [before, after].map(({ bytes }) => pagesOf(bytes, most)) as [number, number];
  for (let part = Math.min(had, has) + 1; part <= Math.max(had, has); part++) {
    const [was, is] = part <= had ? [there, nothing] : [nothing, there];
    write(counted, partBucket(bucket, part), { before: was, after: is });
  }
}

const there: Size = { n: 1, bytes: 0 };

function write(
  { catalog, changes, scope, id, turned }: Counted,
  bucket: Bucket,
  { before, after }: Sizes,
  isCutOtherwise = false,
): void {
  if (before.n === after.n && before.bytes === after.bytes) return;
  catalog.tallies.set(id, bucket, after);
  const isTurned = (before.n === 0) !== (after.n === 0);
  const [was, is] = [before, after].map(({ n }) => n >= bounds.forSearch);
  if (isTurned || isCutOtherwise || before.n !== after.n)
    changes.point(-id, bucket, isTurned || isCutOtherwise ? 0 : was === is ? 2 : 1, `the count of ${scopeName(scope)}`);
  if (was !== is && bucket === 0) changes.single(singles.namesForSearch(scope.of, scope.language), 0, scopeName(scope));
  if (isTurned) turned(scope, bucket, after.n > 0);
}
