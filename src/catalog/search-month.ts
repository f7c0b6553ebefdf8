/** Which month was the open one when the search index was last brought in step: its periods follow from it. */

import type { Language } from '../content/names.ts';
import { singles } from '../content/scopes.ts';
import { type SearchIndexSize, searchPeriods } from '../content/search/addresses.ts';
import type { Site } from '../content/site.ts';
import { type Bucket, type Seconds, spanOf } from '../content/times.ts';
import type { Catalog } from './catalog.ts';

const state = 'search.open';

/** Undefined where there is no index. */
export function openMonthKnown(catalog: Catalog): Bucket | undefined {
  const month = catalog.state.get(state);
  return month === undefined ? undefined : Number(month);
}

export function setOpenMonth(catalog: Catalog, month: Bucket | undefined): void {
  if (month === openMonthKnown(catalog)) return;
  if (month === undefined) catalog.state.forget(state);
  else catalog.state.set(state, String(month));
}

export function searchIndexSize(catalog: Catalog, language: Language): SearchIndexSize {
  const open = openMonthKnown(catalog) ?? 0;
  const since = { month: open, year: Math.floor(open / 100), earlier: 0 };
  const size: SearchIndexSize = {};
  for (const period of searchPeriods) {
    const shards = catalog.shards.count(singles.shard(language, period));
    if (shards > 0) size[period] = { shards, since: since[period] };
  }
  return size;
}

/** When the next of its periods that has stories ends, and joins an earlier one; undefined if none does. */
export function nextClosing(catalog: Catalog): { at: Seconds; what: string } | undefined {
  const site = catalog.record<Site>('site.yaml');
  if (!site) return undefined; // nothing was ever built
  const { languages, timeZone } = site;
  const sizes = languages.map((language) => searchIndexSize(catalog, language));
  const [month] = sizes.flatMap((size) => size.month ?? []);
  const [year] = sizes.flatMap((size) => size.year ?? []);
  const ending = month ?? year;
  if (!ending) return undefined;
  const what = `a ${month ? 'month' : 'year'} closes in the search index`;
  return { at: spanOf(ending.since, timeZone).to + 1, what };
}
