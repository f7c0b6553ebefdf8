/** The calendar on a terminal: by day, each file on a line of its own, so that it can be opened by a click. */
import { type Calendar, type CalendarGroup, type CalendarRow, kinds, rangeOf } from '../desk/calendar.ts';
import { fitted } from './fit-width.ts';
import type { Words } from './terminal.ts';

/** `columns`: undefined for any width. */
type Shown = { columns: number | undefined; told(file: string): string; more: string };

/** Of what is of no day, so many are shown. */
const mostUndated = 20;

export function* calendarLines(calendar: Calendar, shown: Shown): Generator<Words> {
  const cut = (text: string) => fitted(text, shown.columns ?? Number.POSITIVE_INFINITY);
  yield cut(`Calendar of ${calendar.newsroom}`);
  yield cut(rangeOf(calendar));
  if (calendar.groups.length === 0) yield '\nNothing is due, in draft or left lying.';
  for (const group of calendar.groups) yield* groupLines(group, shown);
  for (const remark of calendar.remarks) yield `\n${cut(remark)}`;
}

function* groupLines({ title, day, rows }: CalendarGroup, shown: Shown): Generator<Words> {
  yield '';
  yield [{ text: fitted(title, shown.columns ?? Number.POSITIVE_INFINITY), style: 'bold' }];
  const most = day === undefined && rows.length > mostUndated + 1 ? mostUndated : rows.length;
  for (const row of rows.slice(0, most)) yield* rowLines(row, day !== undefined, shown);
  if (most < rows.length) yield `  … and ${(rows.length - most).toLocaleString('en')} more: ${shown.more}`;
}

const whatColumns = Math.max(...Object.values(kinds).map(({ length }) => length));

function* rowLines(row: CalendarRow, isInDay: boolean, { columns, told }: Shown): Generator<Words> {
  const { kind, day, time, title, note, file } = row;
  const when = isInDay ? (time ?? '').padEnd(5) : [day ?? '', time ?? ''].join(' ').trimEnd().padEnd(16);
  const what = kinds[kind].padEnd(whatColumns);
  const most = columns ?? Number.POSITIVE_INFINITY;
  const head = `  ${when}  `;
  const about = note === undefined ? title : `${title} (${note})`;
  yield [
    head,
    { text: fitted(what, most - head.length), style: colours[kind] ?? 'reset' },
    fitted(`  ${about}`, most - head.length - what.length),
  ];
  yield [{ text: `${' '.repeat(4)}${fitted(told(file), most - 4, 'beginning')}`, style: 'dim' }];
}

const colours: Partial<Record<CalendarRow['kind'], 'green' | 'yellow' | 'red'>> = {
  story: 'green',
  draft: 'yellow',
  withdrawal: 'red',
  'picture expires': 'red',
  'notice ends': 'red',
};
