/** Ids, languages and texts: the small words that every kind of content is made of. */
import { isReserved } from './own-addresses.ts';
import { folded } from './spelling.ts';

export type Language = string;

/** One string for all languages, or one per language. */
export type Text = string | Record<Language, string>;

/** The text in a language; where there is none, in the site's first language that has one. */
export function textIn(text: Text, language: Language, languages: readonly Language[]): string {
  if (typeof text === 'string') return text;
  const found = [language, ...languages].find((each) => text[each] !== undefined);
  return found === undefined ? '' : (text[found] ?? '');
}

export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const languagePattern = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;

export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** The id that a name would have: `rita-matos` of `Rita Matos`; `` of one without Latin letters and digits. */
export function idFrom(name: string): string {
  const plain = folded(name).replace(/[ßøæœłđðþı]/g, (letter) => plainLetters[letter] ?? letter);
  return plain
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Letters that are no other letter with a mark. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** `ru`, `pt-BR`, `zh-Hant`, `es-419`: as everyone writes it, so that it is one name in addresses. */
export function isLanguage(text: string): boolean {
  return languagePattern.test(text) && canonicalLanguage(text) === text;
}

/** `zh-Hant` of `zh_hant`; undefined for what no language is called. */
export function canonicalLanguage(text: string): Language | undefined {
  try {
    const [language = ''] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
    return languagePattern.test(language) ? language : undefined;
  } catch {
    return undefined;
  }
}

/** The code of a language that is written otherwise, or by its name in English or in itself: `ru` of `Russian` and `Русский`. */
export function meantLanguage(word: string): Language | undefined {
  const code = canonicalLanguage(word.trim());
  if (code !== undefined) return code;
  return languagesByName().get(folded(word.trim()));
}

let languages: Map<string, Language> | undefined;

function languagesByName(): Map<string, Language> {
  const nameOf = (code: string, said: string) => new Intl.DisplayNames([said], { type: 'language' }).of(code) ?? code;
  languages ??= new Map(
    languageCodes.flatMap((code) => ['en', code].map((said): [string, Language] => [folded(nameOf(code, said)), code])),
  );
  return languages;
}

/** Of two letters, as far as anybody writes news in them. */
const languageCodes =
  'ab af am ar as av az ba be bg bn bo br bs ca ce co cs cv cy da de dv dz el en eo es et eu fa ff fi fo fr fy ga gd gl gn gu ha he hi hr ht hu hy id ig is it ja jv ka kk kl km kn ko ks ku kv ky lb ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no nv ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn to tr ts tt ug uk ur uz ve vi wo xh yi yo za zh zu'.split(
    ' ',
  );

/**
 * Of the known languages, those whose words a language uses: itself and wider ones in the same script, widest first.
 * The words of each are laid over those before it. `zh-TW` is in the script of `zh-Hant`, and in no other than that.
 */
export function wordsLanguages(language: Language, known: readonly Language[]): Language[] {
  const { language: base, script } = new Intl.Locale(language).maximize();
  const wider = new Set([base, `${base}-${script}`, language.replace(/-[^-]+$/, ''), language]);
  return [...wider].filter((each) => known.includes(each) && scriptOf(each) === script);
}

/** `Hant` of `zh-TW`: said, or the one that it is mostly written in. */
export function scriptOf(language: Language): string | undefined {
  if (!scripts.has(language)) scripts.set(language, new Intl.Locale(language).maximize().script);
  return scripts.get(language);
}

/** Every page asks for the same few, and the answer takes long. */
const scripts = new Map<Language, string | undefined>();

const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

export type Direction = 'ltr' | 'rtl';

/** Told by the script, since Azeri or Punjabi is written either way. */
export function directionOf(language: Language): Direction {
  return rightToLeft.has(scriptOf(language) ?? '') ? 'rtl' : 'ltr';
}

/** An id that may stand alone after `/`: not a year or a reserved word; nor one of the site's languages. */
export function isFreeId(id: string, languages: readonly Language[] = []): boolean {
  return isId(id) && !/^\d{4}$/.test(id) && !isReserved(id) && !languages.some((language) => folded(language) === id);
}

/** A whole address of another site. */
export function isWebAddress(text: string): boolean {
  const host = /^https?:\/\/[^\s]+$/i.test(text) ? URL.parse(text)?.hostname : undefined;
  const labels = host?.replace(/\.$/, '').split('.');
  return labels?.every((label) => label !== '' && !label.includes('*')) ?? false;
}

/** The site’s first language, whose pages stand at the root. */
export function defaultLanguage(site: { languages: readonly Language[] }): Language {
  return site.languages[0] as Language;
}
