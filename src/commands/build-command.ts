/** `broadsheet build`: reads the flags, builds, and says what happened. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inZone } from '../content/times.ts';
import { outputPath, urlOfOutput } from '../content/urls.ts';
import { isFault, type Problem, printProblems } from '../problem.ts';
import { type BuildReport, build, type Outcome } from './build.ts';
import { folderOption, nowOption, projectRoot, readFlags, WrongUsage } from './options.ts';
import { showProgress } from './progress.ts';
import { keptRedirects } from './redirects.ts';
import type { ExitCode } from './run-command.ts';
import { complain, say, sayJson } from './terminal.ts';

const help = `Usage: npm run build -- [flags]

Builds the site; only what a change touched is rendered.

  --content DIR   the newsroom (content)
  --out DIR       where the site goes (dist)
  --cache DIR     what is remembered between builds (.cache); redirects.json in it lists old
                  addresses and where they lead
  --commit REV    build a commit from git's objects, never from the working tree
  --now ISO       build for this instant instead of the present one
  --all           trust nothing in the output: render and compare everything
  --changed-only  write only what differs from the site that the cache stands for into an empty
                  folder; what is to be removed from that site is listed in removed.txt in --cache
  --explain URL   say whether a page was rendered, and why
  --json          the report as JSON

Examples:
  npm run build
  npm run build -- --commit HEAD --out /tmp/site
  npm run build -- --explain /2015/11/26/hollande-putin-talks/
  npm run build -- --now 2015-11-26T09:30+03:00`;

const flags = {
  content: { type: 'string' },
  out: { type: 'string' },
  cache: { type: 'string' },
  commit: { type: 'string' },
  now: { type: 'string' },
  explain: { type: 'string' },
  all: { type: 'boolean' },
  'changed-only': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

async function run(args: string[]): Promise<ExitCode> {
  const values = readFlags(args, flags);
  if (values.explain !== undefined && !values.explain.startsWith('/'))
    throw new WrongUsage('--explain takes a path from the site’s root, such as /world/.');
  if (values.all && values['changed-only'])
    throw new WrongUsage('--all compares a whole site, which --changed-only does without.');
  const content = folderOption(values.content, 'content');
  const cache = folderOption(values.cache, '.cache');
  const out = folderOption(values.out, 'dist');
  process.chdir(projectRoot); // Eleventy takes the working folder for its project
  const started = performance.now();
  const { progress, end } = showProgress(process.stderr, () => performance.now() / 1000);
  const report = await build({
    content,
    out,
    cache,
    root: projectRoot,
    commit: values.commit,
    now: nowOption(values.now),
    all: values.all,
    changedOnly: values['changed-only'],
    explain: values.explain === undefined ? undefined : urlOfOutput(outputPath(values.explain)),
    progress: values.json ? undefined : progress,
  }).finally(end);
  const seconds = (performance.now() - started) / 1000;
  writeNextDue(cache, report);
  if (values['changed-only']) writeRemoved(cache, report);
  if (values.json) sayJson({ ...toJson(report, content), redirects: keptRedirects(cache) });
  else printReport(report, content, seconds);
  return isRefused(report) ? 1 : 0;
}

export const buildCommand = { help, run };

/** A file as people and editors find it: from the project's root, or whole. */
function nameIn(folder: string): (file: string) => string {
  const below = relative(projectRoot, folder);
  const prefix = below.startsWith('..') ? folder : below;
  return (file) => join(prefix, file);
}

function isRefused({ problems }: BuildReport): boolean {
  return problems.some(isFault);
}

function printReport(report: BuildReport, content: string, seconds: number): void {
  if (report.repaired) say(`The catalog was made anew: ${report.repaired}.`);
  if (report.problems.length > 0) printAllProblems(report, nameIn(content));
  if (isRefused(report)) return;
  printOutcomes(report, seconds);
  if (report.explanation !== undefined) say(report.explanation);
}

function printAllProblems({ problems, texts }: BuildReport, name: (file: string) => string): void {
  const named = problems.map((problem) => ({ ...problem, file: name(problem.file) }));
  const textByName = new Map([...texts].map(([file, text]) => [name(file), text]));
  complain(printProblems(named, process.env.GITHUB_ACTIONS ? 'github' : 'text', (file) => textByName.get(file)));
  if (named.length > manyProblems) complain(countByCode(named));
  const faults = named.filter(isFault).length;
  const advice = named.length - faults;
  const withAdvice = advice === 0 ? '' : `, and ${count(advice, 'piece')} of advice`;
  if (faults > 0) complain(`${count(faults, 'problem')}${withAdvice}; nothing was built, and the site is as it was.`);
  else complain(`${count(advice, 'piece')} of advice, which ${advice === 1 ? 'stops' : 'stop'} nothing.`);
}

function printOutcomes(report: BuildReport, seconds: number): void {
  const { outcomes } = report;
  const of = (did: Outcome['did']) => outcomes.filter((each) => each.did === did).length;
  const parts = [
    `${of('rendered')} rendered`,
    `${of('unchanged')} asked and found unchanged`,
    `${of('removed')} removed`,
    `${report.written} files written or removed`,
  ];
  const what = outcomes.length === 0 ? 'nothing to do' : parts.join(', ');
  say(`Built ${report.source}: ${count(report.routes, 'route')}, ${what}, in ${seconds.toFixed(2)} s.`);
  if (report.nextDue !== undefined)
    say(`Next: at ${dueIn(report)} ${report.nextDue.what} by itself; the first build after that shows it.`);
}

/** From here on the sorts of problems are counted too. */
const manyProblems = 20;

function countByCode(problems: readonly Problem[]): string {
  const codes = [...Map.groupBy(problems, ({ code }) => code)].sort((a, b) => b[1].length - a[1].length);
  return `${codes.map(([code, list]) => `${String(list.length).padStart(6)}  ${code}`).join('\n')}\n`;
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

function dueIn(report: BuildReport): string {
  return inZone(report.nextDue?.at ?? 0, report.site?.timeZone ?? 'utc').toISO({ suppressMilliseconds: true });
}

/** For whoever schedules the next build; outside the site, where it would tell readers of an embargo. */
function writeNextDue(cache: string, report: BuildReport): void {
  if (isRefused(report)) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'next-due'), report.nextDue === undefined ? '' : `${dueIn(report)}\n`);
}

/** For whoever deploys: files of the site before that are not there any more, to be removed after the rest is sent. */
function writeRemoved(cache: string, report: BuildReport): void {
  if (isRefused(report)) return;
  const removed = report.outcomes.filter(({ did }) => did === 'removed').map(({ url }) => `${outputPath(url)}\n`);
  writeFileSync(join(cache, 'removed.txt'), removed.sort().join(''));
}

function toJson({ site: _site, texts: _texts, nextDue, ...report }: BuildReport, content: string): object {
  const name = nameIn(content);
  return {
    ...report,
    problems: report.problems.map((problem) => ({ ...problem, file: name(problem.file) })),
    nextDue: nextDue === undefined ? null : new Date(nextDue.at * 1000).toISOString(),
  };
}
