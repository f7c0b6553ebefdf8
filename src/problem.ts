/**
 * A Problem is something a person has to mend: a value, collected and reported with all the others,
 * never thrown. Codes are permanent and greppable. Exceptions are for bugs and lost machinery only.
 */
export type Problem = {
  /** `article/unknown-section`: permanent, lower case, one per cause. */
  code: string;
  /** What would be better and stops nothing; absent: a fault, with which nothing is published. */
  weight?: 'advice';
  /** Relative to the project where there is one: `content/articles/…`, `dist/…`. */
  file: string;
  /** From 1; absent when the whole file is meant. */
  line?: number;
  column?: number;
  /** One full sentence: what is wrong. */
  what: string;
  /** One full sentence: what to do about it. */
  fix: string;
};

/** A place in a file as people count: both from 1. */
export type Position = { line: number; column: number };

export function isFault({ weight }: Pick<Problem, 'weight'>): boolean {
  return weight === undefined;
}

/** Faults before advice; then by file, place and code: the same Problems always print in the same order. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      Number(isFault(b)) - Number(isFault(a)) ||
      byCodePoint(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      byCodePoint(a.code, b.code) ||
      byCodePoint(a.what, b.what),
  );
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How a Problem is printed; `github` makes annotations in a pull request. */
export type ProblemFormat = 'text' | 'json' | 'github';

/**
 * All Problems as one text, sorted. `textOf` gives a file's text where it is at hand, so that the
 * lines around the place can be shown.
 */
export function printProblems(
  problems: readonly Problem[],
  format: ProblemFormat = 'text',
  textOf: (file: string) => string | undefined = () => undefined,
): string {
  const sorted = sortProblems(problems);
  if (format === 'json') return `${JSON.stringify(sorted, null, 2)}\n`;
  if (format === 'github') return sorted.map(githubLine).join('');
  const linesByFile = new Map<string, readonly string[] | undefined>();
  const linesOf = (file: string) => {
    if (!linesByFile.has(file)) linesByFile.set(file, linesIn(textOf(file)));
    return linesByFile.get(file);
  };
  return sorted.map((problem) => textBlock(problem, linesOf(problem.file))).join('\n');
}

/** `content/articles/…/x.md:7:10`, as far as the place is known. */
export function placeOf(problem: Problem): string {
  return [problem.file, problem.line, problem.line && problem.column].filter(Boolean).join(':');
}

function linesIn(text: string | undefined): readonly string[] | undefined {
  return text?.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
}

function textBlock(problem: Problem, lines: readonly string[] | undefined): string {
  const weight = problem.weight === undefined ? '' : ` (${problem.weight})`;
  const head = `${placeOf(problem)}  ${problem.code}${weight}\n  ${problem.what}\n`;
  const excerpt = lines && problem.line ? excerptOf(lines, problem.line, problem.column) : '';
  return `${head}${excerpt}  → ${problem.fix}\n`;
}

const maxShownColumns = 120;
/** How much of a long line is shown before the place. */
const columnsBefore = 60;

/** A password before the host of an address, which no log is to keep. */
const secret = /(?<=:\/\/)[^\s/@]+(?=@)/g;
const longestAddress = 200;
const hidden = (found: string) => '•'.repeat(found.length);

function excerptOf(lines: readonly string[], line: number, column: number | undefined): string {
  const from = Math.max(1, line - 1);
  const to = Math.min(lines.length, line + 1);
  const skipped = column && column > maxShownColumns - columnsBefore / 2 ? column - columnsBefore : 0;
  let out = '';
  for (let n = from; n <= to; n++) {
    // A password may begin before what is shown, so that a little more of the line is looked at.
    const near = (lines[n - 1] ?? '').slice(Math.max(0, skipped - longestAddress), skipped + maxShownColumns);
    const shown = near
      .replace(secret, hidden)
      .slice(Math.min(skipped, longestAddress))
      .replace(/\p{Cc}/gu, ' ');
    out += `  ${n === line ? '>' : ' '} ${String(n).padStart(4)} | ${shown}\n`;
    if (n === line && column) out += `         | ${' '.repeat(column - 1 - skipped)}^\n`;
  }
  return out;
}

function githubLine(problem: Problem): string {
  const message = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const place = problem.line ? `,line=${problem.line},col=${problem.column ?? 1}` : '';
  return `::${isFault(problem) ? 'error' : 'notice'} file=${property(problem.file)}${place},title=${property(problem.code)}::${message(`${problem.what} ${problem.fix}`)}\n`;
}
