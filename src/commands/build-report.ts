/** What a build says when it has ended: to people, or as JSON to a program. */
import { inZone } from '../content/times.ts';
import { isFault, type Problem } from '../problem.ts';
import type { BuildReport } from './build.ts';
import { namesIn } from './file-names.ts';
import type { ProblemFormat } from './options.ts';
import type { Outcome } from './outcomes.ts';
import { keptRedirects } from './redirects.ts';
import { complain, say } from './terminal.ts';

/** `content` and `newsroom` are folders. */
type Telling = {
  content: string;
  newsroom: string;
  seconds: number;
  format: ProblemFormat;
  everyOne?: boolean;
  /** When something becomes due was said before. */
  isDueKnown?: boolean;
};

/** The Problems of the build before in this process, each as JSON: a save tells those that are new, and how many of the others are left. */
let toldBefore: { where: string; problems: ReadonlySet<string> } | undefined;

/** With JSON nothing else goes to standard output. */
export async function printReport(report: BuildReport, telling: Telling): Promise<void> {
  const tell = telling.format === 'json' ? complain : say;
  if (report.repaired) tell(`The catalog was rebuilt: ${report.repaired}.`);
  if (report.problems.length === 0) toldBefore = undefined;
  if (report.problems.length > 0 || telling.format === 'json') await printAllProblems(report, telling);
  if (report.problems.some(isFault)) return;
  tell(outcomeLine(report, telling.seconds));
  if (report.nextDue !== undefined && !telling.isDueKnown)
    tell(`Next change: at ${dueIn(report)} ${report.nextDue.what}. The first build after that shows it.`);
  if (report.explanation !== undefined) tell(report.explanation);
}

async function printAllProblems(
  { problems, textsOf, isStopped }: BuildReport,
  { content, newsroom, format, everyOne }: Telling,
): Promise<void> {
  const { countFiles } = await import('./fold-problems.ts');
  const where = JSON.stringify([content, everyOne]);
  const keyed = problems.map((problem) => [JSON.stringify(problem), problem] as const);
  const known = format === 'text' && toldBefore?.where === where ? toldBefore.problems : new Set<string>();
  const fresh = keyed.flatMap(([key, problem]) => (known.has(key) ? [] : problem));
  toldBefore = { where, problems: new Set(keyed.map(([key]) => key)) };
  const asBefore = fresh.length === 0 ? 0 : problems.length - fresh.length;
  const verdict = verdictOn(problems, countFiles(problems), { isStopped, asBefore });
  if (problems.length > 0 && fresh.length === 0) return complain(`Still ${verdict}`);
  const { printProblems } = await import('./print-problems.ts');
  const name = namesIn(content, newsroom);
  const named = withNames(fresh, name);
  const pathOf = new Map(fresh.map(({ file }) => [name(file), file]));
  const textsByName = (files: readonly string[]) => {
    const texts = textsOf(files.map((file) => pathOf.get(file) ?? file));
    return new Map([...texts].map(([file, text]) => [name(file), text]));
  };
  printProblems(named, { format, everyOne, textsOf: textsByName }, complain);
  if (problems.length > 0) complain(verdict);
}

type ToJudge = { isStopped: boolean | undefined; asBefore: number };

function verdictOn(problems: readonly Problem[], files: number, { isStopped, asBefore }: ToJudge): string {
  const all = problems.length;
  const faults = problems.filter(isFault).length;
  const where = files === 1 ? '' : ` in ${grouped(files)} files`;
  const advice = all - faults;
  if (faults === 0)
    return `${count(advice, 'piece')} of advice${where}, which ${advice === 1 ? 'does' : 'do'} not stop the build.`;
  const withAdvice = advice === 0 ? '' : `, and ${count(advice, 'piece')} of advice`;
  const safe = isStopped
    ? 'the build stopped there. The next one that can be rendered finishes the site.'
    : 'nothing was built, and the site is unchanged.';
  const before = asBefore === 0 ? '' : `, ${grouped(asBefore)} of them as before`;
  return `${count(faults, 'problem')}${withAdvice}${where}${before}; ${safe}`;
}

function outcomeLine(report: BuildReport, seconds: number): string {
  const of = (did: Outcome['did']) => report.outcomes.filter((each) => each.did === did).length;
  const parts = [
    `${of('rendered')} rendered`,
    `${of('unchanged')} found unchanged`,
    `${of('removed')} removed`,
    `${report.written} files written or removed`,
  ];
  const what = report.outcomes.length === 0 ? 'nothing to do' : parts.join(', ');
  return `Built ${report.source}: ${report.routes} route${report.routes === 1 ? '' : 's'}, ${what}, in ${seconds.toFixed(2)} s.`;
}

export function dueIn({ nextDue, site }: BuildReport): string {
  return inZone(nextDue?.at ?? 0, site?.timeZone ?? 'utc').toISO({ suppressMilliseconds: true }) ?? '';
}

type Folders = { content: string; cache: string; newsroom: string };

export function reportAsJson(report: BuildReport, { content, cache, newsroom }: Folders): object {
  const { site: _site, textsOf: _textsOf, nextDue, ...rest } = report;
  return {
    ...rest,
    problems: withNames(report.problems, namesIn(content, newsroom)),
    nextDue: nextDue === undefined ? null : new Date(nextDue.at * 1000).toISOString(),
    redirects: keptRedirects(cache),
  };
}

function withNames(problems: readonly Problem[], name: (file: string) => string): Problem[] {
  return problems.map((problem) => ({ ...problem, file: name(problem.file) }));
}

function count(n: number, word: string): string {
  return `${grouped(n)} ${word}${n === 1 ? '' : 's'}`;
}

function grouped(n: number): string {
  return n.toLocaleString('en');
}
