/** What indexes such as `/topics/` and `/authors/` have in common: everything of a sort that has stories, by the language's own alphabet. */
import { all } from '../content/listings/all.ts';
import type { ListingWithFront } from '../content/listings/listing.ts';
import type { Language } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { indexUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { inEachLanguage, isWholeOf, type Kind, type PageHead, pageHead } from './kind.ts';

export type NamesProps = PageHead & {
  /** The listing's name. */
  of: string;
  /** By letter, in the order of the language. */
  letters: { letter: string; names: NameInList[] }[];
};

export type NameInList = { name: string; url: string; role?: string };

export function namesKind<Name extends string>(
  name: Name,
  listing: ListingWithFront,
  find: (queries: Queries, language: Language, site: Site) => NameInList[],
): Kind<Name, NamesProps> {
  return {
    name,
    always: (site) => inEachLanguage(all, site),
    url: (place, site) => (isWholeOf(all, place) ? indexUrl(listing, place.scope.language, site) : undefined),
    props: (queries, { scope: { language } }, site) =>
      namesProps({ queries, site, language, listing }, find(queries, language, site)),
  };
}

type Asked = { queries: Queries; site: Site; language: Language; listing: ListingWithFront };

export function namesProps({ queries, site, language, listing }: Asked, names: NameInList[]): NamesProps {
  return {
    ...pageHead(queries, site, language, (each) => indexUrl(listing, each, site)),
    of: listing.name,
    letters: byLetter(names, language),
  };
}

/**
 * Sorted as a reader of the language expects: Åland stands under A, except where Å is a letter of its own. A name that
 * does not begin with a letter stands under `#`.
 */
function byLetter(names: NameInList[], language: Language): NamesProps['letters'] {
  const { compare } = new Intl.Collator(language);
  const sorted = [...names].sort((a, b) => compare(a.name, b.name) || (a.url < b.url ? -1 : 1));
  const base = new Intl.Collator(language, { sensitivity: 'base' });
  const letters: NamesProps['letters'] = [];
  for (const name of sorted) {
    const first = /^\p{L}\p{M}*/u.exec(name.name)?.[0].toLocaleUpperCase(language) ?? '#';
    const plain = first.normalize('NFD').replace(/\p{M}/gu, '');
    const letter = base.compare(first, plain) === 0 ? plain : first;
    const last = letters.at(-1);
    if (last?.letter === letter) last.names.push(name);
    else letters.push({ letter, names: [name] });
  }
  return letters;
}
