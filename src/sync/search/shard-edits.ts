/** Which seats terms have more or less, by the buckets of a period. */
import { bucketOf } from '../../content/search/buckets.ts';
import { changedSeats, type Seat } from '../../content/search/seats.ts';

type Difference = { more: Seat[]; less: Seat[] };

/** A story in the index, with the numbers of its terms; not there without a seat. */
type Standing = { seat: Seat | undefined; terms: Uint32Array };

export class ShardEdits {
  readonly #buckets: number;
  readonly #text: (number: number) => string;
  readonly #byTerm = new Map<number, Difference>();
  readonly #byBucket = new Map<number, Map<string, Difference>>();

  /** `text`: of a term, by its number. */
  constructor(buckets: number, text: (number: number) => string) {
    this.#buckets = buckets;
    this.#text = text;
  }

  add(before: Standing, after: Standing): void {
    const [had, has] = [before, after].map(({ seat, terms }) => new Set(seat === undefined ? [] : terms));
    const isMoved = before.seat !== after.seat;
    for (const term of had ?? []) if (isMoved || !has?.has(term)) this.#of(term).less.push(before.seat as Seat);
    for (const term of has ?? []) if (isMoved || !had?.has(term)) this.#of(term).more.push(after.seat as Seat);
  }

  buckets(): Iterable<number> {
    return this.#byBucket.keys();
  }

  /** `lines` of a shard, changed. */
  applied(bucket: number, lines: Map<string, string>): Map<string, string> {
    for (const [term, difference] of this.#byBucket.get(bucket) ?? []) {
      const seats = changedSeats(lines.get(term) ?? '', difference);
      if (seats === '') lines.delete(term);
      else lines.set(term, seats);
    }
    return lines;
  }

  #of(number: number): Difference {
    const known = this.#byTerm.get(number);
    if (known) return known;
    const made: Difference = { more: [], less: [] };
    this.#byTerm.set(number, made);
    const term = this.#text(number);
    const bucket = bucketOf(term, this.#buckets);
    const terms = this.#byBucket.get(bucket) ?? new Map<string, Difference>();
    this.#byBucket.set(bucket, terms.set(term, made));
    return made;
  }
}
