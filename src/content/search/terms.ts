/**
 * What words are found by: the stem of each, folded. A word with signs that readers may leave out is found by both, since its
 * stem may be another one without them. Beside words there are the terms of a section and an author, which no word can be.
 */
import { foldSpelling } from './spelling.ts';
import { stemmerOf } from './stemmer.ts';

export class Terms {
  readonly #stem: (word: string) => string;

  constructor(language: string) {
    this.#stem = stemmerOf(language);
  }

  /** What a word in lower case is found by; by nothing if it is only signs. What is a term already is found by itself. */
  allOf(word: string): readonly string[] {
    if (!isWord(word)) return [word];
    const folded = foldSpelling(word);
    // A stemmer knows the letters of its language; only what it leaves is folded.
    const stems = folded === word ? [this.#stem(word)] : [this.#stem(word.normalize('NFC')), this.#stem(folded)];
    return [...new Set(stems.map(foldSpelling))].filter((term) => term !== '');
  }
}

/** Whether a term is that of a word. */
export function isWord(term: string): boolean {
  return !term.startsWith(':');
}

export function sectionTerm(id: string): string {
  return `:section:${id}`;
}

export function authorTerm(id: string): string {
  return `:author:${id}`;
}
