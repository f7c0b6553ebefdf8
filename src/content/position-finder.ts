/** From an offset in a text to the line and column that people count; cheap for texts nobody asks about. */
import type { Position } from '../problem.ts';

export function positionFinder(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const line = lineAt(offset, starts);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The index of the line that an offset lies in, by the offsets at which lines start; by halves, as there may be thousands of both. */
export function lineAt(offset: number, starts: readonly number[]): number {
  let first = 0;
  let last = starts.length - 1;
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return first;
}
