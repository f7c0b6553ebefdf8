/**
 * Two states of a newsroom, and the files that one has otherwise than the other. A catalog of its own is brought to the one by
 * asking alone, then builds only what changes on the way to the other and on the way back: what is rendered is what differs.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beginLike } from '../../catalog/begin-like.ts';
import { MachineryError } from '../../errors.ts';
import { isFault } from '../../problem.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { type BuildOptions, type BuildReport, build } from '../build.ts';
import { previewCache } from '../options.ts';
import type { Outcome } from '../outcomes.ts';
import { type Standings, standingsOf } from './standings.ts';

export type TwoStates = Pick<BuildOptions, 'content' | 'newsroom' | 'now'> & {
  /** The ordinary cache, which is read, and the folder below it for all that is kept here. */
  cache: string;
  work: string;
  /** A whole id. */
  against: string;
  /** In place of the working tree. */
  commit?: string;
  /** Both as previews, with drafts and stories to come; these have a catalog of their own. */
  isUnpublished?: boolean | undefined;
  /** Builds the older state where it has other layouts or code than are at hand. */
  elsewhere?: BuildElsewhere;
  build?: Omit<Partial<BuildOptions>, 'out' | 'cache' | 'commit' | 'changedOnly' | 'isAskedOnly' | 'isPreview'>;
};

/** What differs is written to `out`; a cache that the build cannot read is made anew. `cache`: as `--cache` names it. */
export type BuildElsewhere = (commit: string, folders: { cache: string; out: string }) => Promise<Built>;
export type Built = Pick<BuildReport, 'problems' | 'outcomes'>;

/** Which of the two has Problems, so that nothing can be compared. */
export type Refused = { of: 'before' | 'after'; report: Built & Partial<BuildReport> };

export type Both = {
  /** The folder of the catalog, which stands for the later state. */
  cache: string;
  /** Folders with what was and is at each URL, as far as that differs. */
  before: string;
  after: string;
  /** What building each did to the other. */
  outcomes: Record<'before' | 'after', readonly Outcome[]>;
  /** In previews: what readers have of the stories among them. */
  standings?: Record<'before' | 'after', Standings>;
  report: BuildReport;
};

export async function buildBoth(options: TwoStates): Promise<Both | { refused: Refused }> {
  const { content, newsroom, now, commit, against, work, elsewhere, isUnpublished } = options;
  const cacheIn = isUnpublished ? previewCache : (folder: string) => folder;
  const cache = cacheIn(work);
  const isPreview = isUnpublished || undefined;
  const given = { content, newsroom, now, ...options.build, cache, isPreview, pictures: options.cache };
  const [before, after] = [join(cache, 'before'), join(cache, 'after')];
  makeFolder(cache);
  beginLike(cacheIn(options.cache), cache);
  for (const folder of [before, after]) rmSync(folder, { recursive: true, force: true });
  const asked = await build({ ...given, commit, out: after, isAskedOnly: true });
  if (asked.problems.some(isFault)) return { refused: { of: 'after', report: asked } };
  const was: Built = elsewhere
    ? await elsewhere(against, { cache: work, out: before })
    : await build({ ...given, commit: against, out: before, changedOnly: true });
  if (was.problems.some(isFault)) return { refused: { of: 'before', report: was } };
  const stood = isUnpublished && standingsOf(was.outcomes, cache);
  const report = await build({ ...given, commit, out: after, changedOnly: true });
  if (report.problems.some(isFault)) return { refused: { of: 'after', report } };
  if (!elsewhere) refuseMoved(was.outcomes, report.outcomes);
  return {
    ...{ cache, before, after, outcomes: { before: was.outcomes, after: report.outcomes }, report },
    ...(stood ? { standings: { before: stood, after: standingsOf(report.outcomes, cache) } } : {}),
  };
}

/** What one way changes, the way back changes too, unless somebody has written meanwhile. */
function refuseMoved(before: readonly Outcome[], after: readonly Outcome[]): void {
  const urls = (outcomes: readonly Outcome[]) =>
    new Set(outcomes.filter(({ did }) => did !== 'unchanged').map(({ url }) => url));
  if (urls(before).symmetricDifference(urls(after)).size === 0) return;
  throw new MachineryError('The newsroom was changed while it was compared. Nothing was written; run this once more.');
}
