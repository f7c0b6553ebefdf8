/**
 * Writes down what was looked at: which part of which scope, and how deep. An interval is closed at
 * both ends on the instant alone, since stories share instants; a scan that ran out of articles looked
 * at everything to the end, so that absence is read too.
 */

import { articlePath, type Catalog } from '../catalog/catalog.ts';
import { spotOf } from '../catalog/hash.ts';
import { beginning, end, type Watch } from '../catalog/intervals.ts';
import type { InOrder, Listed } from '../catalog/tables/entries.ts';
import { bounds } from '../content/bounds.ts';
import { type Carrier, noticesScope } from '../content/carriers.ts';
import type { Headline } from '../content/records.ts';
import { type Scope, scopeName } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import type { Bucket, Seconds } from '../content/times.ts';
import type { Memory } from './memory.ts';
import type { Count, Depth } from './queries.ts';

export const depths: Record<Depth, number> = { ids: 0, headline: 1, teaser: 2, full: 3 };

/** What is looked at of counts and of single things. */
export const namesOnly = 0;
const fewness = 1;
export const sizes = 2;
export const presence = 0;
export const contents = 1;

/** The only reads of listings, counts and single things; each leaves a watch. */
export class Recorder {
  readonly watches = new Map<string, Watch>();
  readonly #catalog: Catalog;
  readonly #site: Site;
  readonly #memory: Memory;

  constructor(catalog: Catalog, site: Site, memory: Memory) {
    this.#catalog = catalog;
    this.#site = site;
    this.#memory = memory;
  }

  #watch(watch: Watch): void {
    const { scope, lo, hi, depth } = watch;
    this.watches.set(`${scope} ${lo} ${hi} ${depth}`, watch);
  }

  /** Looks at a single thing: a story, a record, a URL. */
  single(scope: Scope, depth: number): void {
    const spot = spotOf(scopeName(scope));
    this.#watch({ scope: 0, lo: spot, hi: spot, depth });
  }

  oldest(scope: Scope, limit: number, depth: number): Listed[] {
    const id = this.#catalog.scopes.id(scope);
    const rows = this.#catalog.entries.oldest(id, limit);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    this.#watch({ scope: id, lo: beginning, hi: last ? last.at : end, depth });
    return rows;
  }

  /** Looks at the notices of a page. */
  notices(carrier: Carrier): void {
    const scope = noticesScope(carrier);
    if (carrier.is !== 'story') this.single(scope, contents);
    else this.#watch({ scope: this.#catalog.scopes.id(scope), lo: carrier.at, hi: carrier.at, depth: contents });
  }

  newest(scope: Scope, limit: number, depth: number): readonly Listed[] {
    const id = this.#catalog.scopes.id(scope);
    const rows = this.#memory.newest.get(`${id} ${limit}`, () => this.#catalog.entries.newest(id, limit));
    const last = rows.length === limit ? rows.at(-1) : undefined;
    this.#watch({ scope: id, lo: last ? last.at : beginning, hi: end, depth });
    return rows;
  }

  newestAt(scope: Scope): Seconds | undefined {
    const id = this.#catalog.scopes.id(scope);
    const at = this.#catalog.entries.newestAt(id);
    this.#watch({ scope: id, lo: at ?? beginning, hi: end, depth: depths.ids });
    return at;
  }

  between(scope: Scope, from: Seconds, to: Seconds, depth: number): Listed[] {
    const id = this.#catalog.scopes.id(scope);
    this.#watch({ scope: id, lo: from, hi: to, depth });
    return this.#catalog.entries.between(id, from, to);
  }

  /**
   * Of what stands between two instants, that whose rows end after so many bytes, and not after so many, from the oldest
   * on. What is older was looked at for how long its row is, which is told at `ofLength`; and what comes next for whether
   * it fits.
   */
  filling(
    scope: Scope,
    [from, to]: readonly [Seconds, Seconds],
    bytes: readonly [after: number, upTo: number],
    { depth, ofLength }: { depth: number; ofLength: number },
  ): Listed[] {
    const id = this.#catalog.scopes.id(scope);
    const { rows, next } = this.#catalog.entries.filling(id, [from, to], bytes);
    const [oldest, newest] = [rows.at(-1)?.at ?? from, next?.at ?? to];
    this.#watch({ scope: id, lo: from, hi: newest, depth: ofLength });
    if (depth > ofLength) this.#watch({ scope: id, lo: oldest, hi: newest, depth });
    return rows;
  }

  /** The nearest older articles, from a story's own place in the scope. */
  older(scope: Scope, than: Headline, limit: number, depth: number): Listed[] {
    const id = this.#catalog.scopes.id(scope);
    const rows = this.#memory.neighbours.older(this.#catalog, id, this.#inOrder(than), limit);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    this.#watch({ scope: id, lo: last ? last.at : beginning, hi: than.at, depth });
    return rows;
  }

  later(scope: Scope, than: Headline, depth: number): Listed | undefined {
    const id = this.#catalog.scopes.id(scope);
    const row = this.#memory.neighbours.later(this.#catalog, id, this.#inOrder(than));
    this.#watch({ scope: id, lo: than.at, hi: row ? row.at : end, depth });
    return row;
  }

  #inOrder({ at, story, language }: Headline): InOrder {
    return { at, path: articlePath(story, language, this.#site) };
  }

  /** Whether a bucket has fewer than are for search engines. */
  isFew(scope: Scope, bucket: Bucket): boolean {
    const id = this.#catalog.scopes.id(scope);
    this.#watch({ scope: -id, lo: bucket, hi: bucket, depth: fewness });
    return this.#catalog.tallies.get(id, bucket).n < bounds.forSearch;
  }

  /** Counts by bucket, oldest first. At depth 0 only which buckets there are is looked at. */
  counts(scope: Scope, from: number, to: number, depth: typeof namesOnly | typeof sizes): Count[] {
    const id = this.#catalog.scopes.id(scope);
    this.#watch({ scope: -id, lo: from, hi: to, depth });
    return this.#catalog.tallies.between(id, from, to).map(({ bucket, n }) => ({ bucket, n }));
  }

  /** The bytes of the rows in a bucket, of which only whether they are too many for a page is to be told. */
  bytesIn(scope: Scope, bucket: Bucket): number {
    const id = this.#catalog.scopes.id(scope);
    this.#watch({ scope: -id, lo: bucket, hi: bucket, depth: namesOnly });
    return this.#catalog.tallies.get(id, bucket).bytes;
  }

  /** The first bucket between two that has something. */
  firstBucket(scope: Scope, from: Bucket, to: Bucket): Bucket | undefined {
    const id = this.#catalog.scopes.id(scope);
    const found = this.#catalog.tallies.first(id, from, to);
    this.#watch({ scope: -id, lo: from, hi: found ?? to, depth: namesOnly });
    return found;
  }
}
