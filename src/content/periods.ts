/**
 * What a listing is cut into, from wide to narrow: years, months, days, and the parts of a long day. A *period* is one of
 * these as a bucket: of a part `2015112600002`, where the first part is the day itself. Hours are those of UTC.
 */
import { bounds } from './bounds.ts';
import type { Listing, Period } from './listings/listing.ts';
import { type Bucket, bucketPath, dayBucket, monthOf, type Seconds, spanOf, yearOf } from './times.ts';

const ofFronts: readonly Period[] = ['year', 'month', 'day', 'part'];

/** The whole of a listing, then what it is cut into. Empty for one that nobody asks the size of. */
export function periodsOf({ spans, front, cutInto }: Listing): readonly Period[] {
  return spans.length === 0 ? [] : ['whole', ...(cutInto ?? (front ? ofFronts : []))];
}

/** The bucket of an instant that tells those of all periods of the listing; undefined if none is counted. */
export function narrowestAt(listing: Listing, at: Seconds, zone: string): Bucket | undefined {
  const periods = periodsOf(listing);
  if (periods.length === 0) return undefined;
  if (periods.length === 1) return 0;
  return periods.includes('hour') ? hourBucket(at) : dayBucket(at, zone);
}

/** The buckets of a listing that hold such a one, from wide to narrow; parts are told by their sizes. */
export function bucketsOver(listing: Listing, narrowest: Bucket): Bucket[] {
  const buckets = { whole: 0, year: yearOf(narrowest), month: monthOf(narrowest), day: narrowest, hour: narrowest };
  return periodsOf(listing).flatMap((period) => (period === 'part' ? [] : buckets[period]));
}

/** The first and the last second of a period, both included; of a part those of what it is a part of. */
export function instantsOf(bucket: Bucket, zone: string): { from: Seconds; to: Seconds } {
  return periodOf(bucket) === 'hour' ? spanOfHour(bucket) : spanOf(readPart(bucket).of, zone);
}

/** 2015112609 for an instant in the tenth hour of that day in UTC. */
function hourBucket(at: Seconds): Bucket {
  return Number(new Date(at * 1000).toISOString().slice(0, 13).replace(/\D/g, ''));
}

function spanOfHour(hour: Bucket): { from: Seconds; to: Seconds } {
  const [, date, time] = /^(\d{8})(\d\d)$/.exec(String(hour)) ?? [];
  const from = Date.parse(`${date?.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')}T${time}:00:00Z`) / 1000;
  return { from, to: from + 3599 };
}

/** What the periods of a sort within another may be: the first and the last bucket. */
export function withinBucket(bucket: Bucket, narrower: Period): readonly [Bucket, Bucket] {
  if (narrower === 'part') return [bucket * partsOfOne + 2, bucket * partsOfOne + partsOfOne - 1];
  if (narrower === 'hour') return [1e9, 1e10 - 1];
  if (narrower === 'year') return [1000, 9999];
  return [bucket * 100, bucket * 100 + 99];
}

/** How many bytes one page of a period takes; that of a day is written anew for each of its stories, and so is short. */
export function mostBytes(listing: Listing | undefined, of: Period): number {
  return of === 'day' && !listing?.extraBytes ? bounds.part : bounds.page;
}

/** How many bytes of a row count: one that is longer than any page has a page to itself. */
export function countedBytes(listing: Listing, bytes: number): number {
  return Math.min(bytes, mostBytes(listing, 'day'));
}

/** How many pages so many bytes take. */
export function pagesOf(bytes: number, most: number): number {
  return Math.max(1, Math.ceil(bytes / most));
}

/** Whether what is too long of a period stands on pages of its parts. */
export function hasParts(listing: Listing, period: Period): boolean {
  const periods = periodsOf(listing);
  return periods[periods.indexOf(period) + 1] === 'part';
}

/** More parts than any day or month can have. */
const partsOfOne = 100_000;

/** The bucket of a part of a day or a month. */
export function partBucket(of: Bucket, part: number): Bucket {
  return part === 1 ? of : of * partsOfOne + part;
}

/** Which part of what a bucket is; anything but a part is the first of itself. */
export function readPart(bucket: Bucket): { of: Bucket; part: number } {
  return bucket < 1e10 ? { of: bucket, part: 1 } : { of: Math.floor(bucket / partsOfOne), part: bucket % partsOfOne };
}

const periodsByDigits: Readonly<Record<number, Period>> = { 1: 'whole', 4: 'year', 6: 'month', 8: 'day', 10: 'hour' };

export function periodOf(bucket: Bucket): Period {
  return periodsByDigits[String(bucket).length] ?? 'part';
}

/** What the second and later parts of a day are called in addresses; so no story may be. */
export function partName(part: number): string {
  return `part-${part}`;
}

/** `2015/11/26` for 20151126, `2015/11/26/part-2` for its second part. */
export function periodPath(bucket: Bucket): string {
  const { of, part } = readPart(bucket);
  return part === 1 ? bucketPath(of) : `${bucketPath(of)}/${partName(part)}`;
}

export function isPartName(name: string): boolean {
  return /^part-\d+$/.test(name);
}

/** A year, month or day and those that hold it, from wide to narrow. */
export function widerThan(bucket: Bucket): Bucket[] {
  const digits = String(bucket);
  return [4, 6, 8].filter((length) => length <= digits.length).map((length) => Number(digits.slice(0, length)));
}

/** The last bucket that can be of the same sort. */
export function lastAlike(bucket: Bucket): Bucket {
  return 10 ** String(bucket).length - 1;
}
