/** Prints the Problems of a command: for people, for programs, or for GitHub. */
import { type Problem, sortProblems } from '../problem.ts';
import { countByCode, foldProblems, type Listed } from './fold-problems.ts';
import { annotation, problemsToAnnotate } from './github-annotations.ts';
import type { ProblemFormat } from './options.ts';
import { linesIn, problemText } from './problem-text.ts';
import { sayJson, unstyled, type Words } from './terminal.ts';

/** The texts of some files, by the names that Problems have for them, as far as they can be read. */
type TextsOf = (files: readonly string[]) => ReadonlyMap<string, string>;

export type ToPrint = {
  format: ProblemFormat;
  /** More than ten of one code are not folded. */
  everyOne?: boolean;
  /** Asked only for what is printed with its lines. */
  textsOf?: TextsOf;
};

/** From here on they are counted by code too. */
const manyProblems = 20;
/** The texts of so many Problems are in memory at a time. */
const problemsPerRead = 100;

/** `print` is given one piece after the other; JSON is what was asked for, and goes where that goes. */
export function printProblems(problems: readonly Problem[], toPrint: ToPrint, print: (words: Words) => void): void {
  if (toPrint.format === 'json') sayJson(sortProblems(problems));
  else for (const words of problemWords(problems, toPrint)) print(words);
}

/** The same for an error that is told with them. */
export function problemsAsText(problems: readonly Problem[], toPrint: ToPrint = { format: 'text' }): string {
  return [...problemWords(problems, toPrint)].map(unstyled).join('\n');
}

/** What GitHub would not show beside a line is in its log, as for people. */
function* problemWords(problems: readonly Problem[], { format, everyOne, textsOf }: ToPrint): Generator<Words> {
  const sorted = sortProblems(problems);
  const annotated = new Set(format === 'github' ? problemsToAnnotate(sorted) : []);
  for (const problem of annotated) yield annotation(problem);
  const rest = sorted.filter((problem) => !annotated.has(problem));
  const listed = foldProblems(rest, everyOne ? Number.POSITIVE_INFINITY : undefined);
  for (const words of listedWords(listed, textsOf)) yield format === 'text' ? words : unstyled(words);
  if (problems.length > manyProblems) yield tableByCode(problems);
}

function* listedWords(listed: readonly Listed[], textsOf: TextsOf = () => new Map()): Generator<Words> {
  let lines = new Map<string, string[]>();
  for (let start = 0; start < listed.length; start += problemsPerRead) {
    const some = listed.slice(start, start + problemsPerRead);
    const wanted = new Set(some.flatMap(({ problem }) => (problem.line === undefined ? [] : problem.file)));
    // One file may have many Problems, and is read once for all of them.
    const kept = [...lines].filter(([file]) => wanted.has(file));
    const texts = textsOf([...wanted].filter((file) => !lines.has(file)));
    lines = new Map([...kept, ...[...texts].map(([file, text]) => [file, linesIn(text)] as const)]);
    for (const { problem, rest } of some) {
      yield problemText(problem, lines.get(problem.file));
      if (rest)
        yield `… and ${count(rest.problems)} more of ${rest.code}, in ${files(rest.files)}: --all-problems shows them.\n`;
    }
  }
}

function tableByCode(problems: readonly Problem[]): string {
  const counts = countByCode(problems).map((each) => [count(each.problems), count(each.files), each.code]);
  const rows = [['problems', 'files', 'code'], ...counts];
  return rows.map(([a = '', b = '', code = '']) => `${a.padStart(8)}  ${b.padStart(7)}  ${code}\n`).join('');
}

function files(n: number): string {
  return n === 1 ? '1 file' : `${count(n)} files`;
}

function count(n: number): string {
  return n.toLocaleString('en');
}
