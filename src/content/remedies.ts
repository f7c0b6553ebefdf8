/** The sentences that say how a line should be. */
import type { Remedy } from '../problem.ts';
import type { Line } from './yaml/places.ts';

/** Nothing is left to decide; `rest` goes on with the sentence. */
export function writeLine({ text, replacement }: Line, rest = ''): Remedy {
  return { fix: `Write “${shownLine(text)}”${rest}.`, ...(replacement && { replacement }) };
}

/** Some of it is an example, and for the author to write. */
export function writeLike({ text }: Line, rest = ''): Remedy {
  return { fix: `Write it as in “${shownLine(text)}”${rest}.` };
}

const mostShown = 120;
const endShown = 30;

/** Of a long line its beginning and its end. */
export function shownLine(line: string): string {
  if (line.length <= mostShown) return line;
  return `${line.slice(0, mostShown - endShown).trimEnd()}… ${line.slice(-endShown).trimStart()}`;
}
