/** The year, month and day of an instant as the oracle counts them; each worked out once, since most are asked for a thousand times. */
import { DateTime } from 'luxon';

const known = new Map<string, number[]>();

export function bucketsAt(at: number, timeZone: string): number[] {
  const key = `${at} ${timeZone}`;
  let buckets = known.get(key);
  if (!buckets) {
    const time = DateTime.fromSeconds(at, { zone: timeZone });
    buckets = ['yyyy', 'yyyyLL', 'yyyyLLdd'].map((format) => Number(time.toFormat(format)));
    known.set(key, buckets);
  }
  return buckets;
}
