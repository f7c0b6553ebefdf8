/** The words of a language for which the engine has none: those of English, for somebody to translate. */
import type { Language } from '../../content/names.ts';
import { languageName } from '../../desk/language-name.ts';

export function wordsPath(language: Language): string {
  return `layouts/words/${language}.yaml`;
}

/** `Welsh (cy)`; the code alone of one that nobody here has a name for. */
export function calledInWords(language: Language): string {
  const name = languageName(language);
  return name === language ? language : `${name} (${language})`;
}

/** `english` is the engine’s file. Its forms of numbers become those that the language has. */
export function wordsToTranslate(language: Language, english: string): string {
  const ownName = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const text = english
    .replace(/^(?:#.*\n)+/, head(calledInWords(language)))
    .replace(/^ownName: .*$/m, () => `ownName: ${JSON.stringify(ownName)}`)
    .replace(/^#[^\n]*\nlocale: .*\n/m, '');
  return text.replace(/\{n, plural, one \{([^}]*)\} other \{([^}]*)\}\}/g, (_, one, other) => {
    const written = forms.map((form) => `${form} {${form === 'one' ? one : other}}`);
    return `{n, plural, ${written.join(' ')}}`;
  });
}

function head(name: string): string {
  return `# The words of the interface in ${name}, which are still those of English.
#
# Translate what stands after the colons. A text with {…} in it is a message in ICU syntax: {name} is filled in, and
# {n, plural, …} has a text for every form that numbers have in the language.
`;
}
