/** Something wrong at one place of a built file. The same is often wrong in many: `tell-once.ts` makes one Problem of them. */
import { decodedPath } from '../content/spelling.ts';
import type { Position, Problem } from '../problem.ts';

export type Said = Pick<Problem, 'code' | 'weight' | 'what' | 'fix'>;

export type Finding = Said &
  Partial<Position> & {
    /** The file, below the folder. */
    path: string;
    /** What is broken, whoever shows it. */
    subject: string;
    /** Where a broken link leads. */
    link?: BrokenLink;
  };

export type BrokenLink = {
  /** From the site's root, without query and fragment. */
  url: string;
  /** What is not there on the page at it; undefined where the page itself is not. */
  place?: string;
  /** Of a feed: the address of the entry that has it. */
  entry?: string;
  /** From which the same can be said of the address as its author wrote it: `saidOfBroken`. */
  why: Breach;
};

/** What a link lacks: its file, the slash at its end, or the place that it names. `twin` is a file called the same but for capitals. */
export type Breach =
  | { is: 'missing'; kind: 'link' | 'asset'; path: string; twin?: string }
  | { is: 'without slash'; url: string }
  | { is: 'no such place'; place: string };

/** The subject of a link: a file that is not there, or a place on one that is, however that is encoded. */
export function subjectOf(path: string, place = ''): string {
  return place === '' ? path : `${path}#${decodedPath(place) ?? place}`;
}
