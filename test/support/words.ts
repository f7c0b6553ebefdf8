/** The words that the engine ships, each language read once in a process: tests build thousands of sites. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Words, wordsIn } from '../../layouts/words.ts';
import type { Language } from '../../src/content/names.ts';
import type { Wording } from '../../src/content/parse-wording.ts';
import { openWordsShelf, type WordsShelf } from '../../src/sync/words-shelf.ts';

const folder = resolve(import.meta.dirname, '../../layouts/words');
const shipped = openWordsShelf([{ path: folder, name: 'layouts/words' }]);

export const wordLanguages = shipped.languages;

const known = new Map<Language, ReturnType<WordsShelf['judge']>>();

function judged(language: Language): ReturnType<WordsShelf['judge']> {
  const words = known.get(language) ?? shipped.judge([language]);
  known.set(language, words);
  return words;
}

export function wordingIn(languages: readonly Language[]): Record<Language, Wording> {
  return Object.assign({}, ...languages.map((language) => judged(language).wording));
}

/** The words of the interface in a language; throws if there are none. */
export function wordsOf(language: Language): Words {
  return wordsIn(language, { wording: wordingIn([language]) });
}

/** What a build is given in place of the folder. */
export const shippedShelf: WordsShelf = {
  languages: wordLanguages,
  judge: (languages) => ({
    wording: wordingIn(languages),
    problems: languages.flatMap((language) => judged(language).problems),
  }),
  texts: shipped.texts,
};

/** With those of a newsroom of its own, `layouts/words/` beside its content, where it has any. */
export function shelfOf(content: string): WordsShelf {
  const own = join(content, '../layouts/words');
  if (own === folder || !existsSync(own)) return shippedShelf;
  return openWordsShelf([folder, own].map((path) => ({ path, name: relative(content, path) })));
}
