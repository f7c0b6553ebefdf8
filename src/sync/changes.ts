/**
 * What one sync changed, as *points*: places in scopes, each with the shallowest depth at which
 * something is different there. Counts are kept the same way, so that a year, a topic or a picture
 * that comes or goes is a point too.
 */

import { spotOf } from '../catalog/hash.ts';
import { nothing, type Size } from '../catalog/tables/tallies.ts';
import type { Ending } from '../content/endings.ts';
import type { Former } from '../content/former.ts';
import type { Language } from '../content/names.ts';
import { type Scope, scopeName } from '../content/scopes.ts';
import type { Bucket } from '../content/times.ts';

/** 0: something came or went; 1 to 3: a headline, a teaser, a whole story is different. */
export type Level = 0 | 1 | 2 | 3;

/** What became of stories, by the ids of their files. */
export type Listing = { came: Set<number>; went: Set<number>; changed: Map<number, Level> };

/** `to`: the last of the instants, where it is at more than one. */
export type Point = { scope: number; at: number; to?: number; level: Level; cause: string };

export class Changes {
  readonly points = new Map<string, Point>();
  readonly #isWatched: boolean;
  /** By scope, then its narrowest bucket: how much more or less. */
  readonly counted = new Map<number, Map<number, Size>>();
  /** Single places that came (above 0) or went (below), by the names of their scopes. */
  readonly placed = new Map<string, number>();
  /** What had other former addresses before, by the names of their scopes. */
  readonly renamed = new Map<string, readonly Former[]>();
  /** Addresses that ended on purpose and are told of otherwise now, each as it was; undefined: it was not told of. */
  readonly ended = new Map<string, Ending | undefined>();
  /** What stories were found by before, packed; by the ids of those that are found by other terms now, or are gone. */
  readonly termsBefore = new Map<number, Uint8Array>();
  /** Stories that are listed otherwise, by language, then by the month that they are dated in. */
  readonly listed = new Map<Language, Map<Bucket, Listing>>();
  /** URLs at which a route came or went. */
  readonly moved = new Set<string>();
  /** How many routes more or fewer there are. */
  routes = 0;
  /** Whether an old address came, went, or leads elsewhere. */
  hasRedirects = false;

  /** `isWatched`: some route has looked at something; before that, points would only take memory. */
  constructor(isWatched: boolean) {
    this.#isWatched = isWatched;
  }

  point(scope: number, at: number, level: Level, cause: string): void {
    if (!this.#isWatched) return;
    const key = `${scope} ${at}`;
    const known = this.points.get(key);
    if (!known || level < known.level) this.points.set(key, { scope, at, level, cause });
  }

  /** A point at all instants from one to another, of what those that stand there look at. */
  span(scope: number, [at, to]: readonly [number, number], cause: string): void {
    if (this.#isWatched) this.points.set(`${scope} ${at} ${to}`, { scope, at, to, level: 1, cause });
  }

  /** A point at a single thing: a story, an author, a URL. */
  single(scope: Scope, level: Level, cause: string): void {
    if (this.#isWatched) this.point(0, spotOf(scopeName(scope)), level, cause);
  }

  count(scope: number, bucket: number, by: Size): void {
    const buckets = this.counted.get(scope) ?? new Map<number, Size>();
    buckets.set(bucket, sum(buckets.get(bucket) ?? nothing, by));
    this.counted.set(scope, buckets);
  }

  /** A story came, went, or is shown otherwise, in the list of all of its language. */
  list(
    { language, month, id }: { language: Language; month: Bucket; id: number },
    what: 'came' | 'went' | Level,
  ): void {
    const months = this.listed.get(language) ?? new Map<Bucket, Listing>();
    this.listed.set(language, months);
    const listing = months.get(month) ?? { came: new Set<number>(), went: new Set<number>(), changed: new Map() };
    months.set(month, listing);
    if (typeof what === 'number') listing.changed.set(id, what);
    else listing[what].add(id);
  }

  place(scope: Scope, by: number, cause: string): void {
    const name = scopeName(scope);
    this.placed.set(name, (this.placed.get(name) ?? 0) + by);
    if (scope.of === 'redirect') this.hasRedirects = true;
    this.single(scope, 0, cause);
  }
}

export function sum(one: Size, other: Size): Size {
  return { n: one.n + other.n, bytes: one.bytes + other.bytes };
}
