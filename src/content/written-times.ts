/** Times as people write them, of which a remedy keeps what can be read: `26.11.2015 16:45`, `Nov 26, 2015, 4 PM`. */
import { DateTime } from 'luxon';
import type { Language } from './names.ts';
import { folded } from './spelling.ts';
import { readTime } from './times.ts';

/** What a time is read against: the day of its story, and of the site its zone and languages. */
type Context = { day: string; timeZone: string; languages: readonly Language[] };

/** A time as it should be; undefined where no day can be read in it. */
export function meantTime(written: string, context: Context): string | undefined {
  return meantTimes(written, context)[0];
}

/** The same in each way in which it can be read, the likeliest first: on the day of the story it is meant in no other. */
export function meantTimes(written: string, context: Context): string[] {
  const { timeZone } = context;
  const instant = /^\s*(\d{10})(\d{3})?\s*$/.exec(written)?.[1];
  if (instant) return [DateTime.fromSeconds(Number(instant), { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm')];
  const { days, rest } = daysIn(written, context);
  const isGood = (time: string) => 'at' in readTime(time, timeZone);
  const good = [...new Set(days)].filter(isGood);
  const likely = good.includes(context.day) ? [context.day] : good;
  const clock = clockIn(rest);
  return likely.map(
    (day) =>
      [`${day} ${clock}${offsetIn(rest)}`, `${day} ${clock}`].find((time) => clock !== '' && isGood(time)) ?? day,
  );
}

/** What a remedy says of a second way to read a time: nothing, or how `line` would be with that. */
export function orElse([, other]: readonly string[], line: (value: string) => { text: string }): string {
  return other === undefined ? '' : `, or “${line(other).text}” if ${Number(other.slice(5, 7))} is the month`;
}

/** `16:45` of `4:45 p.m.`, `16h45` and `4.45 PM`; `` where there is none. */
export function clockIn(text: string): string {
  const match =
    /(?<![\d+-])(?<hour>[01]?\d|2[0-3])(?:[:.h]| h | Uhr )(?<minute>[0-5]\d)(?![\d-])(?:[:.]\d\d)?[\d.]* ?(?<half>[ap]\.?m)?/i.exec(
      text,
    ) ?? /(?<![\d+-])(?<hour>1[0-2]|0?\d) ?(?<half>[ap]\.?m)/i.exec(text);
  const { hour = '', minute = '00', half } = match?.groups ?? {};
  if (hour === '') return '';
  const isHalf = half !== undefined && Number(hour) <= 12;
  const hours = isHalf ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

function offsetIn(text: string): string {
  const [, sign = '', hours = '', minutes = '00'] = /\d ?([+-])(\d{1,2})(?::?(\d{2}))?\s*$/.exec(text) ?? [];
  return sign === '' ? '' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** The days that may be meant, the likeliest first, and the text without them. */
function daysIn(written: string, context: Context): { days: string[]; rest: string } {
  for (const { pattern, read } of dayPatterns) {
    const match = pattern.exec(written);
    const days = match ? read(match.groups ?? {}, context) : [];
    if (match && days.length > 0) return { days, rest: written.replace(match[0], ' ') };
  }
  return { days: [], rest: written };
}

type Groups = { readonly [name: string]: string | undefined };

const dayPatterns: readonly { pattern: RegExp; read(groups: Groups, context: Context): string[] }[] = [
  {
    pattern: /(?<!\d)(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?!\d)/,
    read: ({ year, month, day }) => [dayOf(year, month, day), ...(Number(month) > 12 ? [dayOf(year, day, month)] : [])],
  },
  {
    pattern: /(?<!\d)(?<one>\d{1,2})(?<sign>[-./])(?<two>\d{1,2})\k<sign>(?<year>\d{4}|\d\d)(?!\d)/,
    read: ({ one, two, year = '' }, { day, timeZone }) => {
      const whole = year.length === 4 ? year : day.slice(0, 2) + year;
      const days = [dayOf(whole, two, one), dayOf(whole, one, two)];
      return timeZone.startsWith('America/') ? days.toReversed() : days;
    },
  },
  {
    pattern: /(?<!\d)(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
    read: ({ year, month, day }) => [dayOf(year, month, day)],
  },
  {
    pattern:
      /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|[.ºª])? (?:of |de )?(?<name>\p{L}{3,})[.,]* (?:de )?(?<year>\d{4})(?!\d)/u,
    read: ofName,
  },
  {
    pattern: /(?<name>\p{L}{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)/u,
    read: ofName,
  },
];

function dayOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** With the name of a month in English or a language of the site, or the beginning of it. */
function ofName({ year, name = '', day }: Groups, { languages }: Context): string[] {
  const start = folded(name);
  for (const language of ['en', ...languages]) {
    for (const month of Array.from({ length: 12 }, (_, index) => index + 1)) {
      const told = DateTime.utc(2000, month, 1).setLocale(language);
      const names = [told.toFormat('LLLL'), told.toFormat('MMMM d').replace(/[\s\d.]+/g, '')];
      if (names.some((each) => folded(each).startsWith(start))) return [dayOf(year, String(month), day)];
    }
  }
  return [];
}
