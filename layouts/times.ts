/** Times as machines read them, and the choice of how near a time is told to people. */
import { DateTime } from 'luxon';
import { Remembered } from '../src/content/remember.ts';
import type { Site } from '../src/content/site.ts';
import { type Bucket, bucketPath, dayBucket, inZone, type Moment, type Seconds } from '../src/content/times.ts';
import type { Here } from './here.ts';

/** `2015-11-26T20:55:00+03:00`, with the offset of the site's zone at that instant (RFC 3339, xsd:dateTime). */
export function isoTime(at: Seconds, site: Site): string {
  return inZone(at, site.timeZone).toISO({ suppressMilliseconds: true });
}

/** The same of a moment; of a day alone `2015-11-26`, for machines that are told no more than people. */
export function isoMoment({ at, isDay }: Moment, site: Site): string {
  return isDay ? inZone(at, site.timeZone).toISODate() : isoTime(at, site);
}

/** `Thu, 26 Nov 2015 20:55:00 +0300`: RFC 822 with a year of four digits, as RSS wants it. */
export function rssTime(at: Seconds, site: Site): string {
  return inZone(at, site.timeZone).toRFC2822();
}

/** The beginning of a year, month or day as a calendar date, for the words to write. */
export function bucketDate(bucket: Bucket): DateTime {
  return bucketDates.get(bucket, () => {
    const [year = 0, month = 1, day = 1] = bucketPath(bucket).split('/').map(Number);
    return DateTime.utc(year, month, day);
  });
}

const bucketDates = new Remembered<Bucket, DateTime>(10_000);

/** How a time is told to people. An hour is told only where one was written, so all that tell it are here. */
export type Show = (time: DateTime, isDay: boolean) => string;

/** The day and the hour. */
export function dayAndHour({ words }: Here): Show {
  return (time, isDay) => (isDay ? words.date(time) : words.dateAndClock(time));
}

/** The hour, where the day is told beside it. */
export function hourOnly({ words }: Here): Show {
  return (time, isDay) => (isDay ? '–' : words.clock(time));
}

/** In which zone an hour is told; nothing where none is. */
export function zoneOf({ at, isDay }: Moment, { site, words }: Here): string | undefined {
  return isDay ? undefined : words.zone(inZone(at, site.timeZone));
}

/** The day, with its year where it is another than that of an instant. */
export function dayIn(at: Seconds, { site, words }: Here): Show {
  const { year } = inZone(at, site.timeZone);
  return (time) => (time.year === year ? words.dayAndMonth(time) : words.date(time));
}

/** The hour on the day of an instant, else the day. */
export function seenFrom(at: Seconds, here: Here): Show {
  const from = inZone(at, here.site.timeZone);
  const day = dayIn(at, here);
  return (time, isDay) => (time.hasSame(from, 'day') && !isDay ? here.words.clock(time) : day(time, isDay));
}

/** The same for a narrow column: `20.55`, `26 Nov`, `Nov 2014`. */
export function shortSeenFrom(at: Seconds, { site, words }: Here): Show {
  const from = inZone(at, site.timeZone);
  return (time, isDay) => {
    if (time.hasSame(from, 'day') && !isDay) return words.clock(time);
    return time.year === from.year ? words.shortDate(time) : words.shortMonth(time);
  };
}

export function isSameDay(a: Seconds, b: Seconds, site: Site): boolean {
  return dayBucket(a, site.timeZone) === dayBucket(b, site.timeZone);
}
