/**
 * What stands beside a story in a listing. A short one is read whole when it is first asked, which is one look for what comes
 * before and after; a longer one where many ask of it, as in a first build. What is asked a few times, or is very long, is asked
 * of the catalog, so that a small change reads no more than it needs.
 */
import type { Catalog } from '../catalog/catalog.ts';
import type { InOrder, Listed } from '../catalog/tables/entries.ts';
import { Remembered } from '../content/remember.ts';
import type { Seconds } from '../content/times.ts';

const few = 16;
const mostShort = 10_000;
const mostInOne = 2000;
/** Of 12 bytes each. */
const mostInAll = 1_000_000;

/** Newest first, and of one instant by path. */
type Listing = { ats: Float64Array; ids: Uint32Array };

export class Neighbours {
  readonly #short = new Remembered<number, Listing | 'long'>(mostShort);
  readonly #asked = new Map<number, number>();
  readonly #whole = new Map<number, Listing>();
  #kept = 0;

  /** The nearest ones. */
  older(catalog: Catalog, scope: number, than: InOrder, limit: number): Listed[] {
    const listing = this.#listing(catalog, scope);
    if (!listing) return catalog.entries.older(scope, than, limit);
    let first = firstNotAfter(listing, than.at);
    while (listing.ats[first] === than.at && pathAt(catalog, listing, first) <= than.path) first += 1;
    const end = Math.min(first + limit, listing.ids.length);
    return Array.from({ length: end - first }, (_, n) => listedAt(listing, first + n));
  }

  /** The nearest one. */
  later(catalog: Catalog, scope: number, than: InOrder): Listed | undefined {
    const listing = this.#listing(catalog, scope);
    if (!listing) return catalog.entries.later(scope, than);
    let next = firstNotAfter(listing, than.at);
    while (listing.ats[next] === than.at && pathAt(catalog, listing, next) < than.path) next += 1;
    return next === 0 ? undefined : listedAt(listing, next - 1);
  }

  #listing(catalog: Catalog, scope: number): Listing | undefined {
    const known = this.#whole.get(scope) ?? this.#short.get(scope, () => wholeOf(catalog, scope, few) ?? 'long');
    if (known !== 'long') return known;
    const asked = (this.#asked.get(scope) ?? 0) + 1;
    this.#asked.set(scope, asked);
    if (asked !== few || this.#kept > mostInAll) return undefined;
    const listing = wholeOf(catalog, scope, mostInOne);
    if (!listing) return undefined;
    this.#whole.set(scope, listing);
    this.#kept += listing.ids.length;
    return listing;
  }
}

/** Undefined of one that has more. */
function wholeOf(catalog: Catalog, scope: number, most: number): Listing | undefined {
  const rows = catalog.entries.newest(scope, most + 1);
  if (rows.length > most) return undefined;
  const listing = { ats: new Float64Array(rows.length), ids: new Uint32Array(rows.length) };
  for (const [index, { at, id }] of rows.entries()) {
    listing.ats[index] = at;
    listing.ids[index] = id;
  }
  return listing;
}

/** The place of the newest that is not later than an instant. */
function firstNotAfter({ ats }: Listing, at: Seconds): number {
  let [low, high] = [0, ats.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ats[middle] ?? at) > at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listedAt({ ats, ids }: Listing, place: number): Listed {
  return { at: ats[place] ?? 0, id: ids[place] ?? 0 };
}

function pathAt(catalog: Catalog, { ids }: Listing, place: number): string {
  return catalog.listedArticle({ id: ids[place] ?? 0 }).path;
}
