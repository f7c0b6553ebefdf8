/**
 * The words of stories as numbers, which count in the order in which this thread has met them: so a story is a few kilobytes to
 * hand on, and a word is a text, and stemmed, once. Words are found by their letters in a text, with no text made for each.
 */
import type { Language } from '../names.ts';
import { hashOf, type TellPlace } from './words.ts';

/** `numbers`: each once, of the vocabulary of its language. */
export type StoryWords = { language: Language; numbers: Uint32Array };

const vocabularies = new Map<Language, Vocabulary>();

export function vocabularyOf(language: Language): Vocabulary {
  const known = vocabularies.get(language) ?? new Vocabulary();
  vocabularies.set(language, known);
  return known;
}

export class Vocabulary {
  /** How many words there are. */
  size = 0;
  /** The letters of all words, each from where it begins to where the next does. */
  #letters = new Uint16Array(1 << 14);
  #begins = new Int32Array(1 << 11);
  /** Where each hash leads: the hash, then one more than the number of its word; 0: none. At most half of it is taken. */
  #places = new Int32Array(1 << 13);
  /** Of each word in which of the lists it came last. */
  #seen = new Int32Array(1 << 11);
  #lists = 0;

  /** Of what stands between two places of a text; `hash`: as `hashOf` has it. */
  numberOf(text: string, from = 0, to = text.length, hash = hashOf(text, from, to)): number {
    const places = this.#places;
    for (let place = placeOf(hash, places); ; place = nextPlace(place, places)) {
      const number = (places[place + 1] as number) - 1;
      if (number === -1) return this.#add(text.slice(from, to), hash, place);
      if (places[place] === hash && this.#isAt(number, text, from, to)) return number;
    }
  }

  word(number: number): string {
    return String.fromCharCode(...this.lettersOf(number));
  }

  lettersOf(number: number): Uint16Array {
    return this.#letters.subarray(this.#begins[number], this.#begins[number + 1]);
  }

  /** The numbers of all words that are told, each once. */
  numbersOf(telling: (tell: TellPlace) => void): Uint32Array {
    this.#lists += 1;
    const numbers: number[] = [];
    telling((text, from, to, hash) => {
      const number = this.numberOf(text, from, to, hash);
      if (this.#seen[number] === this.#lists) return;
      this.#seen[number] = this.#lists;
      numbers.push(number);
    });
    return Uint32Array.from(numbers);
  }

  #isAt(number: number, text: string, from: number, to: number): boolean {
    const begin = this.#begins[number] as number;
    if ((this.#begins[number + 1] as number) - begin !== to - from) return false;
    const letters = this.#letters;
    for (let index = from; index < to; index++)
      if (letters[begin + index - from] !== text.charCodeAt(index)) return false;
    return true;
  }

  #add(word: string, hash: number, place: number): number {
    const number = this.size++;
    const begin = this.#begins[number] as number;
    const end = begin + word.length;
    while (end > this.#letters.length) this.#letters = grown(this.#letters, Uint16Array);
    if (number + 2 > this.#begins.length) {
      this.#begins = grown(this.#begins, Int32Array);
      this.#seen = grown(this.#seen, Int32Array);
    }
    for (let index = 0; index < word.length; index++) this.#letters[begin + index] = word.charCodeAt(index);
    this.#begins[number + 1] = end;
    this.#places[place] = hash;
    this.#places[place + 1] = number + 1;
    if (4 * this.size > this.#places.length) this.#places = spread(this.#places);
    return number;
  }
}

function placeOf(hash: number, places: Int32Array): number {
  return (2 * (hash ^ (hash >>> 15))) & (places.length - 1);
}

function nextPlace(place: number, places: Int32Array): number {
  return (place + 2) & (places.length - 1);
}

/** Over twice as many places. */
function spread(places: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * places.length);
  for (let from = 0; from < places.length; from += 2) {
    if (places[from + 1] === 0) continue;
    let to = placeOf(places[from] as number, wider);
    while (wider[to + 1] !== 0) to = nextPlace(to, wider);
    wider.set(places.subarray(from, from + 2), to);
  }
  return wider;
}

function grown<T extends Uint16Array | Int32Array>(list: T, List: new (length: number) => T): T {
  const larger = new List(2 * list.length);
  larger.set(list);
  return larger;
}
