/** What the whole newsroom says of what was imported: the cross-check of a build, without one. */
import { isPublicPath } from '../../content/public-files.ts';
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

type Asked = { newsroom: string; content: string; cache: string; now: number };

/**
 * Memory in megabytes: what is known of the archive is there too. Most stories are parsed already, and of the rest most are
 * topics, which are short.
 */
const settings = { isToRender: false, few: { files: 1000, routes: 1000 }, old: 128, nursery: 4 };

/** `keys`: the stories by their paths below the content folder; `parsed`: what need not be parsed again. */
export async function findProblems(
  asked: Asked,
  keys: ReadonlyMap<string, string>,
  parsed?: ParsedStories,
): Promise<Found> {
  const own = await ownProblems(asked.newsroom, asked.content);
  const { newsroom, content } = asked;
  const threads = new Threads({ newsroom, content, out: '' }, settings);
  const hands = parsed?.hands(threads) ?? threads;
  const desk = await deskOf({ ...asked, saving: 'memory', hands }).finally(() => threads.end());
  desk.catalog?.close();
  const found: Found = { stories: new Map(), files: new Map(), others: [...own] };
  for (const problem of desk.problems.filter(isFault)) {
    const key = keys.get(problem.file);
    if (key !== undefined) found.stories.set(key, [...(found.stories.get(key) ?? []), problem]);
    else if (/^articles\/.*\/[^/]+\/[^/]+$/.test(problem.file) || isPublicPath(problem.file))
      found.files.set(problem.file, problem);
    else found.others.push(problem);
  }
  return found;
}
