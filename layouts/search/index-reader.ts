/**
 * Finds stories in the search index, newest periods first, and asks for no more of it than it has to: of each period one file for
 * each word, and none where a word before has no story left. The word that most likely is rarest comes first.
 */
import {
  foundStoriesUrl,
  type SearchIndexSize,
  type SearchPeriod,
  searchPeriods,
  shardUrl,
} from '../../src/content/search/addresses.ts';
import { searchBounds } from '../../src/content/search/bounds.ts';
import { bucketOf, isTogether } from '../../src/content/search/buckets.ts';
import { monthOfSeat, numberOfSeat, type Seat } from '../../src/content/search/seats.ts';
import { seatsBehind } from '../../src/content/search/shard.ts';
import type { Sought } from './query.ts';
import { termsMeant } from './terms-meant.ts';

export type Asking = {
  language: string;
  size: SearchIndexSize;
  /** The text of a file of the site. */
  ask(url: string): Promise<string>;
};

/** A search rests where it has asked for much and found nothing; it goes on when the next seat is asked for. */
export type Rest = { lookedThrough: SearchPeriod };

/** So many files are asked for before it rests, and one more tells of the first story: of one period no more are asked either. */
const filesBeforeRest = 5;

export class IndexReader {
  readonly #asking: Asking;
  readonly #asked = new Map<string, Promise<string>>();

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /** Of many words the last ones, which too many files would have to be asked for; nothing that a search is narrowed by. */
  leftOut(sought: readonly Sought[]): Sought[] {
    const periods = this.#periods(undefined);
    const kept = sought.filter(({ word }) => word === undefined);
    const areFew = (some: readonly Sought[]) =>
      periods.every((period) => new Set(some.flatMap((each) => this.#urls(period, each))).size <= filesBeforeRest);
    return sought.filter((each) => {
      if (each.word === undefined) return false;
      if (!areFew([...kept, each])) return true;
      kept.push(each);
      return false;
    });
  }

  /** Every story that has all that is sought and not left out, newest first. */
  async *find(sought: readonly Sought[], year?: number): AsyncGenerator<Seat | Rest> {
    const leftOut = new Set(this.leftOut(sought));
    const looked = sought.filter((each) => !leftOut.has(each));
    let last: SearchPeriod | undefined;
    let files = 0;
    for (const period of this.#periods(year)) {
      let left: Set<Seat> | undefined;
      for (const each of looked) {
        const urls = this.#urls(period, each);
        files += urls.filter((url) => !this.#asked.has(url)).length;
        if (last !== undefined && files > filesBeforeRest) {
          yield { lookedThrough: last };
          files = urls.length;
        }
        const seats = await this.#seats(urls, period, each);
        left = left?.intersection(seats) ?? seats;
        if (left.size === 0) break;
      }
      last = period;
      for (const seat of [...(left ?? [])].sort((one, other) => other - one)) {
        if (year !== undefined && yearOfSeat(seat) !== year) continue;
        files = 0;
        yield seat;
      }
    }
  }

  /** Each file of found stories is asked once; a seat that it does not have is of another edition of the site. */
  async storyAt(seat: Seat): Promise<unknown> {
    const number = numberOfSeat(seat);
    const part = Math.floor(number / searchBounds.told);
    const text = await this.#text(foundStoriesUrl(this.#asking.language, String(monthOfSeat(seat)), part));
    return (JSON.parse(text) as Record<number, unknown>)[number];
  }

  /** Those that may have stories of a year. */
  #periods(year: number | undefined): SearchPeriod[] {
    const { month, year: open } = this.#asking.size;
    const first = month ? Math.floor(month.since / 100) : open?.since;
    return searchPeriods.filter((period) => {
      if (!this.#asking.size[period]) return false;
      if (year === undefined || first === undefined) return true;
      return period === 'earlier' ? year < first : period === 'year' ? year === first : year >= first;
    });
  }

  #urls(period: SearchPeriod, sought: Sought): string[] {
    const shards = this.#shards(period);
    const buckets = new Set(
      [...sought.terms, begunIn(sought, shards) ?? []].flat().map((each) => bucketOf(each, shards)),
    );
    return [...buckets].map((bucket) => shardUrl(this.#asking.language, period, bucket));
  }

  async #seats(urls: readonly string[], period: SearchPeriod, sought: Sought): Promise<Set<Seat>> {
    const shards = this.#shards(period);
    const meant = { terms: sought.terms, begun: begunIn(sought, shards), shards };
    const texts = await Promise.all(urls.map((url) => this.#text(url)));
    return new Set(texts.flatMap((text) => termsMeant(text, meant).flatMap((term) => seatsBehind(text, term))));
  }

  #shards(period: SearchPeriod): number {
    return this.#asking.size[period]?.shards ?? 0;
  }

  #text(url: string): Promise<string> {
    const known = this.#asked.get(url) ?? this.#asking.ask(url);
    this.#asked.set(url, known);
    known.catch(() => this.#asked.delete(url)); // it may be there the next time
    return known;
  }
}

function begunIn({ beginning }: Sought, shards: number): string | undefined {
  return beginning !== undefined && isTogether(beginning, shards) ? beginning : undefined;
}

function yearOfSeat(seat: Seat): number {
  return Math.floor(monthOfSeat(seat) / 100);
}
