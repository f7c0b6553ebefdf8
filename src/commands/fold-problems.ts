/** What of a long list of Problems is shown: the first of each code, and how many more there are. */
import type { Problem } from '../problem.ts';

/** Who has read ten of one code knows what to do about the rest. */
const mostOfEachCode = 10;

export type Count = { code: string; problems: number; files: number };

/** `rest` is told after the last one shown of its code. */
export type Listed = { problem: Problem; rest?: Count };

/** In the order given. */
export function foldProblems(problems: readonly Problem[], most = mostOfEachCode): Listed[] {
  const byCode = Map.groupBy(problems, ({ code }) => code);
  const seen = new Map<string, number>();
  return problems.flatMap((problem) => {
    const nth = (seen.get(problem.code) ?? 0) + 1;
    seen.set(problem.code, nth);
    if (nth > most) return [];
    return [{ problem, rest: nth === most ? countOf(byCode.get(problem.code)?.slice(most) ?? []) : undefined }];
  });
}

/** One a code, the most frequent first. */
export function countByCode(problems: readonly Problem[]): Count[] {
  const byCode = Map.groupBy(problems, ({ code }) => code);
  const counts = [...byCode.values()].map(countOf).filter((each) => each !== undefined);
  return counts.sort((a, b) => b.problems - a.problems);
}

export function countFiles(problems: readonly Problem[]): number {
  return new Set(problems.map(({ file }) => file)).size;
}

function countOf(ofOneCode: readonly Problem[]): Count | undefined {
  const [first] = ofOneCode;
  return first && { code: first.code, problems: ofOneCode.length, files: countFiles(ofOneCode) };
}
