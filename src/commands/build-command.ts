/** `broadsheet build`: reads the flags, builds, and says what happened. */

import { relative, resolve, sep } from 'node:path';
import { outputPath, urlOfOutput } from '../content/urls.ts';
import { WrongUsage } from '../errors.ts';
import { isFault } from '../problem.ts';
import { removedIn } from '../render/output.ts';
import { replaceFile } from '../source/replace-file.ts';
import { type BuildOptions, type BuildReport, build, type ShownPages } from './build.ts';
import { dueIn, printReport, reportAsJson } from './build-report.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { readNextDue, writeNextDue } from './next-due.ts';
import { nowOption } from './now-option.ts';
import {
  folderOption,
  folderOptions,
  formatOption,
  newsroomFlagHelp,
  previewFolders,
  problemFlags,
  problemFlagsHelp,
  readFlags,
} from './options.ts';
import { prepareEleventy } from './prepare-eleventy.ts';
import { showProgressHere } from './progress.ts';
import type { ExitCode } from './run-command.ts';
import { sayJson } from './terminal.ts';
import { removedList } from './writing.ts';

const help = (call: Call) => `Usage: ${call('build', '[flags]')}

Builds the site, rendering only the pages that a change touched.

${newsroomFlagHelp}
  --content DIR   its content (content)
  --out DIR       where the site is written (dist)
  --cache DIR     what is remembered between builds (.cache); its redirects.json lists old
                  addresses and where they lead
  --commit REV    build a commit from git's objects, not from the working tree
  --now ISO       build the site as it is at this instant, such as 2015-11-26T09:30, instead of now;
                  in the site's time zone, if it does not say its offset
  --all           do not trust the output folder: render and compare everything
  --changed-only  write only the files that differ from the last build with this cache, into an
                  empty folder; removed.txt in --cache lists the files to delete from that site.
                  What an earlier such build left in the folder is kept, until you empty it
  --explain URL   say whether a page was rendered, and why
  --unpublished   show drafts and stories to come too, marked, in a folder and with a cache of their own
                  (.cache/preview): for those who write, and never published
  --pictures DIR  another cache, whose pictures are used and added to: none is drawn twice
  --touched PATH  of the working tree only this file may have changed since the last build; may be
                  given again, by programs that watch it
  --json          print the report as JSON
${problemFlagsHelp}

Examples:
  ${call('build')}
  ${call('build', '--commit HEAD --out /tmp/site')}
  ${call('build', '--explain /2015/11/26/first-snow/')}
  ${call('build', '--now 2015-11-26T09:30+03:00')}`;

const flags = {
  content: { type: 'string' },
  out: { type: 'string' },
  cache: { type: 'string' },
  commit: { type: 'string' },
  now: { type: 'string' },
  explain: { type: 'string' },
  all: { type: 'boolean' },
  'changed-only': { type: 'boolean' },
  unpublished: { type: 'boolean' },
  pictures: { type: 'string' },
  touched: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  ...problemFlags,
} as const;

/** `shown`: what windows show, by addresses, where `npm start` builds. */
async function run(args: string[], newsroom: Newsroom, shown?: ShownPages): Promise<ExitCode> {
  const values = readFlags(args, flags);
  const format = formatOption(values.format);
  if (values.json && values.format !== undefined)
    throw new WrongUsage('--json prints the whole report, --format only the problems. Use one or the other.');
  const options = await buildOptions(values, newsroom);
  const { content, cache } = options;
  prepareEleventy();
  const started = performance.now();
  const { progress, end, announce } = showProgressHere();
  const told = values.json ? {} : { progress, announce };
  const onSynced = options.isPreview ? (found: BuildReport) => tellWindows(options, found) : undefined;
  const report = await build({ ...options, ...told, shown: shown && withUrls(shown), onSynced }).finally(end);
  const seconds = (performance.now() - started) / 1000;
  const isRefused = report.problems.some(isFault);
  // Said once, not after every save.
  const isDueKnown = shown !== undefined && readNextDue(cache) === (report.nextDue?.at ?? 0) * 1000;
  if (!isRefused) keepForOthers(options, report);
  if (options.isPreview) await tellWindows(options, report); // of what came to light only in the build
  if (values.json) sayJson(reportAsJson(report, { content, cache, newsroom: newsroom.root }));
  else
    await printReport(report, {
      ...{ content, newsroom: newsroom.root, seconds, format, isDueKnown },
      everyOne: values['all-problems'],
    });
  return isRefused ? 1 : 0;
}

export const buildCommand = { help, run };

type CommandOptions = BuildOptions & { cache: string };

/** Of a command line. */
export function buildOptionsOf(args: string[], newsroom: Newsroom): Promise<CommandOptions> {
  return buildOptions(readFlags(args, flags), newsroom);
}

async function buildOptions(
  values: ReturnType<typeof readFlags<typeof flags>>,
  newsroom: Newsroom,
): Promise<CommandOptions> {
  const { all, commit, explain, 'changed-only': changedOnly } = values;
  if (explain !== undefined && !explain.startsWith('/'))
    throw new WrongUsage(`--explain takes a path from the site’s root, such as /world/, not “${explain}”.`);
  if (all && changedOnly)
    throw new WrongUsage('--all compares the whole site, --changed-only writes only part of it. Use one or the other.');
  const folders = values.unpublished ? previewFolders(newsroom, values) : folderOptions(newsroom, values);
  return {
    ...folders,
    ...(values.unpublished ? { isPreview: true, pictures: folderOptions(newsroom, values).cache } : {}),
    ...(values.pictures === undefined ? {} : { pictures: resolve(newsroom.root, values.pictures) }),
    newsroom: newsroom.root,
    commit,
    now: await nowOption(values.now, { content: folders.content, newsroom: newsroom.root, commit }),
    all,
    changedOnly,
    touched: values.touched?.map((path) => pathIn(newsroom, values.content, path)),
    explain: explain === undefined ? undefined : urlAt(explain),
  };
}

function withUrls({ urls, onMade }: ShownPages): ShownPages {
  return { urls: urls.map(urlAt), onMade };
}

/** As routes have it, however an address is written. */
function urlAt(address: string): string {
  return urlOfOutput(outputPath(address));
}

/** Below the content folder, in the form that a source has. */
function pathIn(newsroom: Newsroom, content: string | undefined, path: string): string {
  return relative(folderOption(newsroom, content, 'content'), resolve(newsroom.root, path)).replaceAll(sep, '/');
}

/** Also where nothing was built: the last good pages say what is wrong. */
async function tellWindows({ cache, content, newsroom }: CommandOptions, report: BuildReport): Promise<void> {
  const { keepTold, toldProblems, withStanding } = await import('./told-problems.ts');
  const { knownSite } = await import('./read-site.ts');
  const site = report.site ?? knownSite(content, newsroom);
  const built = report.isStopped ? 'in part' : report.problems.some(isFault) ? 'nothing' : 'all';
  const problems = withStanding(toldProblems({ ...report, site }, content, newsroom), cache, report.stands);
  keepTold(cache, { problems, built });
}

/** For whoever schedules the next build and whoever deploys this one; outside the site, where it would tell readers of an embargo. */
function keepForOthers({ cache, out, changedOnly }: CommandOptions, report: BuildReport): void {
  writeNextDue(cache, report.nextDue && dueIn(report));
  if (!changedOnly) return;
  const list = removedList(cache);
  replaceFile(
    list,
    removedIn(list, out)
      .map((path) => `${path}\n`)
      .join(''),
  );
}
