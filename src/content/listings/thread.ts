/**
 * Running stories: a thread that editors have named, or what is about two topics at once and nobody paid for. They have no front, and
 * nobody asks for their size: a story asks for its neighbours in them, the front page for the newest of its lead’s.
 */
import type { Language } from '../names.ts';
import type { Scope } from '../scopes.ts';
import { type Listing, scopeIn } from './listing.ts';

type Threaded = { thread?: string | undefined; topics: readonly string[] };

export const thread: Listing = {
  name: 'thread',
  idsOf: (article) => (article.thread === undefined ? [] : [article.thread]),
  field: 'thread',
  spans: [],
};

export const pair: Listing = {
  name: 'pair',
  idsOf: (article) => (article.thread === undefined && article.sponsor === undefined ? pairsOf(article) : []),
  spans: [],
};

/** Topics that say what a story is about, the first ones: more would make too many pairs. */
export const leadingTopics = 3;

function pairsOf({ topics }: Threaded): string[] {
  const leading = topics.slice(0, leadingTopics);
  return leading.flatMap((one, n) => leading.slice(n + 1).map((other) => [one, other].sort().join('+')));
}

/** Where what came before and after in a story stands: in its thread, else in each pair of its first topics. */
export function threadScopes(of: Threaded & { language: Language }): Scope[] {
  if (of.thread !== undefined) return [scopeIn(thread, of.language, of.thread)];
  return pairsOf(of).map((id) => scopeIn(pair, of.language, id));
}
