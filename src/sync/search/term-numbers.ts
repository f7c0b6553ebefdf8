/** What the words of stories are found by, as the numbers that the catalog has for it; a word is stemmed once, however many have it. */
import { packTerms, type Terms as TermTable } from '../../catalog/tables/terms.ts';
import type { Language } from '../../content/names.ts';
import { Terms } from '../../content/search/terms.ts';
import { type StoryWords, vocabularyOf } from '../../content/search/vocabulary.ts';

/** Of one language. `byWord`: what most words are found by, which is one term, and 0 where that is not known or not all. */
type Found = { terms: Terms; byWord: Uint32Array; others: Map<number, readonly number[]> };

export class TermNumbers {
  readonly #table: TermTable;
  readonly #byTerm = new Map<string, number>();
  readonly #languages = new Map<Language, Found>();

  constructor(table: TermTable) {
    this.#table = table;
  }

  packed({ language, numbers }: StoryWords): Uint8Array {
    const { byWord, others } = this.#foundBy(language, numbers);
    const found = new Uint32Array(numbers.length);
    const more: number[] = [];
    for (const [index, word] of numbers.entries()) {
      const term = byWord[word] as number;
      found[index] = term;
      if (term === 0) more.push(...(others.get(word) ?? []));
    }
    const all = more.length === 0 ? found : Uint32Array.from([...found, ...more]);
    return packTerms(all.sort());
  }

  /** Knows all that some words are found by. */
  #foundBy(language: Language, words: Uint32Array): Found {
    const of = this.#languages.get(language) ?? {
      terms: new Terms(language),
      byWord: new Uint32Array(),
      others: new Map(),
    };
    this.#languages.set(language, of);
    const vocabulary = vocabularyOf(language);
    if (of.byWord.length < vocabulary.size) {
      const larger = new Uint32Array(2 * vocabulary.size);
      larger.set(of.byWord);
      of.byWord = larger;
    }
    for (const word of words) {
      if (of.byWord[word] !== 0 || of.others.has(word)) continue;
      const [first = 0, ...others] = of.terms.allOf(vocabulary.word(word)).map((term) => this.#numberOf(term));
      if (others.length === 0) of.byWord[word] = first;
      if (others.length > 0 || first === 0) of.others.set(word, first === 0 ? [] : [first, ...others]);
    }
    return of;
  }

  #numberOf(term: string): number {
    const known = this.#byTerm.get(term) ?? this.#table.numberOf(term.toWellFormed());
    this.#byTerm.set(term, known);
    return known;
  }
}
