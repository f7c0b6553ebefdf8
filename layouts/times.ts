/** Times as machines read them, and the choice of how near a time is told to people. */
import { DateTime } from 'luxon';
import type { Site } from '../src/content/site.ts';
import { type Bucket, bucketPath, dayBucket, inZone, type Seconds } from '../src/content/times.ts';
import type { Here } from './here.ts';

/** `2015-11-26T20:55+03:00`, with the offset of the site's zone at that instant. */
export function isoTime(at: Seconds, site: Site): string {
  return inZone(at, site.timeZone).toISO({ suppressMilliseconds: true, suppressSeconds: true });
}

/** The same with seconds, which feeds must have (RFC 3339). */
export function rfc3339Time(at: Seconds, site: Site): string {
  return inZone(at, site.timeZone).toISO({ suppressMilliseconds: true });
}

/** `Thu, 26 Nov 2015 20:55:00 +0300`: RFC 822 with a year of four digits, as RSS wants it. */
export function rssTime(at: Seconds, site: Site): string {
  return inZone(at, site.timeZone).toRFC2822();
}

/** The beginning of a year, month or day as a calendar date, for the words to write. */
export function bucketDate(bucket: Bucket): DateTime {
  const [year = 0, month = 1, day = 1] = bucketPath(bucket).split('/').map(Number);
  return DateTime.utc(year, month, day);
}

/** The day and the hour; of a time that was written as a day alone, the day. */
export function dayAndHour({ words }: Here): Show {
  return (time) => (hasHour(time) ? words.dateAndClock(time) : words.date(time));
}

/** Whether an hour was written: a day alone stands for its first instant. */
export function hasHour(time: DateTime): boolean {
  return time.hour + time.minute > 0;
}

type Show = (time: DateTime) => string;

/** The day, with its year where it is another than that of an instant. */
export function dayIn(at: Seconds, { site, words }: Here): Show {
  const { year } = inZone(at, site.timeZone);
  return (time) => (time.year === year ? words.dayAndMonth(time) : words.date(time));
}

/** The hour on the day of an instant, else the day. */
export function seenFrom(at: Seconds, here: Here): Show {
  const from = inZone(at, here.site.timeZone);
  const day = dayIn(at, here);
  return (time) => (time.hasSame(from, 'day') && hasHour(time) ? here.words.clock(time) : day(time));
}

/** The same for a narrow column: `20.55`, `26 Nov`, `Nov 2014`. */
export function shortSeenFrom(at: Seconds, { site, words }: Here): Show {
  const from = inZone(at, site.timeZone);
  return (time) => {
    if (time.hasSame(from, 'day') && hasHour(time)) return words.clock(time);
    return time.year === from.year ? words.shortDate(time) : words.shortMonth(time);
  };
}

export function isSameDay(a: Seconds, b: Seconds, site: Site): boolean {
  return dayBucket(a, site.timeZone) === dayBucket(b, site.timeZone);
}
