/** Problems as GitHub shows them beside the lines of a pull request. */
import { isFault, type Problem } from '../problem.ts';

/** GitHub passes over what is more, of each weight (https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations). */
const mostAnnotations = 10;

/** Those to be annotated: one of each code before a second of any, in the order given. */
export function problemsToAnnotate(problems: readonly Problem[]): Problem[] {
  const chosen = [true, false].flatMap((isOfFaults) => {
    const ofWeight = problems.filter((problem) => isFault(problem) === isOfFaults);
    const byCode = Map.groupBy(ofWeight, ({ code }) => code);
    const firsts = [...byCode.values()].flatMap(([first]) => first ?? []);
    return [...new Set([...firsts, ...ofWeight])].slice(0, mostAnnotations);
  });
  const isChosen = new Set(chosen);
  return problems.filter((problem) => isChosen.has(problem));
}

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
export function annotation(problem: Problem): string {
  const message = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const place = problem.line ? `,line=${problem.line},col=${problem.column ?? 1}` : '';
  return `::${isFault(problem) ? 'error' : 'notice'} file=${property(problem.file)}${place},title=${property(problem.code)}::${message(`${problem.what} ${problem.fix}`)}`;
}
