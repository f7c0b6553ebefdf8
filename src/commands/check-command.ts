/** `broadsheet check`: checks what was built, and says how much it looked at. */

import { statSync } from 'node:fs';
import { printLookedAt } from '../check/looked-at.ts';
import { WrongUsage } from '../errors.ts';
import { isFault, type Problem, sortProblems } from '../problem.ts';
import { readLiveEdition } from '../publish/live-edition.ts';
import { askAt } from './ask-site.ts';
import { catalogOf, check } from './check.ts';
import { checkAddresses, type Had, hadIn } from './check-target.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { clock, nowOption } from './now-option.ts';
import {
  folderOptions,
  formatOption,
  minutesOption,
  newsroomFlagHelp,
  problemFlags,
  problemFlagsHelp,
  readFlags,
} from './options.ts';
import { printProblems } from './print-problems.ts';
import { textsIn } from './problem-texts-in.ts';
import { openTarget, targetSettings } from './publish-target.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('check', '[flags]')}

Checks the built site: every internal link, fragment and picture, the HTML of every page, whether readers
get to every page from the front page, and that nothing in it gives away a story that is not public. A large site that was checked before is not checked
whole again: only files written since then, and files that link to something that has gone. Of links
and HTML the result is the same, as long as only builds change its files; whether all pages are
reached and have titles of their own, and whether files are missing or strange, is asked again when
everything was rendered, or with --all.

With --external it asks other sites instead, for the links to them that readers are shown: one request at
a time to each, every link once a week. A link is dead if it is not found, or its host is not, and still
is not a day later. That is advice: whatever other sites answer, the exit code is 0.

${newsroomFlagHelp}
  --out DIR       the built site (dist)
  --content DIR   the content it was built from, which gives the site's address (content)
  --cache DIR     what is remembered between builds and checks (.cache)
  --all           do not trust earlier checks: check every file, or with --external every link
  --external      ask other sites for the links to them
  --minutes N     how long to ask; the next check goes on where this one ends (10)
  --target NAME   also see that every address which readers of a target in publish.yaml ever had
                  still answers; with --fix, addresses of renamed files are written into them
  --against REV   also tell which public stories say something else than in that commit (a headline, a
                  number, a quotation, a name) without telling readers; --target implies the commit that
                  its readers have
  --now TIME      which stories are public: at that instant, instead of now
${problemFlagsHelp}

Examples:
  ${call('check')}
  ${call('check', '--out /tmp/site --format github')}
  ${call('check', '--target live --fix')}
  ${call('check', '--against main')}
  ${call('check', '--external --minutes 30')}`;

const flags = {
  out: { type: 'string' },
  content: { type: 'string' },
  cache: { type: 'string' },
  all: { type: 'boolean' },
  target: { type: 'string' },
  fix: { type: 'boolean' },
  against: { type: 'string' },
  now: { type: 'string' },
  external: { type: 'boolean' },
  minutes: { type: 'string' },
  ...problemFlags,
} as const;

async function run(args: string[], newsroom: Newsroom): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const format = formatOption(values.format);
  if (values.minutes !== undefined && !values.external) throw new WrongUsage('--minutes is only for --external.');
  const minutes = minutesOption('--minutes', values.minutes);
  if (values.against !== undefined && values.external)
    throw new WrongUsage('--against is for a check of this site, --external for one of others. Give one of the two.');
  const { content, cache, out } = folderOptions(newsroom, values);
  if (!statSync(out, { throwIfNoEntry: false })?.isDirectory())
    throw new WrongUsage(`There is no site at ${out}. Build it first: ${newsroom.call('build')}`);
  if (values.fix && values.target === undefined)
    throw new WrongUsage('--fix needs --target, which says whose addresses.');
  const print = (problems: readonly Problem[]) =>
    printProblems(problems, { format, everyOne: values['all-problems'], textsOf: textsIn(newsroom.root) }, say);
  if (values.external) {
    const { checkExternal } = await import('./check-external.ts');
    const asked = { newsroom, content, cache, all: values.all, minutes };
    const { told, counted } = await checkExternal(catalogOf(cache, out), asked);
    print(told);
    if (format !== 'json') counted.forEach(say);
    return 0;
  }
  const built = { content, cache, out, newsroom: newsroom.root };
  const { problems: found, looked, knownGood } = await check({ ...built, all: values.all });
  const had = values.target === undefined ? undefined : await hadAt(values.target, newsroom, content);
  const { problems: ended, fixed } = had
    ? checkAddresses(built, { ...had, target: values.target ?? '' }, values.fix ?? false)
    : { problems: [], fixed: [] };
  const revision = values.against ?? had?.commit;
  const isNamed = values.against !== undefined;
  const now = await nowOption(values.now, built);
  const compared =
    revision === undefined
      ? undefined
      : await (await import('./check-against.ts')).checkAgainst({ ...built, revision, isNamed, now });
  const problems = sortProblems([...found, ...ended, ...(compared?.problems ?? [])]);
  print(problems);
  if (format !== 'json') {
    for (const look of looked) say(printLookedAt(look));
    if (knownGood > 0) say(`${knownGood.toLocaleString('en')} files have not changed since they were found good.`);
    if (compared) say(compared.said);
    for (const each of fixed) say(`${each} Look at it, build and check again.`);
    say(verdict(problems));
  }
  return problems.some(isFault) ? 1 : 0;
}

export const checkCommand = { help, run };

async function hadAt(target: string, newsroom: Newsroom, content: string): Promise<Had> {
  const settings = targetSettings(newsroom, target);
  if (settings.pages !== undefined) {
    const { readSite } = await import('./read-site.ts');
    return readLiveEdition(readSite(content, newsroom.root).url, askAt(clock()));
  }
  const opened = await openTarget(settings, 'a check of addresses');
  try {
    await opened.load();
    const had = hadIn(opened.ledger);
    if (had.commit !== undefined) return had;
    throw new WrongUsage(
      `The target “${target}” has no edition as seen from here, so there are no addresses to compare with. Check where readers are served from, or publish first.`,
    );
  } finally {
    await opened.close();
  }
}

function verdict(problems: readonly Problem[]): string {
  const faults = problems.filter(isFault).length;
  if (faults === 0) return 'No problems found.';
  return faults === 1 ? '1 problem.' : `${faults.toLocaleString('en')} problems.`;
}
