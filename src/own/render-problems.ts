/** What failed in a newsroom's own components, as Problems at their lines. */

import { basename } from 'node:path';
import type { Problem } from '../problem.ts';
import type { Failure } from '../render/failures.ts';
import { codeIn, ownFolders } from './own-files.ts';
import { mendFile, messageOf, ownProblem, placeOfError } from './own-problem.ts';
import { replaceable } from './replace-layouts.ts';

const lacking = /module '([^']+)' does not provide an export named '([^']+)'/;

/** Why layouts could not be loaded at all, if a file of the newsroom's own is at fault. */
export function loadProblem(newsroom: string, failure: unknown, name: (path: string) => string): Problem | undefined {
  if (ownFolders(newsroom).length === 0) return undefined;
  let error = failure as Error & { originalError?: unknown };
  for (let inner = error; inner instanceof Error; inner = (inner.cause ?? inner.originalError) as typeof error)
    error = inner;
  const told = { code: 'own/not-loaded', what: `This file cannot be loaded: ${messageOf(error)}.` };
  const place = placeOfError(newsroom, error);
  if (place) return ownProblem(place, { ...told, fix: mendFile }, name);
  const [, module = '', exported] = lacking.exec(error.message) ?? [];
  const files = replaceable.flatMap((folder) => codeIn(newsroom, folder));
  const path = files.find((file) => basename(file) === basename(module));
  if (path === undefined) return undefined;
  const fix = `Export “${exported}” from it, or remove the file; then the engine’s own stands in its place.`;
  return ownProblem(
    { path },
    { ...told, what: `This file lacks “${exported}”, which other layouts take from it.`, fix },
    name,
  );
}

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
