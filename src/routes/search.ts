/** The page on which readers search, with all that its script has to know of the index; without it the form leads to the archive. */
import { all } from '../content/listings/all.ts';
import { author } from '../content/listings/author.ts';
import { oneId, scopeIn } from '../content/listings/listing.ts';
import type { SearchIndexSize } from '../content/search/addresses.ts';
import { searchUrl } from '../content/search/page-url.ts';
import type { Bucket } from '../content/times.ts';
import { inEachLanguage, isWholeOf, type Kind, type PageHead, pageHead } from './kind.ts';

export type SearchProps = PageHead & {
  size: SearchIndexSize;
  /** Years with stories, newest first. */
  years: Bucket[];
  /** None where there are too many for a page. */
  authors: { id: string; name: string }[];
};

export const search: Kind<'search', SearchProps> = {
  name: 'search',
  always: (site) => (site.search ? inEachLanguage(all, site) : []),
  url: (place, site) => (site.search && isWholeOf(all, place) ? searchUrl(place.scope.language, site) : undefined),
  props(queries, { scope: { language } }, site) {
    const isLong = queries.letters(author.name, language) !== undefined;
    const names = isLong ? [] : queries.index(author.name, language);
    return {
      ...pageHead(queries, site, language, (each) => searchUrl(each, site)),
      size: queries.searchIndexSize(language),
      years: queries.buckets(scopeIn(all, language, oneId), 1000, 9999).reverse(),
      authors: names
        .map(({ id, name }) => ({ id, name }))
        .sort((one, other) => one.name.localeCompare(other.name, language) || (one.id < other.id ? -1 : 1)),
    };
  },
};
