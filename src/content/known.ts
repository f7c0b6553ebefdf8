/** What else the newsroom has: examples and remedies are made of it. It is asked only when something is wrong. */
import type { IdAndNames } from './suggest.ts';

export type Known = {
  /** By their ids in `authors/`. */
  authors(): readonly IdAndNames[];
  /** `2026/03/14/storm` for each story, in any language; the latest first. */
  stories(): readonly IdAndNames[];
  /** Whether there is such a file below `content/`, or will be with this change. */
  has(path: string): boolean;
};

export const nothingKnown: Known = { authors: () => [], stories: () => [], has: () => false };
