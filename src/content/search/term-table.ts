/**
 * Which stories have which terms, of a whole period: millions of pairs, so that they are kept as numbers, some of them at a time,
 * and counted before they are sorted.
 */
import { searchBounds } from './bounds.ts';
import { type Seat, writeSeats } from './seats.ts';

export class TermTable {
  /** The terms of the stories that are not yet written, one story after the other; and where those of each end. */
  #terms = new Uint32Array(1 << 14);
  #pairs = 0;
  readonly #stories: { seat: Seat; end: number }[] = [];
  /** Of each term what is written of it, and the last seat of that. */
  readonly #written: string[] = [];
  readonly #lasts: Seat[] = [];

  /** `terms`: their numbers. Stories come in the order of their seats. */
  add(terms: Uint32Array, seat: Seat): void {
    if (this.#pairs > searchBounds.pairs) this.#write();
    while (this.#pairs + terms.length > this.#terms.length) {
      const larger = new Uint32Array(2 * this.#terms.length);
      larger.set(this.#terms);
      this.#terms = larger;
    }
    this.#terms.set(terms, this.#pairs);
    this.#pairs += terms.length;
    this.#stories.push({ seat, end: this.#pairs });
  }

  /** Each term with the seats of its stories as they are written. */
  *entries(): Generator<[term: number, seats: string]> {
    this.#write();
    for (const [term, seats] of this.#written.entries()) if (seats !== undefined) yield [term, seats];
  }

  #write(): void {
    const terms = this.#terms.subarray(0, this.#pairs);
    let most = 0;
    for (const term of terms) if (term > most) most = term;
    const ends = new Uint32Array(most + 2);
    for (const term of terms) ends[term + 1] = (ends[term + 1] as number) + 1;
    for (let term = 1; term < ends.length; term++) ends[term] = (ends[term] as number) + (ends[term - 1] as number);
    // Until now the ends are where each begins; they move on as it is filled.
    const seats = new Float64Array(terms.length);
    let at = 0;
    for (const { seat, end } of this.#stories)
      for (; at < end; at++) {
        const term = terms[at] as number;
        const to = ends[term] as number;
        seats[to] = seat;
        ends[term] = to + 1;
      }
    for (let term = 0, begin = 0; term <= most; term++) {
      const end = ends[term] as number;
      if (end > begin) this.#append(term, seats.subarray(begin, end));
      begin = end;
    }
    this.#pairs = 0;
    this.#stories.length = 0;
  }

  #append(term: number, seats: Float64Array): void {
    this.#written[term] = (this.#written[term] ?? '') + writeSeats(seats, this.#lasts[term]);
    this.#lasts[term] = seats[seats.length - 1] as Seat;
  }
}
