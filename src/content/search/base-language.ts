/** The language of a code that may name a region or a script too: `pt` of `pt-BR`. */
export function baseLanguage(language: string): string {
  return language.split('-', 1)[0] ?? '';
}
