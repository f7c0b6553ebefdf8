/** What the search page tells its script, and what the files of found stories tell it. */
import type { SearchIndexSize, SearchPeriod } from '../../src/content/search/addresses.ts';

export type PageData = {
  language: string;
  size: SearchIndexSize;
  words: {
    nothing: string;
    failed: string;
    more: string;
    further: string;
    /** Before words that were not looked for. */
    leftOut: string;
    /** What a search that rests has looked through, by the last period of that. */
    lookedThrough: Partial<Record<SearchPeriod, string>>;
    contentWarning: string;
    /** By the plural category of a number, with `#` in its place. */
    stories: Record<string, string>;
    /** Whose plurals these are. */
    locale: string;
  };
};

/** The id of the element that has it. */
export const pageDataId = 'search-data';

/** One found story, in the order of these: as short as it can be, since there are many in a file. */
export type ToldStory = [
  url: string,
  title: string,
  /** For machines, then for people. */
  time: string,
  date: string,
  /** What stands above the headline. */
  kicker: string,
  /** By which its headline is set, if it is not plain news. */
  genre?: string,
  /** Readers are warned of it first. */
  hasWarning?: 1,
];
