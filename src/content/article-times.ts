/** The times of an article: each read in the zone of the site, and held against the others (`time-order.ts`). */
import type { Problem } from '../problem.ts';
import type { Article, Withdrawal } from './article.ts';
import type { Written } from './article-form.ts';
import type { MarkdownFile } from './markdown-file.ts';
import { writeLike, writeLine } from './remedies.ts';
import type { Site } from './site.ts';
import { orderProblems } from './time-order.ts';
import { dayOf, endOf, type Moment, type RefusedTime, readTime, type Seconds } from './times.ts';
import { clockIn, meantTime, meantTimes, orElse } from './written-times.ts';
import type { Field } from './yaml.ts';

type Times = Pick<Article, 'at' | 'isDay' | 'updated' | 'corrections'> & {
  withdrawn?: Omit<Withdrawal, 'language'>;
  /** From when on the lead picture, and each that is named in `pictures`, may not be shown, if ever. */
  expires: { image: Seconds | undefined; pictures: (Seconds | undefined)[] };
};

/** What times are read from and against: a file, the folder that it lies in, as in `2015/11/26`, and its site. */
export type TimeContext = { read: MarkdownFile<Written>; folder: string; site: Site };

/** A time, or what it would be with its remedy followed. */
export type FoundTime = {
  field: Field;
  moment: Moment;
  /** As it is written, or is to be. */
  text: string;
  /** False of one of which nothing can be said. */
  isKnown: boolean;
  problem?: Problem;
};

export function readTimes(
  read: MarkdownFile<Written>,
  story: string,
  site: Site,
): { values: Times; problems: Problem[] } {
  const context = { read, folder: story.slice(0, 10), site };
  const find = (value: string, field: Field) => findTime(value, field, context);
  const { date, image, pictures, updated, corrections, withdrawn } = read.written;
  const findAny = (value: string | undefined, field: Field) => (value === undefined ? undefined : find(value, field));
  const times = {
    date: find(date, ['date']),
    updated: findAny(updated, ['updated']),
    corrections: corrections.map((each, index) => find(each.date, ['corrections', index, 'date'])),
    withdrawn: withdrawn && find(withdrawn.date, ['withdrawn', 'date']),
    image: findAny(image?.expires, ['image', 'expires']),
    pictures: pictures.map(({ expires }, index) => findAny(expires, ['pictures', index, 'expires'])),
  };
  const values: Times = {
    ...times.date.moment,
    updated: times.updated?.moment,
    corrections: corrections.map(({ text }, index) => ({ at: 0, ...times.corrections[index]?.moment, text })),
    withdrawn: withdrawn && {
      ...{ at: 0, ...times.withdrawn?.moment },
      ...{ reason: withdrawn.reason, allLanguages: withdrawn.allLanguages },
    },
    expires: {
      image: endOfFound(times.image, site.timeZone),
      pictures: times.pictures.map((each) => endOfFound(each, site.timeZone)),
    },
  };
  return { values, problems: orderProblems(times, context) };
}

function endOfFound(time: FoundTime | undefined, zone: string): Seconds | undefined {
  return time?.isKnown ? endOf(time.moment, zone) : undefined;
}

function findTime(text: string, field: Field, context: TimeContext): FoundTime {
  const { read, folder, site } = context;
  const time = readTime(text, site.timeZone);
  if ('at' in time) return { field, text, moment: time, isKnown: read.isKnown(field) };
  const right = rightTime(text, time, { ...site, day: dayOf(folder) });
  const problem = timeProblem({ text, field, right }, time, context);
  const mended = right === undefined ? undefined : readTime(right, site.timeZone);
  return right !== undefined && mended && 'at' in mended
    ? { field, text: right, moment: mended, isKnown: true, problem }
    : { field, text, moment: { at: 0 }, isKnown: false, problem };
}

/** The time that was meant: of one that the clocks skipped, an hour later. */
function rightTime(text: string, time: RefusedTime, context: Parameters<typeof meantTime>[1]): string | undefined {
  if (time.refused === 'no-such-time') return time.later;
  return time.refused === 'no-such-day' ? undefined : meantTime(text, context);
}

type ToTell = { text: string; field: Field; right: string | undefined };

function timeProblem({ text, field, right }: ToTell, time: RefusedTime, { read, folder, site }: TimeContext): Problem {
  const told = { code: 'article/no-such-time', ...read.place(field) };
  if (time.refused === 'no-such-time' && right !== undefined)
    return {
      ...told,
      what: `“${text}” did not exist in ${site.timeZone}: the clocks went forward over it.`,
      ...writeLine(read.line(field, right), `, or give an offset, as in ${text}${time.offset}`),
    };
  if (time.refused === 'no-such-day')
    return {
      ...told,
      what: `“${text}” did not exist in ${site.timeZone}: its calendar went over that day.`,
      fix: 'Write the day before or after it.',
    };
  const example = `${dayOf(folder)} ${clockIn(text) || '09:30'}`;
  return {
    ...told,
    code: 'article/unreadable-time',
    what: `“${text}” is not a date and time.`,
    ...(right === undefined
      ? writeLike(read.line(field, example))
      : writeLine(
          read.line(field, right),
          orElse(meantTimes(text, { ...site, day: dayOf(folder) }), (other) => read.line(field, other)),
        )),
  };
}
