/** Something wrong in a body, before its place in the file is known. */
import type { Problem } from '../../problem.ts';
import type { Site } from '../site.ts';
import { spellings } from '../spelling.ts';

/** A place in the body, found by what stands there. */
export type Finding = Pick<Problem, 'code' | 'what' | 'fix' | 'weight'> & { line: number; search?: string };

/** What a body of a site leads to, each once. */
export type Seen = {
  site: Site;
  links: Set<string>;
  outbound: Set<string>;
  pictures: Set<string>;
  /** Without percent signs and fragments. */
  documents: Set<string>;
  /** Those of them that are shown with their size. */
  weighed: Set<string>;
};

export function nothingSeen(site: Site): Seen {
  return { site, links: new Set(), outbound: new Set(), pictures: new Set(), documents: new Set(), weighed: new Set() };
}

/** How many times the length of a body is looked through for what stands where; after that, lines must do. */
const timesLookedThrough = 64;

/** Finds where in a body its findings stand. */
export class Places {
  readonly #lines: readonly string[];
  #left: number;

  constructor(body: string) {
    this.#lines = body.split('\n');
    this.#left = timesLookedThrough * Math.max(body.length, 1024);
  }

  /** The place of `search` at or after the line, in a file where the body begins on `firstLine`. */
  toProblem({ line, search, ...said }: Finding, file: string, firstLine: number): Problem {
    const at = search === undefined ? undefined : this.#find(line, search);
    return { ...said, file, line: firstLine + (at?.line ?? line), column: (at?.column ?? 0) + 1 };
  }

  /** The next place of a text after a line; else the first anywhere, since footnotes and references are read out of order. */
  #find(from: number, search: string): { line: number; column: number } | undefined {
    const wanted = spellings(search);
    return this.#findBetween(from, this.#lines.length, wanted) ?? this.#findBetween(0, from, wanted);
  }

  #findBetween(from: number, to: number, wanted: string[]): { line: number; column: number } | undefined {
    for (let line = from; line < to && this.#left > 0; line++) {
      const text = this.#lines[line] ?? '';
      this.#left -= text.length + 1;
      const columns = wanted.map((each) => text.indexOf(each)).filter((column) => column !== -1);
      if (columns.length > 0) return { line, column: Math.min(...columns) };
    }
    return undefined;
  }
}
