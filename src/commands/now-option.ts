/** `--now`: the instant that a command works for, and the only place where the clock is read. */
import { readTime } from '../content/times.ts';
import { WrongUsage } from '../errors.ts';

/** Folders; `commit`: whose site is meant, in place of that of the working tree. */
type Of = { content: string; newsroom: string; commit?: string | undefined };

/** Seconds since 1970. Without an offset it is in the site's time zone, as a date in front matter is. */
export async function nowOption(value: string | undefined, of: Of): Promise<number> {
  if (value === undefined) return clock();
  const time = readTime(value, saysOffset.test(value) ? 'UTC' : await zoneOf(of));
  if ('refused' in time)
    throw new WrongUsage(
      `--now takes an instant such as 2015-11-26T09:30, in the site’s time zone, or 2015-11-26T09:30+03:00, not “${value}”.`,
    );
  return time.at;
}

/** No day is taken for an offset. */
const saysOffset = /(?:Z|\+\d\d(?::?\d\d)?|:\d\d-\d\d(?::?\d\d)?)$/i;

/** Asked only where it counts: it reads YAML, perhaps of a commit whose file has to be fetched first. */
async function zoneOf({ content, newsroom, commit }: Of): Promise<string> {
  const { knownZone } = await import('./read-site.ts');
  return knownZone(content, newsroom, commit);
}

/** Seconds since 1970. */
export function clock(): number {
  return Math.floor(Date.now() / 1000);
}

/** The same flag for a command that is begun by another: the instant alone, whatever zone that one knows. */
export function nowArgs(value: string | undefined, now: number): string[] {
  return value === undefined ? [] : ['--now', new Date(now * 1000).toISOString()];
}
