/** When something happens to a story of a random newsroom, or how long later. */
import { at, laterDates } from './vocabulary.ts';

/** A date of something that happens to a story on its day or later: one of those, or some hours before or after now. */
export function laterDate({ now }: { now: number }, path: string, n: number, clock = ''): string {
  const day = path.slice('articles/'.length, 'articles/2015/11/26'.length).replaceAll('/', '-');
  const near = new Date((now + ((n % 40) - 10) * 3600) * 1000).toISOString();
  const written = n % 3 === 0 ? at(laterDates, n / 3) : near;
  if (written.startsWith(day) && clock !== '') return day + clock;
  return written < day ? day + clock : written;
}

/** Some hours, and now and then a month. */
export function hours(value: number): number {
  return value > 92 ? 30 * 24 : value % 40;
}
