/**
 * What an index says of each id of a listing (`/topics/`, `/authors/`): its name, and the letter it stands under. Where the
 * names are too many for a page, each letter has pages of its own.
 */
import { markupBytes } from './bounds.ts';
import type { ListingWithFront } from './listings/listing.ts';
import { type Language, scriptOf, textIn } from './names.ts';
import { type Joins, nameFromId, topicOf } from './records.ts';
import type { Site } from './site.ts';
import { listingUrl, noLetter } from './urls.ts';

/** `sortedAs`: what of the name counts where names are sorted, if that is less than all of it; `bytes`: of its row, at the most. */
export type IndexName = {
  id: string;
  name: string;
  role?: string;
  sortedAs?: string;
  letter: string;
  bytes: number;
};

export type NamedIn = { language: Language; site: Site; joins: Pick<Joins, 'author' | 'topic'> };

export function indexName(listing: ListingWithFront, id: string, { language, site, joins }: NamedIn): IndexName {
  const author = listing.front.namedIn === 'authors' ? joins.author(id) : undefined;
  const role = author?.role && textIn(author.role, language, site.languages);
  const name = author ? textIn(author.name, language, site.languages) : nameOf(listing, id, { language, site, joins });
  const bytes =
    aroundName + listingUrl(listing, id, language, site).length + markupBytes(name) + markupBytes(role ?? '');
  // What begins the name of a person is a part of it.
  const sortedAs =
    author && !author.desk ? name : afterArticle(name, site.wording[language]?.beforeNames ?? [], language);
  return {
    ...{ id, name, letter: letterOf(sortedAs, id, language), bytes },
    ...(role ? { role } : {}),
    ...(sortedAs === name ? {} : { sortedAs }),
  };
}

/** More than the markup around a name has. */
const aroundName = 80;

function nameOf({ front }: ListingWithFront, id: string, { language, site, joins }: NamedIn): string {
  if (front.namedIn === 'topics') return topicOf(id, language, site, joins).name;
  return front.namedIn === 'authors' ? id : (front.nameOf?.(id, language) ?? nameFromId(id));
}

/** “Caspian” of “The Caspian”. `before`: each with its space, in small letters; however an apostrophe is written. */
function afterArticle(name: string, before: readonly string[], language: Language): string {
  const begins = (start: string) => name.slice(0, start.length).toLocaleLowerCase(language).replace("'", '’') === start;
  return name.slice(before.find(begins)?.length ?? 0) || name;
}

/** Alphabets: of other scripts, such as Chinese, only a language’s own one has its letters. */
const alphabet = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Armn}\p{sc=Geor}\p{sc=Arab}\p{sc=Hebr}\p{sc=Deva}]/u;

/**
 * The letter of a name, as a reader of the language expects it: Åland stands under A, except where Å is a letter of its own.
 * What is written in syllables or words stands under the first letter of its id.
 */
function letterOf(name: string, id: string, language: Language): string {
  const [first = ''] = name.normalize('NFC');
  if (!/\p{L}/u.test(first)) return noLetter;
  const consonant = hangulConsonant(first);
  if (consonant !== undefined) return consonant;
  if (alphabet.test(first) || isOwnAlphabet(first, language)) return plainLetter(first, language);
  return /^[a-z]/.test(id) ? id.charAt(0).toUpperCase() : noLetter;
}

function plainLetter(first: string, language: Language): string {
  // Georgian has capital letters for whole words only.
  const [capital = first] = /\p{sc=Geor}/u.test(first) ? first : first.toLocaleUpperCase(language);
  const [plain = capital] = capital.normalize('NFD');
  return collatorOf(language, 'base').compare(capital, plain) === 0 ? plain : capital;
}

const withoutAlphabet = new Set(['Jpan', 'Kore', 'Hans', 'Hant']);

function isOwnAlphabet(first: string, language: Language): boolean {
  const script = scriptOf(language);
  return script !== undefined && !withoutAlphabet.has(script) && new RegExp(`\\p{sc=${script}}`, 'u').test(first);
}

/** By the nineteen that a syllable can begin with, of which doubled ones stand with the plain. */
const consonants = 'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ';

function hangulConsonant(first: string): string | undefined {
  const index = Math.floor(((first.codePointAt(0) ?? 0) - 0xac00) / 588);
  return index < 0 ? undefined : consonants[index];
}

/** In the order of the language. */
export function sortedNames(names: readonly IndexName[], language: Language): IndexName[] {
  const { compare } = collatorOf(language, 'variant');
  const counted = ({ name, sortedAs = name }: IndexName) => sortedAs;
  return [...names].sort((a, b) => compare(counted(a), counted(b)) || (a.id < b.id ? -1 : 1));
}

/** What is no letter comes first. */
export function sortedLetters(letters: Iterable<string>, language: Language): string[] {
  const { compare } = collatorOf(language, 'variant');
  const rank = (letter: string) => (letter === noLetter ? 0 : 1);
  return [...letters].sort((a, b) => rank(a) - rank(b) || compare(a, b) || (a < b ? -1 : 1));
}

/** Made when first asked for, since they take long. */
const collators = new Map<string, Intl.Collator>();

function collatorOf(language: Language, sensitivity: 'base' | 'variant'): Intl.Collator {
  const key = `${language} ${sensitivity}`;
  const collator = collators.get(key) ?? new Intl.Collator(language, { sensitivity });
  collators.set(key, collator);
  return collator;
}
