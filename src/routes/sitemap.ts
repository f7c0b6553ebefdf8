/** A month's sitemap: every article of that month in every language that search engines are told of. */

import { every } from '../content/listings/every.ts';
import type { Language } from '../content/names.ts';
import { spanOf } from '../content/times.ts';
import { monthSitemapUrl } from '../content/urls.ts';
import type { Kind } from './kind.ts';

export type SitemapProps = {
  url: string;
  /** `changed` in seconds since 1970. All languages of a story are of one month. */
  entries: { url: string; changed: number; languages: { language: Language; url: string }[] }[];
};

export const sitemap: Kind<'sitemap', SitemapProps> = {
  name: 'sitemap',
  isForMachines: true,
  url: ({ scope, bucket }) =>
    scope.of === every.name && String(bucket).length === 6 ? monthSitemapUrl(bucket) : undefined,
  props(queries, { scope, bucket }, site) {
    const { from, to } = spanOf(bucket, site.timeZone);
    const stories = queries.between(scope, from, to, 'teaser');
    const isHere = new Set(stories.map(({ url }) => url));
    return {
      url: monthSitemapUrl(bucket),
      entries: stories.map(({ url, at, changed, languages }) => {
        const forSearch = languages.filter((each) => isHere.has(each.url));
        return { url, changed: changed?.at ?? at, languages: forSearch.length > 1 ? forSearch : [] };
      }),
    };
  },
};
