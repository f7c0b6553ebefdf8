/** A list of which two branches each have a new end: git cannot merge it, and both ends are right. */
import type { Problem } from '../problem.ts';
import { conflictProblems } from './conflicts.ts';

/**
 * The marks of git in a file that is good once they are taken away, so that it has the lines of both sides; none where
 * somebody has to choose. `isGood` judges the text without them.
 */
export function bothSides(text: string, file: string, isGood: (kept: string) => boolean): Problem[] {
  const marks = conflictProblems(text, file);
  if (marks.length === 0 || marks.some(({ what }) => what.startsWith('“|'))) return [];
  const isMark = new Set(marks.map(({ line = 0 }) => line));
  const lines = text.split('\n').filter((_, index) => !isMark.has(index + 1));
  if (!isGood(lines.join('\n'))) return [];
  return marks.map(({ line = 1, ...mark }) => ({
    ...mark,
    line,
    fix: 'Remove this line; the lines of both versions then stay.',
    replacement: { from: { line, column: 1 }, to: { line: line + 1, column: 1 }, text: '' },
  }));
}
