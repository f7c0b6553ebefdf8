/** What the whole newsroom says of what was imported: the cross-check of a build, without one. */
import { isPublicPath } from '../../content/public-files.ts';
import type { Placed } from '../../import/places.ts';
import { isFault, type Problem } from '../../problem.ts';
import { deskOf, ownProblems } from '../desk-of.ts';
import { Threads } from '../threads.ts';
import type { ParsedStories } from './parsed-stories.ts';

export type Found = {
  /** By the key of a story. */
  stories: Map<string, Problem[]>;
  /** Paths of pictures and documents that cannot be taken. */
  files: Map<string, Problem>;
  /** Of what was not imported. */
  others: Problem[];
};

type Stories = { values(): Iterable<Pick<Placed, 'path' | 'key'>> };

type Asked = { newsroom: string; content: string; cache: string; now: number };

/**
 * Memory in megabytes: what is known of the archive is there too. Most stories are parsed already, and of the rest most are
 * topics, which are short.
 */
const settings = { isToRender: false, few: { files: 1000, routes: 1000 }, old: 128, nursery: 4 };

/** `placed`: the stories; `parsed`: what need not be parsed again. */
export async function findProblems(asked: Asked, placed: Stories, parsed?: ParsedStories): Promise<Found> {
  const own = await ownProblems(asked.newsroom, asked.content);
  const { newsroom, content } = asked;
  const threads = new Threads({ newsroom, content, out: '' }, settings);
  const hands = parsed?.hands(threads) ?? threads;
  const desk = await deskOf({ ...asked, saving: 'memory', hands }).finally(() => threads.end());
  desk.catalog?.close();
  const found: Found = { stories: new Map(), files: new Map(), others: [...own] };
  const faults = desk.problems.filter(isFault);
  const keys = keysOf(new Set(faults.map(({ file }) => file)), placed);
  for (const problem of faults) {
    const key = keys.get(problem.file);
    if (key !== undefined) found.stories.set(key, [...(found.stories.get(key) ?? []), problem]);
    else if (/^articles\/.*\/[^/]+\/[^/]+$/.test(problem.file) || isPublicPath(problem.file))
      found.files.set(problem.file, problem);
    else found.others.push(problem);
  }
  return found;
}

/** Of the stories that stand in some files. */
function keysOf(files: ReadonlySet<string>, placed: Stories): Map<string, string> {
  const keys = new Map<string, string>();
  if (files.size === 0) return keys;
  for (const { path, key } of placed.values()) if (files.has(path)) keys.set(path, key);
  return keys;
}
