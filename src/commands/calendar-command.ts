/** `broadsheet calendar`: what is due, in draft, expiring or left lying, by day. */
import { resolve } from 'node:path';
import { calendarOf, daysOfPictures, staleDays } from '../desk/calendar.ts';
import { factsOf } from '../desk/calendar-facts.ts';
import { calendarPage } from '../desk/calendar-page.ts';
import type { DeskOpened } from '../desk/open-desk.ts';
import { WrongUsage } from '../errors.ts';
import { isFault } from '../problem.ts';
import { replaceFile } from '../source/replace-file.ts';
import { calendarLines } from './calendar-report.ts';
import { deskOf, ownProblems } from './desk-of.ts';
import { namesIn } from './file-names.ts';
import { terminalColumns } from './fit-width.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { nowOption } from './now-option.ts';
import { folderOption, newsroomFlagHelp, readFlags } from './options.ts';
import { printProblems } from './print-problems.ts';
import { textsIn } from './problem-texts-in.ts';
import type { ExitCode } from './run-command.ts';
import { complain, say, sayJson } from './terminal.ts';

const usualDays = 14;

const help = (call: Call) => `Usage: ${call('calendar', '[flags]')}

Says what an editor has to think of, by day and by the clocks of the newsroom: stories, updates and
corrections to come, drafts, withdrawals, notices that begin and end, pictures that may not be shown
any more. All that is under embargo is told, also beyond the days that were asked for.

Then what nobody has touched for long, as git knows it: drafts for ${staleDays.draft} days, and for ${staleDays.undated} days
pages, and introductions of topics that stories of the last ${daysOfPictures} days name. And pictures that are said to
need no alternative text, in drafts to come and stories of the last ${daysOfPictures} days, for a second look.

Where files have problems, these are told, and the calendar is that of the others.

${newsroomFlagHelp}
  --days N        how many days, from today on (${usualDays})
  --now ISO       the instant to begin at (now); in the site's time zone, if it does not say its offset
  --content DIR   the content (content)
  --cache DIR     what is remembered between builds (.cache)
  --out FILE      write it as a page, FILE.html, and print nothing else
  --json          print it as JSON

Examples:
  ${call('calendar')}
  ${call('calendar', '--days 31 --out calendar.html')}`;

const flags = {
  days: { type: 'string' },
  now: { type: 'string' },
  content: { type: 'string' },
  cache: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const days = daysOption(values.days);
  const page = pageOption(values.out, newsroom);
  if (page !== undefined && values.json)
    throw new WrongUsage('--out writes a page, --json prints data. Use one of them.');
  const content = folderOption(newsroom, values.content, 'content');
  const cache = folderOption(newsroom, values.cache, '.cache');
  const now = await nowOption(values.now, { content, newsroom: newsroom.root });
  const told = namesIn(content, newsroom.root);
  const own = await ownProblems(newsroom.root, content);
  const desk = await deskOf({ newsroom: newsroom.root, content, cache, now });
  try {
    const problems = [...own, ...desk.problems.filter(isFault)].map((each) => ({ ...each, file: told(each.file) }));
    const calendar =
      desk.catalog && calendarOf(factsOf({ ...desk, catalog: desk.catalog, content }, now), { now, days });
    calendar?.remarks.push(...remarksOn(desk));
    if (values.json) sayJson({ ...calendar, groups: toldGroups(calendar?.groups ?? [], told), problems });
    else {
      printProblems(problems, { format: 'text', textsOf: textsIn(newsroom.root) }, complain);
      if (!calendar) complain('Nothing else can be told before this is mended.');
      else if (page !== undefined) replaceFile(page, calendarPage(calendar, { told }));
      else
        for (const line of calendarLines(calendar, {
          told,
          columns: terminalColumns(),
          more: '--json or --out tells all.',
        }))
          say(line);
      if (calendar && page !== undefined) say(`Written: ${values.out}`);
    }
    return problems.length > 0 ? 1 : 0;
  } finally {
    desk.catalog?.close();
  }
}

export const calendarCommand = { help, run };

function daysOption(value: string | undefined): number {
  if (value === undefined) return usualDays;
  const days = Number(value);
  if (Number.isInteger(days) && days > 0 && days <= 3660) return days;
  throw new WrongUsage(`--days takes a number of days such as 31, not “${value}”.`);
}

function pageOption(value: string | undefined, { root }: Newsroom): string | undefined {
  if (value === undefined) return undefined;
  if (/\.html?$/i.test(value)) return resolve(root, value);
  throw new WrongUsage(`--out takes a file such as calendar.html, not “${value}”.`);
}

function remarksOn({ left, isAsBefore }: DeskOpened): string[] {
  if (isAsBefore) return ['This is the newsroom as it was before the problems.'];
  if (left.length === 0) return [];
  return [
    `${left.length === 1 ? 'One file has' : `${left.length.toLocaleString('en')} files have`} problems and could not be looked at.`,
  ];
}

function toldGroups(
  groups: ReturnType<typeof calendarOf>['groups'],
  told: (file: string) => string,
): ReturnType<typeof calendarOf>['groups'] {
  return groups.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, file: told(row.file) })) }));
}
