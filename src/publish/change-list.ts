/** What one build changes at a target: new, changed and removed, in the order of sending. */

/** SHA-256 of the bytes, as hexadecimal digits. `isGone`: they say that a story was withdrawn, and go with the answer 410. */
export type Served = { hash: string; isGone: boolean };

/** At a path of the site; absent: nothing is there. */
export type Change = { path: string; before?: Served; after?: Served };

/**
 * How it is sent, stage by stage: what is new before what leads to it, and what goes after all that comes. What is new may
 * lead to other new files: nobody is led to it yet.
 */
export function inStages(changes: readonly Change[], isList: (path: string) => boolean): Change[][] {
  const stage = ({ path, before, after }: Change) => {
    if (path === editionFile) return 5;
    if (!after) return 6;
    const isPage = path.endsWith('.html');
    if (!isPage && !isData(path)) return 0;
    if (!before) return 1;
    if (!isPage) return 4;
    return isList(path) ? 3 : 2;
  };
  const sorted = [...changes].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...Map.groupBy(sorted, stage)].sort(([a], [b]) => a - b).map(([, each]) => each);
}

/** Says which edition readers have; written by publishing alone. */
export const editionFile = 'edition.json';

/** Feeds, sitemaps and the like, which name pages; all else that is no page is named by pages. */
function isData(path: string): boolean {
  return /\.(xml|atom|json|txt)$/.test(path);
}

export function isSame(a: Served | undefined, b: Served | undefined): boolean {
  return a?.hash === b?.hash && a?.isGone === b?.isGone;
}

/** How many files an edition adds, changes and takes away. */
export type Counts = { added: number; changed: number; removed: number };

export function countChanges(changes: readonly Change[]): Counts {
  const told = changes.filter(({ path }) => path !== editionFile);
  return {
    added: told.filter(({ before, after }) => !before && after).length,
    changed: told.filter(({ before, after }) => before && after).length,
    removed: told.filter(({ after }) => !after).length,
  };
}
