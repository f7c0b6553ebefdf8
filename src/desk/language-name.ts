import type { Language } from '../content/names.ts';

/** `Russian` of `ru`. */
export function languageName(language: Language): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}
