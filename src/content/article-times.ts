/** The times of an article: each read in the zone of the site, and held against the others. */
import type { Problem } from '../problem.ts';
import type { Article, Written } from './article.ts';
import type { Site } from './site.ts';
import { bucketPath, dayBucket, type Moment, type RefusedTime, readTime, remedyFor, spanOf } from './times.ts';
import type { Field } from './yaml.ts';

type Times = Pick<Article, 'at' | 'isDay' | 'updated' | 'corrections' | 'withdrawn'>;
type At = (field: Field) => { file: string; line: number; column: number };

export function readTimes(
  written: Written,
  story: string,
  site: Site,
  place: At,
): { values: Times; problems: Problem[] } {
  const problems: Problem[] = [];
  const own = story.slice(0, 10).replaceAll('/', '-');
  const read = (value: string, field: Field): Moment => {
    const time = readTime(value, site.timeZone);
    if ('at' in time) return time;
    problems.push({ ...place(field), ...timeFault(value, time, own, site.timeZone) });
    return { at: 0 };
  };
  const { withdrawn } = written;
  const values: Times = {
    ...read(written.date, ['date']),
    updated: written.updated === undefined ? undefined : read(written.updated, ['updated']),
    corrections: written.corrections.map(({ date, text }, index) => ({
      ...read(date, ['corrections', index, 'date']),
      text,
    })),
    withdrawn: withdrawn && { ...read(withdrawn.date, ['withdrawn', 'date']), reason: withdrawn.reason },
  };
  if (problems.length === 0) problems.push(...orderProblems(values, story, site, place));
  return { values, problems };
}

/** Nothing happens to a story before its date; of what is told by the day, before its day. */
function orderProblems(values: Times, story: string, site: Site, place: At): Problem[] {
  const problems: Problem[] = [];
  const { at, updated, corrections, withdrawn } = values;
  const bucket = dayBucket(at, site.timeZone);
  const { from } = spanOf(bucket, site.timeZone);
  const day = bucketPath(bucket);
  if (!story.startsWith(`${day}/`) && !site.unknown?.includes('timeZone')) {
    problems.push({
      code: 'article/date-not-on-path',
      ...place(['date']),
      what: `The date is ${day.replaceAll('/', '-')} in ${site.timeZone}, but the file lies in ${story.slice(0, 10)}/.`,
      fix: 'Correct the date, or move the file; a published URL should not change.',
    });
  }
  if (updated && updated.at < (updated.isDay ? from : at)) {
    problems.push({
      code: 'article/updated-before-date',
      ...place(['updated']),
      what: 'The story was updated before its own date.',
      fix: 'Write a later time, or remove “updated”.',
    });
  }
  const early = corrections.findIndex((correction) => correction.at < from);
  if (early !== -1) {
    problems.push({
      code: 'article/correction-before-date',
      ...place(['corrections', early, 'date']),
      what: 'The story was corrected before its own date.',
      fix: 'Write the day on which it was corrected.',
    });
  }
  if (withdrawn && withdrawn.at < from) {
    problems.push({
      code: 'article/withdrawn-before-date',
      ...place(['withdrawn', 'date']),
      what: 'The story was withdrawn before its own date.',
      fix: 'Write the day on which it was withdrawn.',
    });
  }
  return problems;
}

function timeFault(
  value: string,
  time: RefusedTime,
  day: string,
  zone: string,
): Pick<Problem, 'code' | 'what' | 'fix'> {
  if (time.refused === 'no-such-time') {
    return {
      code: 'article/no-such-time',
      what: `“${value}” did not exist in ${zone}: the clocks went forward over it.`,
      fix: `Write a time an hour later, or give an offset as in ${value}${time.offset}.`,
    };
  }
  if (time.refused === 'no-such-day') {
    return {
      code: 'article/no-such-time',
      what: `“${value}” did not exist in ${zone}: its calendar went over that day.`,
      fix: 'Write the day before it or after it.',
    };
  }
  return {
    code: 'article/unreadable-time',
    what: `“${value}” is not a date and time.`,
    fix: remedyFor(value, day, zone),
  };
}
