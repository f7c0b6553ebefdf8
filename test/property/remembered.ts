/** What the oracle works out again and again, each once. */
import { DateTime } from 'luxon';

const known = new Map<string, unknown>();

/** The key holds everything that the value is made of. */
export function remembered<T>(key: string, make: () => T): T {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

/** The year, month and day of an instant. */
export function bucketsAt(at: number, { timeZone }: { timeZone: string }): number[] {
  return remembered(`${at} ${timeZone}`, () => {
    const time = DateTime.fromSeconds(at, { zone: timeZone });
    return ['yyyy', 'yyyyLL', 'yyyyLLdd'].map((format) => Number(time.toFormat(format)));
  });
}
