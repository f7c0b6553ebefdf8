/** The languages that the layouts speak. Loaded by the command line without TSX: plain TypeScript only. */
import type { Language } from '../src/content/names.ts';
import { ar } from './words/ar.ts';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';
import type { Words } from './words/words-type.ts';

const wordsByLanguage: ReadonlyMap<Language, Words> = new Map([
  ['ar', ar],
  ['en', en],
  ['ru', ru],
]);

export const wordLanguages: readonly Language[] = [...wordsByLanguage.keys()];

/** Throws for a language that is not in `wordLanguages`; `site.yaml` is refused before it comes to that. */
export function wordsIn(language: Language): Words {
  const words = wordsByLanguage.get(language);
  if (!words) throw new Error(`There are no words for the language “${language}” in layouts/words.ts.`);
  return words;
}
