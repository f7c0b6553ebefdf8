/**
 * Where an article stands while it is public: the scopes that list it, and the places it makes. Pure;
 * a commit, the clock and a new setting are all the difference of what this gives before and after.
 */

import type { Article } from '../content/article.ts';
import { fileName, picturesOf } from '../content/records.ts';
import { redirectUrl } from '../content/redirect.ts';
import { listings, singles } from '../content/scopes.ts';
import { type Bucket, monthOf, type Seconds, yearOf } from '../content/times.ts';

export type ArticleState = 'hidden' | 'public' | 'withdrawn';

/** `scopes` list it at its instant; `places` are single things that exist with it (its page, its pictures). */
export type Standing = { at: Seconds; scopes: string[]; places: string[] };

/** A draft is never due; everything else at its date, withdrawn or not. */
export function dueOf(article: Article): Seconds | null {
  return article.draft ? null : article.at;
}

export function stateAt(article: Article, now: Seconds): ArticleState {
  const due = dueOf(article);
  if (due === null || due > now) return 'hidden';
  return article.withdrawn ? 'withdrawn' : 'public';
}

export function standingOf(
  article: Article,
  state: ArticleState,
  pictureBlob: (path: string) => string | undefined,
): Standing {
  const { at, language, story, section, topics, authors } = article;
  if (state === 'hidden') return { at, scopes: [], places: [] };
  if (state === 'withdrawn') return { at, scopes: [], places: [singles.withdrawn(story, language)] };
  const scopes = [
    listings.every,
    listings.all(language),
    listings.section(section, language),
    ...topics.map((id) => listings.topic(id, language)),
    ...authors.map((id) => listings.author(id, language)),
  ];
  const pictures = picturesOf(article).flatMap((path) => {
    const blob = pictureBlob(path);
    return blob === undefined ? [] : [singles.picture(fileName(path), blob)];
  });
  const redirects = article.redirectFrom.map((url) => singles.redirect(redirectUrl(url)));
  return { at, scopes, places: [singles.article(story, language), ...redirects, ...pictures] };
}

/** The years, months and days that a scope is counted by; 0 is the whole of it. */
export function bucketsOf(scope: string, day: Bucket): Bucket[] {
  const of = scope.split(':', 1)[0];
  if (of === 'all') return [0, yearOf(day), monthOf(day), day];
  if (of === 'section') return [0, yearOf(day), monthOf(day)];
  if (of === listings.every) return [0, monthOf(day)];
  return [0, yearOf(day)];
}
