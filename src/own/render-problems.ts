/** What failed in a newsroom's own components, as Problems at their lines. */
import type { Problem } from '../problem.ts';
import type { Failure } from '../render/failures.ts';
import { ownFolders } from './own-files.ts';
import { messageOf, ownProblem, placeOfError } from './own-problem.ts';

/** One for each place that failed; undefined if any failed elsewhere, since that is the engine's own fault. */
export function renderProblems(
  newsroom: string,
  failures: readonly Failure[],
  name: (path: string) => string,
): Problem[] | undefined {
  if (ownFolders(newsroom).length === 0) return undefined;
  const problems = new Map<string, Problem>();
  for (const { url, error, file } of failures) {
    const place = placeOfError(newsroom, error);
    if (place === undefined) return undefined;
    const of = file === undefined ? url : `${url} (content/${file})`;
    const told = {
      code: 'own/layout-failed',
      what: `This failed when ${of} was rendered: ${messageOf(error)}.`,
      fix: 'Mend it, or remove the file; then the engine’s own stands in its place.',
    };
    const problem = ownProblem(place, told, name);
    const key = `${problem.file}:${problem.line}:${messageOf(error)}`;
    // Of many pages, one that is of a file is told.
    if (!problems.has(key) || (file !== undefined && !problems.get(key)?.what.includes('(content/')))
      problems.set(key, problem);
  }
  return [...problems.values()];
}
