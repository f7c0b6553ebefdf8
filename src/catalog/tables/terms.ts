/**
 * What stories are found by, whether or not they are public. A term is a number here, in the order in which the catalog has met
 * them: which one it has says nothing, and nothing that is written depends on it.
 */
import type { Database } from '../database.ts';

export class Terms {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Of one that was never met, the next. */
  numberOf(term: string): number {
    const { changes, id } = this.#db.insert('INSERT OR IGNORE INTO term (value) VALUES (?)', term);
    return changes > 0 ? id : (this.#db.get<{ id: number }>('SELECT id FROM term WHERE value = ?', term)?.id ?? 0);
  }

  text(number: number): string {
    return this.#db.get<{ value: string }>('SELECT value FROM term WHERE id = ?', number)?.value ?? '';
  }

  /** Packed; undefined of a story that is not there, or where nothing is searched. */
  ofStory(article: number): Uint8Array | undefined {
    return this.#db.get<{ value: Uint8Array }>('SELECT value FROM found_by WHERE article = ?', article)?.value;
  }

  setOfStory(article: number, packed: Uint8Array): void {
    this.#db.run('INSERT OR REPLACE INTO found_by VALUES (?, ?)', article, packed);
  }

  forgetStory(article: number): void {
    this.#db.run('DELETE FROM found_by WHERE article = ?', article);
  }
}

/** Numbers from the least on, each told once and 0 never, as how far each is from the one before: seven bits in a byte. */
export function packTerms(sorted: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(5 * sorted.length);
  let length = 0;
  let before = 0;
  for (const number of sorted) {
    if (number === before) continue;
    let rest = number - before;
    before = number;
    for (; rest >= 128; rest >>>= 7) bytes[length++] = (rest & 127) | 128;
    bytes[length++] = rest;
  }
  return bytes.slice(0, length);
}

export function unpackTerms(packed: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(packed.length);
  let length = 0;
  let number = 0;
  let distance = 0;
  let shift = 0;
  for (const byte of packed) {
    distance |= (byte & 127) << shift;
    shift += 7;
    if (byte >= 128) continue;
    number += distance;
    numbers[length++] = number;
    distance = 0;
    shift = 0;
  }
  return numbers.subarray(0, length);
}
