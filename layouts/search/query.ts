/** What somebody looks for: words that all have to be in a story, and what they are narrowed by. */
import { spaceless } from '../../src/content/markdown/scripts.ts';
import { fewestLetters } from '../../src/content/search/buckets.ts';
import { foldSpelling } from '../../src/content/search/spelling.ts';
import { authorTerm, sectionTerm, type Terms } from '../../src/content/search/terms.ts';
import { eachWord } from '../../src/content/search/words.ts';

/** As it stands in the address of the page. */
export type Query = { text: string; section: string; year: string; author: string };

/**
 * By any of its terms a word is found; `beginning`: of one that is still being written, by which every longer one is found too;
 * `word`: as it was written. What a search is narrowed by has terms alone.
 */
export type Sought = { terms: readonly string[]; beginning?: string; word?: string };

/** The word that tells most first; nothing where nothing is looked for. */
export function soughtBy({ text, section, author }: Query, language: string, terms: Terms): Sought[] {
  const words: string[] = [];
  eachWord(text, language, (word) => words.push(word));
  const last = words.at(-1);
  // After a space or a sign the last word is done.
  const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(text);
  const sought = [...new Set(words)].flatMap((word): Sought[] => {
    const found = terms.allOf(word);
    const beginning = foldSpelling(word);
    const isBeginning = isOpen && word === last && (beginning.length >= fewestLetters || spaceless.test(beginning));
    if (found.length === 0) return [];
    return [isBeginning ? { terms: found, beginning, word } : { terms: found, word }];
  });
  const longestFirst = sought.sort((one, other) => lengthOf(other) - lengthOf(one));
  return [
    ...longestFirst,
    ...(author === '' ? [] : [{ terms: [authorTerm(author)] }]),
    ...(section === '' ? [] : [{ terms: [sectionTerm(section)] }]),
  ];
}

function lengthOf({ terms }: Sought): number {
  return terms[0]?.length ?? 0;
}

const names = { text: 'q', section: 'section', year: 'year', author: 'author' } as const;

/** Of the part of an address behind its question mark. */
export function readQuery(search: string): Query {
  const said = new URLSearchParams(search);
  const { text, section, year, author } = names;
  const value = (name: string) => said.get(name) ?? '';
  return { text: value(text), section: value(section), year: value(year), author: value(author) };
}

/** The same, for an address: `` if nothing is looked for. */
export function writeQuery(query: Query): string {
  const said = new URLSearchParams();
  for (const [key, name] of Object.entries(names)) {
    const value = query[key as keyof Query];
    if (value !== '') said.set(name, value);
  }
  const text = said.toString();
  return text === '' ? '' : `?${text}`;
}
