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
  /** What `fix` says first, as an edit of the file that an editor may offer. */
  replacement?: Replacement;
};

/** A place in a file as people count: both from 1. */
export type Position = { line: number; column: number };

/** `text` in place of what stands from one place up to the other. */
export type Replacement = { from: Position; to: Position; text: string };

/** How a Problem is mended. */
export type Remedy = Pick<Problem, 'fix' | 'replacement'>;

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

/** `content/articles/…/x.md:7:10`, as far as the place is known. */
export function placeOf(problem: Problem): string {
  return [problem.file, problem.line, problem.line && problem.column].filter(Boolean).join(':');
}
