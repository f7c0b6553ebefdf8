/**
 * Indexes such as `/topics/` and `/authors/`: everything of a sort that has stories, by the language's own alphabet. One that
 * would be too long for a page leads to its letters, and each of these has a page, or some.
 */
import { bounds } from '../content/bounds.ts';
import { type IndexName, sortedLetters, sortedNames } from '../content/index-names.ts';
import { all } from '../content/listings/all.ts';
import { hasIndex, type ListingWithFront } from '../content/listings/listing.ts';
import { listingsWithFront } from '../content/listings/listings.ts';
import type { Language } from '../content/names.ts';
import { readLetterScope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { indexUrl, type LetterPage, letterUrl, listingUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { inEachLanguage, isWholeOf, type Kind, type PageHead, type Place, pageHead } from './kind.ts';

export type NamesProps = PageHead & {
  /** The listing's name. */
  of: string;
  /** By letter, in the order of the language; on the page of a letter of that alone. Empty on one that leads to letters. */
  letters: { letter: string; names: NameInList[] }[];
  /** The letters that it leads to. */
  letterPages: { letter: string; url: string }[];
  /** The page of a letter: which of how many, and where the others are. */
  page?: { letter: string; part: number; parts: { part: number; url: string }[] };
};

type NameInList = { name: string; url: string; role?: string };

/** Of the listings whose ids that kind lists. */
export function namesKind<Name extends string>(name: Name): Kind<Name, NamesProps> {
  const listed = () =>
    listingsWithFront().filter((each) => hasIndex(each) && (each.front.indexKind ?? 'listing-index') === name);
  return {
    name,
    always: (site) => inEachLanguage(all, site),
    url(place, site) {
      const { language } = place.scope;
      if (isWholeOf(all, place)) return listed().map((listing) => indexUrl(listing, language, site));
      const page = letterPageAt(place);
      return page && listed().includes(page.listing) ? letterUrl(page, language, site) : undefined;
    },
    props(queries, place, site, url) {
      const { language } = place.scope;
      const page = letterPageAt(place);
      if (page) return letterProps(queries, page, language, site);
      const listing = listed().find((each) => indexUrl(each, language, site) === url);
      return listing && indexProps(queries, listing, language, site);
    },
  };
}

/** The page of an index at a place, if it is that of a letter. */
export function letterPageAt({ scope, bucket }: Place): LetterPage | undefined {
  const read = readLetterScope(scope);
  const listing = read && listingsWithFront().find(({ name }) => name === read.of);
  return listing && { listing, letter: read.letter, part: Math.max(1, bucket) };
}

function indexProps(queries: Queries, listing: ListingWithFront, language: Language, site: Site): NamesProps {
  const pages = letterPages(queries, listing, language);
  const byLetter = Map.groupBy(pages ? [] : queries.index(listing.name, language), ({ letter }) => letter);
  const inList = (names: readonly IndexName[]) => namesInList(sortedNames(names, language), listing, language, site);
  return {
    ...pageHead(queries, site, language, (each) => indexUrl(listing, each, site)),
    ...(isIndexForSearch(queries, listing, language) ? {} : { isFew: true }),
    of: listing.name,
    letters: sortedLetters(byLetter.keys(), language).map((letter) => ({
      letter,
      names: inList(byLetter.get(letter) ?? []),
    })),
    letterPages: (pages ?? [])
      .filter(({ part }) => part === 1)
      .map((page) => ({ letter: page.letter, url: letterUrl(page, language, site) })),
  };
}

/** One of few names is for search engines as little as a list of few stories; one that leads to letters has many. */
export function isIndexForSearch(queries: Queries, listing: ListingWithFront, language: Language): boolean {
  const hasLetters = queries.letters(listing.name, language) !== undefined;
  return hasLetters || queries.names(listing.name, language).length >= bounds.forSearch;
}

/**
 * All pages of the letters of an index; undefined where all names are on that of the index. In the order of the language.
 * Of a letter only the last one may have few names.
 */
export function letterPages(
  queries: Queries,
  listing: ListingWithFront,
  language: Language,
): (LetterPage & { mayBeFew: boolean })[] | undefined {
  const letters = queries.letters(listing.name, language);
  if (!letters) return undefined;
  const byLetter = new Map(letters.map((each) => [each.letter, each]));
  return sortedLetters(byLetter.keys(), language).flatMap((letter) => {
    const { parts = 0, isFew = false } = byLetter.get(letter) ?? {};
    const pages = Array.from({ length: parts }, (_, index) => ({ listing, letter, part: index + 1 }));
    return pages.map((page) => ({ ...page, mayBeFew: page.part === parts && (parts > 1 || isFew) }));
  });
}

function letterProps(queries: Queries, page: LetterPage, language: Language, site: Site): NamesProps {
  const { listing, letter, part } = page;
  const { names, parts } = namesOnPage(queries, page, language);
  const others = Array.from({ length: parts }, (_, index) => index + 1).filter((each) => Math.abs(each - part) === 1);
  return {
    ...pageHead(queries, site, language, (each) => letterUrl(page, each, site)),
    ...(names.length < bounds.forSearch ? { isFew: true } : {}),
    of: listing.name,
    letters: [{ letter, names: namesInList(names, listing, language, site) }],
    letterPages: [],
    page: {
      letter,
      part,
      parts: others.map((each) => ({ part: each, url: letterUrl({ ...page, part: each }, language, site) })),
    },
  };
}

/** The names of a page of a letter, which are filled one after the other, and how many pages it has. */
export function namesOnPage(
  queries: Queries,
  { listing, letter, part }: LetterPage,
  language: Language,
): { names: IndexName[]; parts: number } {
  let filled = 0;
  let parts = 1;
  const names = sortedNames(queries.indexUnder(listing.name, language, letter), language).filter(({ bytes }) => {
    filled += bytes;
    parts = Math.ceil(filled / bounds.names);
    return parts === part;
  });
  return { names, parts };
}

function namesInList(
  names: readonly IndexName[],
  listing: ListingWithFront,
  language: Language,
  site: Site,
): NameInList[] {
  return names.map(({ id, name, role }) => ({
    name,
    url: listingUrl(listing, id, language, site),
    ...(role === undefined ? {} : { role }),
  }));
}
