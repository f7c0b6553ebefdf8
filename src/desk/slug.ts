/** The last part of a story's address, from its headline. */
import type { Language } from '../content/names.ts';
import { romanise } from './romanise.ts';

/** Longer ones are cut off by those who show them. */
export const mostCharacters = 80;

/** `first-snow` of “First snow!”; `` of a headline without a letter or a digit. */
export function slugOf(headline: string, language: Language): string {
  const said = headline.replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/gu, ' ');
  const words = romanise(said, language)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (words.length <= mostCharacters) return words;
  const cut = words.slice(0, mostCharacters + 1);
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, mostCharacters);
}
