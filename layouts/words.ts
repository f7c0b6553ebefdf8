/** The languages that the layouts speak. Loaded by the command line without TSX: plain TypeScript only. */
import { type Language, wordsLanguage } from '../src/content/names.ts';
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

const borrowed = new Map<Language, Words>();

/** Throws for a language that has no words and can use no other's; `site.yaml` is refused before it comes to that. */
export function wordsIn(language: Language): Words {
  const known = wordsByLanguage.get(language) ?? borrowed.get(language);
  if (known) return known;
  const words = wordsByLanguage.get(wordsLanguage(language, wordLanguages) ?? '');
  if (!words) throw new Error(`There are no words for the language “${language}” in layouts/words.ts.`);
  const named = { ...words, ownName: nameOf(language) ?? words.ownName, openGraphLocale: openGraphLocale(language) };
  borrowed.set(language, named);
  return named;
}

function nameOf(language: Language): string | undefined {
  return new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'standard' }).of(language);
}

/** `en_US`: a language and a country, said or the likeliest; of Latin America as a whole, as social networks call it. */
function openGraphLocale(language: Language): string {
  const { language: base, region } = new Intl.Locale(language).maximize();
  return `${base}_${region === '419' ? 'LA' : region}`;
}
