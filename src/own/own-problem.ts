/** What is wrong with a newsroom's own code, as Problems with places. */
import { fileURLToPath } from 'node:url';
import type { Position, Problem } from '../problem.ts';
import { isOwnFile } from './own-files.ts';

/** What to do about a file that cannot be loaded. */
export const mendFile = 'Mend it; “npx tsc” says more about its types, once the package “typescript” is installed.';

type Place = { path: string; position?: Position };

/** `path` is a whole one; `name` is how Problems call files: their paths from the content folder. */
export function ownProblem(
  { path, position }: Place,
  problem: Omit<Problem, 'file' | 'line' | 'column'>,
  name: (path: string) => string,
): Problem {
  return { file: name(path), ...position, ...problem };
}

const placePattern = /((?:file:\/\/)?\/[^\s:()'"]+):(\d+)(?::(\d+))?/g;

/** The first place in a newsroom's own files that an error names, in its stack or in what Node says above that. */
export function placeOfError(newsroom: string, error: unknown): Place | undefined {
  const { stack = '', message = '' } = error as Error;
  for (const [, named = '', line, column] of `${stack}\n${message}`.matchAll(placePattern)) {
    const path = named.startsWith('file:') ? fileURLToPath(named) : named;
    if (isOwnFile(newsroom, path)) return { path, position: { line: Number(line), column: Number(column ?? 1) } };
  }
  return undefined;
}

/** What was thrown, in a line without its dot: the others are an excerpt or a stack. What the reader of TSX throws says it on the second. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, inner] = /: ERROR: (.*)/.exec(message) ?? [];
  return (inner ?? message.split('\n', 1)[0] ?? '').trim().replace(/\.$/, '');
}
