/** In which of the site's languages a headline is, as far as its letters tell. */
import { type Language, scriptOf } from '../content/names.ts';

/** Languages that are written in several scripts at once, or in a part of one. */
const lettersOf: Readonly<Record<string, string>> = {
  Hans: '\\p{Script=Han}',
  Hant: '\\p{Script=Han}',
  Jpan: '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]',
  Kore: '[\\p{Script=Hangul}\\p{Script=Han}]',
};

/** The first language that most of its letters could be of; else the site's first. */
export function writtenIn(headline: string, languages: readonly Language[]): Language {
  const count = (letters: string) => headline.match(new RegExp(letters, 'gu'))?.length ?? 0;
  const isMostly = (language: Language) => {
    const script = scriptOf(language) ?? 'Latn';
    return count(lettersOf[script] ?? `\\p{Script=${script}}`) * 2 > count('\\p{L}');
  };
  return languages.find(isMostly) ?? (languages[0] as Language);
}
