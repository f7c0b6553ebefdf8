/** The stories that an editor may want on a front: what comes next and the newest, or those whose headlines have some words. */
import type { Catalog } from '../../catalog/catalog.ts';
import { unpackArticle } from '../../catalog/packed.ts';
import type { Article } from '../../content/article.ts';
import { all } from '../../content/listings/all.ts';
import { scopeIn } from '../../content/listings/listing.ts';
import { section as sections } from '../../content/listings/section.ts';
import type { Language } from '../../content/names.ts';
import { folded } from '../../content/spelling.ts';
import type { Seconds } from '../../content/times.ts';

/** So many headlines are read, from the newest on; an older story is found by its address. */
export const mostLookedAt = 3000;
const mostFound = 20;
const mostComing = 5;

export type FoundStories = {
  /** What was looked for. */
  words: string;
  stories: readonly string[];
  /** Of those that have the words, there were more. */
  isCut: boolean;
  /** There are older ones, whose headlines were not read. */
  isPart: boolean;
};

/** Without words those that come next and the newest, of a section or of all. */
export function newestStories(
  catalog: Catalog,
  language: Language,
  { section, now }: { section: string | undefined; now: Seconds },
): FoundStories {
  const scope = section === undefined ? scopeIn(all, language) : scopeIn(sections, language, section);
  const rows = catalog.entries.newest(catalog.scopes.id(scope), mostFound);
  const coming = unpublished(catalog)
    .filter((each) => each.language === language && !each.draft && each.at > now)
    .filter((each) => section === undefined || each.section === section)
    .sort((a, b) => a.at - b.at);
  const stories = [...coming.slice(0, mostComing).reverse(), ...rows.map(({ id }) => catalog.listedArticle({ id }))];
  return { words: '', stories: stories.map(({ story }) => story), isCut: false, isPart: false };
}

function unpublished(catalog: Catalog): Article[] {
  return catalog.articles.unpublished().map(({ path, value }) => unpackArticle(value, path));
}

/** Also those that are not public, so that whoever misses one is told why. */
export function findStories(catalog: Catalog, language: Language, words: string): FoundStories {
  const named = /\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+/.exec(words)?.[0];
  if (named !== undefined) return { words, stories: [named], isCut: false, isPart: false };
  const parts = folded(words).split(/\s+/).filter(Boolean);
  const hasAll = ({ title, titles, language: its }: Article) => {
    const text = folded(`${title} ${titles?.short ?? ''}`);
    return its === language && parts.every((part) => text.includes(part));
  };
  const rows = catalog.entries.newest(catalog.scopes.id(scopeIn(all, language)), mostLookedAt);
  const listed = rows.map(({ id }) => catalog.listedArticle({ id }));
  const found = [...unpublished(catalog), ...listed].filter(hasAll).sort((a, b) => b.at - a.at);
  const stories = found.slice(0, mostFound).map(({ story }) => story);
  return { words, stories, isCut: found.length > mostFound, isPart: rows.length === mostLookedAt };
}
