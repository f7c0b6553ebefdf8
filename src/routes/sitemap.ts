/**
 * A month's sitemap: every article of that month in every language that search engines are told of. Of a long month each
 * has a part, filled from the first story of the month on.
 */

import { every } from '../content/listings/every.ts';
import type { Language } from '../content/names.ts';
import { periodOf } from '../content/periods.ts';
import { monthSitemapUrl } from '../content/urls.ts';
import type { Kind } from './kind.ts';

export type SitemapProps = {
  url: string;
  /** `changed` in seconds since 1970. All languages of a story that are public and not kept from search engines. */
  entries: { url: string; changed: number; languages: { language: Language; url: string }[] }[];
};

export const sitemap: Kind<'sitemap', SitemapProps> = {
  name: 'sitemap',
  isForMachines: true,
  url: ({ scope, bucket }) =>
    scope.of === every.name && ['month', 'part'].includes(periodOf(bucket)) ? monthSitemapUrl(bucket) : undefined,
  props(queries, { scope, bucket }) {
    return {
      url: monthSitemapUrl(bucket),
      entries: queries.inPeriod(scope, bucket, 'teaser').map(({ story: { url, at, changed, languages } }) => {
        const forSearch = languages.filter(({ isForSearch }) => isForSearch !== false);
        return { url, changed: changed?.at ?? at, languages: forSearch.length > 1 ? forSearch : [] };
      }),
    };
  },
};
