/**
 * The periods of the index: the month that it is, the months of its year that have ended, and all years before. So a story of today
 * is one of few in its shards, a month that ends is written into those of one year, and a word of old stories is found with one
 * request, however many years there are.
 */
import { type Bucket, dayBucket, monthOf, type Seconds } from '../times.ts';
import type { SearchPeriod } from './addresses.ts';

/** The first month that has not ended. */
export function openMonthAt(now: Seconds, zone: string): Bucket {
  return monthOf(dayBucket(now, zone));
}

export function periodOfMonth(month: Bucket, openMonth: Bucket): SearchPeriod {
  if (month >= openMonth) return 'month';
  return month >= firstOfYear(openMonth) ? 'year' : 'earlier';
}

/** `from`: its first month, 0 for as long ago as there is something; `to`: the first one after it, if there is one. */
export function monthsOf(period: SearchPeriod, openMonth: Bucket): { from: Bucket; to: Bucket | undefined } {
  const year = firstOfYear(openMonth);
  if (period === 'month') return { from: openMonth, to: undefined };
  return period === 'year' ? { from: year, to: openMonth } : { from: 0, to: year };
}

/** The month that a story is dated in, which its path says: `2015/11/26/talks`. */
export function monthOfStory(story: string): Bucket {
  return Number(story.slice(0, 4) + story.slice(5, 7));
}

function firstOfYear(month: Bucket): Bucket {
  return month - (month % 100) + 1;
}
