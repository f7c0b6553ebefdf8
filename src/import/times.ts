/** Times as other programs write them. */
import { DateTime } from 'luxon';
import { inZone, isTimeZone, readTime, type Seconds } from '../content/times.ts';
import type { SourceTime } from './source-story.ts';

export type FoundTime = { at: Seconds; isDay: boolean };

const formats = [
  'yyyy/MM/dd',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd HH:mm:ss',
  'yyyy.MM.dd',
  'dd.MM.yyyy',
  'd MMMM yyyy',
  'd MMM yyyy',
  'MMMM d, yyyy',
  'MMM d, yyyy',
  'MMM d yyyy',
  'MM/dd/yyyy',
  'EEE MMM dd yyyy',
  'EEE MMM dd yyyy HH:mm:ss',
];

/** Undefined for what cannot be read as one. `zone`: in which it is if it does not say. */
export function readSourceTime({ text, zone: own }: SourceTime, zone: string): FoundTime | undefined {
  const written = text
    .trim()
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/( \d{4} )(\d:\d\d)/, '$10$2')
    .replace(/(?<time>:\d\d\s*[+-])(?<hour>\d)$/, '$<time>0$<hour>')
    .replace(/(:\d\d\s*[+-]\d\d)$/, '$1:00')
    .replace(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*([+-]\d\d):?(\d\d)$/, '$1 $2 $3:$4');
  if (/^0000/.test(written) || written === '') return undefined;
  const said = own !== undefined && isTimeZone(own) ? own : undefined;
  const known = said ?? zone;
  const withOffset =
    own !== undefined && said === undefined && /\d:\d\d(?::\d\d)?$/.test(written) ? `${written} ${own}` : written;
  const read = readTime(withOffset, known);
  if ('at' in read) return { at: read.at, isDay: read.isDay === true };
  if (read.refused === 'no-such-time') {
    const later = readTime(read.later, known);
    return 'at' in later ? { at: later.at, isDay: false } : undefined;
  }
  const options = { zone: said ?? zone, locale: 'en', setZone: true } as const;
  for (const parse of [DateTime.fromISO, DateTime.fromRFC2822, DateTime.fromHTTP, DateTime.fromSQL]) {
    const found = attempt(() => parse(written, options));
    if (found) return { at: Math.floor(found.toSeconds()), isDay: false };
  }
  for (const format of formats) {
    const found = attempt(() => DateTime.fromFormat(written.replace(/(\d)(?:st|nd|rd|th)\b/, '$1'), format, options));
    if (found) return { at: Math.floor(found.toSeconds()), isDay: !/H/.test(format) };
  }
  return undefined;
}

function attempt(read: () => DateTime): DateTime | undefined {
  try {
    const found = read();
    return found.isValid ? found : undefined;
  } catch {
    return undefined; // Luxon throws where the site's settings say so
  }
}

/** As front matter has it, in the site's zone, to the second where that is not the first of its minute. */
export function writtenTime({ at, isDay }: FoundTime, zone: string): string {
  const there = inZone(at, zone);
  if (isDay) return there.toFormat('yyyy-MM-dd');
  const written = there.toFormat(there.second === 0 ? 'yyyy-MM-dd HH:mm' : 'yyyy-MM-dd HH:mm:ss');
  const read = readTime(written, zone);
  return 'at' in read && read.at === at ? written : there.toFormat('yyyy-MM-dd HH:mm:ss ZZ');
}

/** `2015/11/26` in the site's zone. */
export function dayFolder(at: Seconds, zone: string): string {
  return inZone(at, zone).toFormat('yyyy/MM/dd');
}
