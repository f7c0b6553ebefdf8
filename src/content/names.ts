/** Ids, languages and texts: the small words that every kind of content is made of. */
import { reservedWords } from './own-addresses.ts';

export type Language = string;

/** One string for all languages, or one per language. */
export type Text = string | Record<Language, string>;

/** The text in a language; where there is none, in the site's first language that has one. */
export function textIn(text: Text, language: Language, languages: readonly Language[]): string {
  if (typeof text === 'string') return text;
  const found = [language, ...languages].find((each) => text[each] !== undefined);
  return found === undefined ? '' : (text[found] ?? '');
}

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const languagePattern = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;

export function isId(text: string): boolean {
  return idPattern.test(text);
}

export function isLanguage(text: string): boolean {
  return languagePattern.test(text);
}

/** An id that may stand alone after `/`: not a year or a reserved word; nor one of the site's languages. */
export function isFreeId(id: string, languages: readonly Language[] = []): boolean {
  return isId(id) && !/^\d{4}$/.test(id) && !reservedWords.has(id) && !languages.includes(id);
}

/** A whole address of another site. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}

/** The site’s first language, whose pages stand at the root. */
export function defaultLanguage(site: { languages: readonly Language[] }): Language {
  return site.languages[0] as Language;
}
