/**
 * What an editor has to think of, by day: what comes out, changes and ends by itself, what is in draft, what nobody has
 * looked at for long, and which pictures have no words. Pure: whoever shows it gives what is known and the instant.
 */
import { dayBucket, inZone, type Seconds } from '../content/times.ts';

/** What happens to the site by itself, as editors say it. */
export const kinds = {
  story: 'comes out',
  update: 'update',
  correction: 'correction',
  withdrawal: 'withdrawn',
  'notice begins': 'notice begins',
  'notice ends': 'notice ends',
  'picture expires': 'picture expires',
  'pick ends': 'leaves its front',
  'withdrawal leaves feeds': 'leaves the feeds',
  draft: 'draft',
  page: 'page',
  topic: 'topic',
  picture: 'no text',
} as const;
export type RowKind = keyof typeof kinds;

/** `isDay`: no hour was written. `file`: below the content folder. `note`: what else there is to know, such as which picture. */
export type Happening = {
  kind: RowKind;
  at: Seconds;
  isDay?: boolean;
  file: string;
  title: string;
  note?: string;
};

/** What has no date. */
type Undated = { kind: RowKind; file: string; title: string };

/** What is known of the newsroom. `untouched`: files that nobody has changed for long; undefined where nobody can tell. */
export type DeskFacts = {
  title: string;
  zone: string;
  /** All that is to come, in any order. */
  happenings: readonly Happening[];
  drafts: readonly Happening[];
  /** Pages, and topics that are in use. */
  undated: readonly Undated[];
  withoutText: readonly Happening[];
  untouched: ReadonlySet<string> | undefined;
};

export type CalendarRow = {
  kind: RowKind;
  /** `2015-11-27`, in the newsroom’s zone; undefined of what has no date. */
  day?: string;
  /** `09:30`, or `24:00` of what ends with the day; undefined where no hour was written. */
  time?: string;
  file: string;
  title: string;
  note?: string;
};

/** `day`: undefined of what is not of one day. */
export type CalendarGroup = { title: string; day?: string; rows: CalendarRow[] };

export type Calendar = {
  newsroom: string;
  zone: string;
  from: string;
  /** How many days, from `from` on. */
  days: number;
  groups: CalendarGroup[];
  /** What else is to be said, in whole sentences. */
  remarks: string[];
};

/** After which time without a change a draft is stale, and a page or an introduction. */
export const staleDays = { draft: 30, undated: 365 };
/** How old a story may be whose pictures are looked at. */
export const daysOfPictures = 30;

const ends: ReadonlySet<RowKind> = new Set([
  'notice ends',
  'picture expires',
  'pick ends',
  'withdrawal leaves feeds',
] as const);

export function calendarOf(facts: DeskFacts, { now, days }: { now: Seconds; days: number }): Calendar {
  const { zone, untouched } = facts;
  const from = dayIn(now, zone);
  const last = inZone(now, zone)
    .plus({ days: days - 1 })
    .toFormat(dayFormat);
  const row = (each: Happening) => rowOf(each, zone);
  const isStale = ({ file }: { file: string }) => untouched?.has(file) ?? false;
  const comes = facts.happenings.filter(({ at }) => at > now).map(row);
  const drafts = facts.drafts.map((each) => ({ each, row: row(each) }));
  const isDue = ({ day = '' }: CalendarRow) => day >= from && day <= last;
  const dated = [
    ...comes.filter(isDue),
    ...drafts.filter((draft) => isDue(draft.row)).map(({ each, row }) => (isStale(each) ? withNote(row) : row)),
  ];
  const undue = drafts.filter((draft) => !isDue(draft.row));
  const stale = [
    ...undue.filter(({ each }) => isStale(each)).map((draft) => draft.row),
    ...facts.undated.filter(isStale),
  ];
  const groups: CalendarGroup[] = [
    ...byDay(dated),
    { title: 'Later', rows: inOrder(comes.filter((each) => !isDue(each))) },
    { title: 'Drafts for other days', rows: inOrder(undue.filter(({ each }) => !isStale(each)).map((one) => one.row)) },
    { title: 'Not touched for long', rows: stale },
    { title: 'Pictures without alternative text', rows: inOrder(facts.withoutText.map(row)).reverse() },
  ];
  return {
    ...{ newsroom: facts.title, zone, from, days, groups: groups.filter(({ rows }) => rows.length > 0) },
    remarks: untouched ? [] : ['What nobody has touched for long is not known: that needs git, and its whole history.'],
  };
}

const dayFormat = 'yyyy-MM-dd';

/** What its days are, in words. */
export function rangeOf({ from, days, zone }: Calendar): string {
  const length = days === 1 ? 'One day' : `${days} days`;
  return `${length} from ${dayTitle(from)}, by the clocks of ${zone.replaceAll('_', ' ')}.`;
}

function dayIn(at: Seconds, zone: string): string {
  return inZone(at, zone).toFormat(dayFormat);
}

/** What ends at midnight ends with the day before. */
function rowOf({ at, isDay, ...rest }: Happening, zone: string): CalendarRow {
  const isEnd = ends.has(rest.kind);
  const day = dayIn(isEnd ? at - 1 : at, zone);
  const isMidnight = isEnd && dayBucket(at - 1, zone) !== dayBucket(at, zone);
  const time = isMidnight ? '24:00' : inZone(at, zone).toFormat('HH:mm');
  return { day, ...(isDay ? {} : { time }), ...rest };
}

function withNote(row: CalendarRow): CalendarRow {
  return { ...row, note: `not touched for ${staleDays.draft} days` };
}

function byDay(rows: readonly CalendarRow[]): CalendarGroup[] {
  const days = Object.entries(Object.groupBy(rows, ({ day = '' }) => day)).sort(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([day, of = []]) => ({ title: dayTitle(day), day, rows: inOrder(of) }));
}

/** `Friday, 27 November 2015`. */
function dayTitle(day: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`) / 1000;
  return inZone(noon, 'utc').toFormat('cccc, d MMMM yyyy');
}

function inOrder(rows: readonly CalendarRow[]): CalendarRow[] {
  const key = ({ day = '', time = '', file }: CalendarRow) => `${day} ${time} ${file}`;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
