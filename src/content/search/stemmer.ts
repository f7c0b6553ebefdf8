/**
 * Brings the forms of a word to one: `ports` and `port` in English. Languages without a stemmer here keep words as they are.
 * What browsers get has the one of its language alone (`src/render/bundle-search-script.ts`).
 */
import snowball from 'snowball-stemmers';
import { baseLanguage } from './base-language.ts';

/** What the stemmers of Snowball call the languages that they are of (https://snowballstem.org). */
const names: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** What the script of a language without a stemmer is named by. */
export const plainStemmer = 'plain';

/** All that a script may be named by. */
export const stemmerNames: readonly string[] = [...new Set(Object.values(names)), plainStemmer];

/** Undefined for a language that has none. */
export function stemmerName(language: string): string | undefined {
  return names[baseLanguage(language)];
}

export function stemmerOf(language: string): (word: string) => string {
  const name = stemmerName(language);
  if (name === undefined) return (word) => word;
  const stemmer = snowball.newStemmer(name);
  return (word) => stemmer.stem(word);
}
