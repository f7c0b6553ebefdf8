/** A withdrawal is a statement about a story: what one language says of it stands in all of them, unless it says otherwise. */

import type { Catalog } from '../catalog/catalog.ts';
import { packArticle } from '../catalog/packed.ts';
import { states } from '../catalog/tables/articles.ts';
import type { Article, Withdrawal } from '../content/article.ts';
import { stateAt, turnsOf } from '../content/life.ts';
import type { Site } from '../content/site.ts';

/** Writes into articles, by id, what their other languages say. To be called with all of a story, once all files are taken in. */
export function spreadWithdrawals(catalog: Catalog, articles: Iterable<number>, site: Site): void {
  const dirty = [...articles];
  const concerned = new Set(dirty.flatMap((id) => storyConcerned(catalog.writtenArticle(id)) ?? []));
  if (concerned.size === 0) return;
  for (const id of dirty) {
    const article = catalog.writtenArticle(id);
    if (!article || !concerned.has(article.story)) continue;
    const said = statementFor(catalog, id, article);
    if (JSON.stringify(said) === JSON.stringify(article.withdrawnElsewhere)) continue;
    const { withdrawnElsewhere: _, ...own } = article;
    const now: Article = said === undefined ? own : { ...own, withdrawnElsewhere: said };
    catalog.articles.put(id, states[stateAt(now, catalog.now, site)], packArticle(now));
    catalog.turns.replace(id, turnsOf(now));
  }
}

/** The story, if a language of it says something of all of them, or has something said. */
function storyConcerned(article: Article | undefined): string | undefined {
  return article?.withdrawn?.allLanguages || article?.withdrawnElsewhere ? article.story : undefined;
}

/** Of several the earliest; a draft says nothing yet. */
function statementFor(catalog: Catalog, id: number, { story, withdrawn }: Article): Withdrawal | undefined {
  if (withdrawn) return undefined;
  const others = catalog.articles.ofStory(story).filter((each) => each !== id);
  const said = others.flatMap((each) => {
    const other = catalog.writtenArticle(each);
    return other && !other.draft && other.withdrawn?.allLanguages ? other.withdrawn : [];
  });
  return said.sort((a, b) => a.at - b.at || (a.language < b.language ? -1 : 1))[0];
}
