/** Something wrong in a body, before its place in the file is known. */
import type { Problem } from '../../problem.ts';
import { spellings } from '../spelling.ts';

/** A place in the body, found by what stands there. */
export type Finding = { code: string; what: string; fix: string; line: number; search?: string };

/** What a body leads to, each once. */
export type Seen = { links: Set<string>; outbound: Set<string>; pictures: Set<string> };

/** Its place is that of `search` at or after the line, in a file where the body begins on `firstLine`. */
export function toProblem(
  { code, what, fix, line, search }: Finding,
  lines: string[],
  file: string,
  firstLine: number,
): Problem {
  const at = search === undefined ? undefined : findFrom(lines, line, search);
  return { code, file, line: firstLine + (at?.line ?? line), column: (at?.column ?? 0) + 1, what, fix };
}

/** The next place of a text after a line; else the first anywhere, since footnotes and references are read out of order. */
function findFrom(lines: string[], from: number, search: string): { line: number; column: number } | undefined {
  const wanted = spellings(search);
  const has = (text: string) => wanted.some((each) => text.includes(each));
  let line = from;
  while (line < lines.length && !has(lines[line] ?? '')) line++;
  if (line === lines.length) line = lines.findIndex(has);
  const columns = wanted.map((each) => lines[line]?.indexOf(each) ?? -1).filter((column) => column !== -1);
  return line === -1 ? undefined : { line, column: Math.min(...columns) };
}
