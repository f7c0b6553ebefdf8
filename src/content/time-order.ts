/** Nothing happens to a story before its date, and its date is the day of its path. */
import type { Problem } from '../problem.ts';
import type { FoundTime, TimeContext } from './article-times.ts';
import { writeLike, writeLine } from './remedies.ts';
import { writtenTime } from './story-id.ts';
import { bucketPath, dayBucket, dayOf, readTime, spanOf } from './times.ts';
import { clockIn } from './written-times.ts';

type Times = {
  date: FoundTime;
  updated?: FoundTime;
  corrections: FoundTime[];
  withdrawn?: FoundTime;
  /** Until when pictures may be shown. */
  image?: FoundTime;
  pictures: (FoundTime | undefined)[];
};

/** The Problems of times by themselves, and of those that can be compared. What is told by the day is held against the day. */
export function orderProblems(times: Times, context: TimeContext): Problem[] {
  const { date, updated, corrections, withdrawn, image, pictures } = times;
  const { read, folder, site } = context;
  const expiries = [image, ...pictures].filter((each) => each !== undefined);
  const others = [updated, ...corrections, withdrawn, ...expiries].filter((each) => each !== undefined);
  const problems = others.flatMap(({ problem }) => problem ?? []);
  if (!date.isKnown) return [...(date.problem ? [date.problem] : []), ...problems];
  const { at } = date.moment;
  const bucket = dayBucket(at, site.timeZone);
  const { from } = spanOf(bucket, site.timeZone);
  const path = bucketPath(bucket);
  const isOnPath = path === folder || site.unknown?.includes('timeZone');
  const ofDate = isOnPath ? date.problem : pathProblem(date, path, context);
  if (ofDate) problems.unshift(ofDate);
  const isBefore = (time: FoundTime | undefined, first: number) => time?.isKnown && time.moment.at < first;
  if (updated && isBefore(updated, updated.moment.isDay ? from : at))
    problems.push({
      code: 'article/updated-before-date',
      ...read.place(updated.field),
      what: 'The story was updated before its own date.',
      fix: 'Write a later time, or remove “updated”.',
    });
  for (const { field } of corrections.filter((each) => isBefore(each, from)))
    problems.push({
      code: 'article/correction-before-date',
      ...read.place(field),
      what: 'The story was corrected before its own date.',
      fix: `Write the day on which it was corrected, ${dayOf(path)} or a later one.`,
    });
  problems.push(...equalCorrections(corrections, context));
  if (withdrawn && isBefore(withdrawn, from))
    problems.push({
      code: 'article/withdrawn-before-date',
      ...read.place(withdrawn.field),
      what: 'The story was withdrawn before its own date.',
      fix: `Write the day on which it was withdrawn, ${dayOf(path)} or a later one.`,
    });
  for (const expiry of expiries.filter((each) => isBefore(each, each.moment.isDay ? from : at + 1)))
    problems.push({
      code: 'picture/expires-before-date',
      ...read.place(expiry.field),
      what: 'The picture may not be shown any more when the story appears.',
      fix: `Write the last day on which it may be shown, ${dayOf(path)} or a later one, or take the picture out of the story.`,
    });
  return problems;
}

const afternoon = 18.5 * 3600;

/** Feeds tell the corrections of a story apart by their times. */
function equalCorrections(corrections: readonly FoundTime[], { read, site }: TimeContext): Problem[] {
  const seen = new Set<string>();
  return corrections.flatMap(({ field, moment, isKnown }) => {
    const time = writtenTime(moment.at, site.timeZone);
    if (!isKnown) return [];
    if (!seen.has(time)) {
      seen.add(time);
      return [];
    }
    const later = writtenTime(moment.at + (moment.isDay ? afternoon : 60), site.timeZone).replace('T', ' ');
    return {
      code: 'article/corrections-at-one-time',
      ...read.place(field),
      what: 'Two corrections of this story have the same time, so that feeds cannot tell them apart.',
      ...writeLike(read.line(field, later), ', with its own time of day, or make one of the two'),
    };
  });
}

/** A published URL should not change, so that it is the date that is mended. One that cannot be read either is told once. */
function pathProblem({ field, text, problem }: FoundTime, path: string, { read, folder, site }: TimeContext): Problem {
  const day = dayOf(folder);
  const clock = clockIn(text.slice(text.search(/[T ]/i) + 1));
  const right = `${day} ${clock}`.trim();
  const line = read.line(field, 'at' in readTime(right, site.timeZone) ? right : day);
  const elsewhere = problem ? ` with “date: ${text}”` : '';
  const remedy = writeLine(
    line,
    `; only a story that nobody has seen may move to articles/${path}/${elsewhere} instead`,
  );
  if (problem) return { ...problem, what: `${problem.what.slice(0, -1)}, and the file lies in ${folder}/.`, ...remedy };
  return {
    code: 'article/date-not-on-path',
    ...read.place(field),
    what: `The date is ${dayOf(path)} in ${site.timeZone}, but the file lies in ${folder}/.`,
    ...remedy,
  };
}
