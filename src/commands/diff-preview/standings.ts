/** What readers have of stories, in a state that is built as a preview: there a draft and a story to come have pages too. */
import { openCatalog } from '../../catalog/catalog.ts';
import type { Article } from '../../content/article.ts';
import { readLink } from '../../content/links.ts';
import type { Site } from '../../content/site.ts';
import type { Outcome } from '../outcomes.ts';

type Standing = 'a draft' | 'to come' | 'public' | 'withdrawn';

/** By URL. */
export type Standings = ReadonlyMap<string, Standing>;

/** Of the stories that a build has made, by the catalog in a folder. */
export function standingsOf(outcomes: readonly Outcome[], cache: string): Standings {
  const catalog = openCatalog(cache);
  try {
    const site = catalog.record<Site>('site.yaml');
    return new Map(
      outcomes.flatMap(({ url, did }) => {
        const target = site && did !== 'removed' ? readLink(url, site) : undefined;
        const row = target?.kind === 'article' ? catalog.storyRow(target.story, target.language) : undefined;
        const article = row && catalog.article(row.id);
        if (!article) return [];
        return [[url, standingOf(article)] as const];
      }),
    );
  } finally {
    catalog.close();
  }
}

function standingOf({ unpublished, withdrawn }: Article): Standing {
  if (unpublished === 'draft') return 'a draft';
  return unpublished ?? (withdrawn ? 'withdrawn' : 'public');
}

/** As in `a draft`, or `a draft before, public now`; undefined of what readers know in each state in which it is. */
export function standingIn(before: Standing | undefined, after: Standing | undefined): string | undefined {
  const isHidden = [before, after].some((each) => each === 'a draft' || each === 'to come');
  if (!isHidden) return undefined;
  return before === undefined || after === undefined || before === after
    ? (before ?? after)
    : `${before} before, ${after} now`;
}
