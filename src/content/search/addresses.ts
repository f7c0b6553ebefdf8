/** The files of the search index, by their addresses: nobody reads them but the script of the search page. */
import type { Bucket } from '../times.ts';

/** Newest first (`periods.ts`). */
export const searchPeriods = ['month', 'year', 'earlier'] as const;
export type SearchPeriod = (typeof searchPeriods)[number];

/** At the root of the site. */
export const searchFolder = 'search-index';

/** What the search page knows of the index: of each period that has stories how many shards it has, and since when it is. */
export type SearchIndexSize = Partial<Record<SearchPeriod, { shards: number; since: Bucket }>>;

export function shardUrl(language: string, period: SearchPeriod, bucket: number): string {
  return `/${searchFolder}/${language}/${period}-${bucket}.txt`;
}

/** What is shown of the stories of a month: `part` 0 has the first of them. */
export function foundStoriesUrl(language: string, month: string, part: number): string {
  return `/${searchFolder}/${language}/stories-${month}-${part}.json`;
}

export function searchScriptUrl(language: string): string {
  return `/${searchFolder}/${language}/search.js`;
}
