/**
 * Where an article stands while it is public: the scopes that list it, and the places it makes. Pure;
 * a commit, the clock and a new setting are all the difference of what this gives before and after.
 */

import type { Article } from '../content/article.ts';
import { type ArticleState, recentSeconds } from '../content/life.ts';
import { pictureName } from '../content/picture-names.ts';
import type { PictureFile } from '../content/pictures.ts';
import { picturesOf } from '../content/records.ts';
import { listings, singles, threadScopes } from '../content/scopes.ts';
import { type Bucket, monthOf, type Seconds, yearOf } from '../content/times.ts';

/** `entries` list it, each at an instant; `places` are single things that exist with it (its page, its pictures). */
export type Standing = { entries: { scope: string; at: Seconds }[]; places: string[] };

/** `article` is given as it is at `now` (`articleAt`). */
export function standingOf(
  article: Article,
  state: ArticleState,
  now: Seconds,
  pictureFile: (path: string) => PictureFile | undefined,
): Standing {
  const { at, language, story, section, topics, authors, corrections } = article;
  if (state === 'hidden') return { entries: [], places: [] };
  const redirects = article.redirectFrom.map(singles.redirect);
  if (state === 'withdrawn') return { entries: [], places: [singles.withdrawn(story, language), ...redirects] };
  const scopes = [
    listings.every,
    listings.all(language),
    listings.section(section, language),
    ...topics.map((id) => listings.topic(id, language)),
    ...authors.map((id) => listings.author(id, language)),
    ...threadScopes(article),
    ...(article.type === 'opinion' ? [listings.opinion(language)] : []),
    ...(now < at + recentSeconds ? [listings.recent] : []),
  ];
  const entries = scopes.map((scope) => ({ scope, at }));
  for (const each of new Set(corrections.map((correction) => correction.at)))
    entries.push({ scope: listings.corrections(language), at: each });
  const pictures = picturesOf(article).flatMap((path) => {
    const file = pictureFile(path);
    return file ? [singles.picture(pictureName(path), file)] : [];
  });
  // The same bytes under two names that differ in their ending make the same files.
  return { entries, places: [singles.article(story, language), ...redirects, ...new Set(pictures)] };
}

/** The years, months and days that a scope is counted by, if it is; 0 is the whole of it. */
export function bucketsOf(scope: string, day: Bucket): Bucket[] {
  const of = scope.split(':', 1)[0];
  if (of === 'all') return [0, yearOf(day), monthOf(day), day];
  if (of === 'section') return [0, yearOf(day), monthOf(day)];
  if (of === listings.every) return [0, monthOf(day)];
  if (of === 'thread' || of === 'pair') return [];
  if (of === listings.recent || of === 'opinion') return [0];
  return [0, yearOf(day)];
}
