/**
 * Instants are whole seconds since 1970 (UTC), read from what an author writes in the site's time
 * zone. A *bucket* is a year, month or day in that zone as one number: 2015, 201511, 20151126.
 */
import { DateTime, IANAZone, Settings } from 'luxon';
import { Remembered } from './remember.ts';
import { zoneNamed, zoneNamedAt } from './zone.ts';

Settings.throwOnInvalid = true;
Settings.defaultLocale = 'en'; // never the machine's, which it also takes long to ask for
declare module 'luxon' {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

export type Seconds = number;
export type Bucket = number;

/** An instant as it was written: of a day alone its first one, which is no hour that anybody should be told. */
export type Moment = { at: Seconds; isDay?: true };

/**
 * Of a time that the clocks skipped, the zone's offset before they did, with which there is such a time, and the time
 * that they showed then. Of a whole day there is none.
 */
export type RefusedTime =
  | { refused: 'unreadable' | 'no-such-day' }
  | { refused: 'no-such-time'; offset: string; later: string };
export type ReadTime = Moment | RefusedTime;

const written =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]([01]?\d|2[0-3]):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)? ?(Z|UTC|GMT|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/i;

/**
 * Reads `2015-11-26`, `2015-11-26 09:30[:15]`, each with an optional offset, as people and editors write
 * them (`T` between, `9:30`, fractions of a second, which are dropped; `Z`, `UTC`, `+03`, `+0300`, `+03:00`).
 * Without an offset the site's zone counts: a time that the clocks skipped is refused as `no-such-time`, of
 * one that happened twice the first is taken. A day without a time is its first instant, which is not
 * midnight where the clocks go forward over midnight.
 */
export function readTime(text: string, zone: string): ReadTime {
  const match = written.exec(text);
  if (!match) return { refused: 'unreadable' };
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? 0 : Number(part)));
  const fields = { year, month, day, hour, minute, second };
  const isDay = match[4] === undefined;
  const offset = match[7];
  if (isDay && offset?.length === 3 && /\d/.test(offset)) return { refused: 'unreadable' }; // 2015-11-26-03 is no day
  const read = tryTime(() => DateTime.fromObject(fields, { zone: offset ? offsetZone(offset) : zoneNamed(zone) }));
  if (!read) return { refused: 'unreadable' };
  const isThere = isDay || (read.hour === hour && read.minute === minute);
  if (read.day !== day) return { refused: 'no-such-day' };
  if (!isThere) {
    const offset = read.minus({ days: 1 }).toFormat('ZZ');
    return { refused: 'no-such-time', offset, later: read.toFormat('yyyy-MM-dd HH:mm') };
  }
  const first = offset ? read : firstOfTwo(read);
  return momentOf({ at: Math.floor(first.toSeconds()), isDay });
}

function tryTime(make: () => DateTime): DateTime | undefined {
  try {
    return make();
  } catch {
    return undefined; // Luxon throws for fields out of range, such as 31 November
  }
}

function offsetZone(offset: string): string {
  return /^[+-]/.test(offset) ? `utc${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}` : 'utc';
}

/** A moment without what stands beside it. Nothing is said of an hour that was written, as most are. */
export function momentOf({ at, isDay }: { at: Seconds; isDay?: boolean }): Moment {
  return isDay ? { at, isDay } : { at };
}

function firstOfTwo(time: DateTime): DateTime {
  const offsets = time.getPossibleOffsets();
  return offsets.reduce((least, other) => (other < least ? other : least), time);
}

/** True for a name in the runtime's tz database (`Europe/Moscow`); never for `local` and the like, which differ by machine. */
export function isTimeZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && IANAZone.create(zone).isValid;
}

/** The instant as a Luxon time in the zone. */
export function inZone(at: Seconds, zone: string): DateTime {
  return times.get(`${at} ${zone}`, () => DateTime.fromSeconds(at, { zone: zoneNamedAt(zone, at * 1000) }));
}

/** A story is told by its time on some thirty pages. */
const times = new Remembered<string, DateTime>(5000);

/** 20151126 for an instant on that day in the zone. */
export function dayBucket(at: Seconds, zone: string): Bucket {
  const { year, month, day } = inZone(at, zone);
  return year * 10000 + month * 100 + day;
}

export function monthOf(day: Bucket): Bucket {
  return Math.floor(day / 100);
}

export function yearOf(day: Bucket): Bucket {
  return Math.floor(day / 10000);
}

/**
 * The first and last second of a year, month or day in the zone, both included: what follows begins
 * where this ends, also where midnight happens twice. A day that the zone skipped is empty.
 */
export function spanOf(bucket: Bucket, zone: string): Span {
  return spans.get(`${bucket} ${zone}`, () => findSpan(bucket, zone));
}

type Span = Readonly<{ from: Seconds; to: Seconds }>;

/** All stories of a day, and all listings, ask for the same. */
const spans = new Remembered<string, Span>(10_000);

function findSpan(bucket: Bucket, zone: string): Span {
  const unit = bucket > 9999999 ? 'day' : bucket > 9999 ? 'month' : 'year';
  const year = unit === 'year' ? bucket : unit === 'month' ? monthOf(bucket) : yearOf(bucket);
  const month = unit === 'year' ? 1 : unit === 'month' ? bucket % 100 : monthOf(bucket) % 100;
  const first = DateTime.fromObject({ year, month, day: unit === 'day' ? bucket % 100 : 1 }, { zone: 'utc' });
  return { from: startOfDay(first, zone), to: startOfDay(first.plus({ [unit]: 1 }), zone) - 1 };
}

function startOfDay({ year, month, day }: DateTime, zone: string): Seconds {
  return starts.get(`${year}-${month}-${day} ${zone}`, () =>
    Math.floor(firstOfTwo(DateTime.fromObject({ year, month, day }, { zone: zoneNamed(zone) })).toSeconds()),
  );
}

/** A day ends where the next begins. */
const starts = new Remembered<string, Seconds>(10_000);

/** The first instant at which a time is over: of a day alone, that of the next. */
export function endOf({ at, isDay }: { at: Seconds; isDay?: boolean }, zone: string): Seconds {
  return isDay ? spanOf(dayBucket(at, zone), zone).to + 1 : at;
}

/** `2015-11-26` of `2015/11/26/hollande-putin-talks`. */
export function dayOf(path: string): string {
  return path.slice(0, 10).replaceAll('/', '-');
}

/** `2015/11/26` for 20151126, `2015/11` for 201511, `2015` for 2015. */
export function bucketPath(bucket: Bucket): string {
  const digits = String(bucket);
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].filter(Boolean).join('/');
}
