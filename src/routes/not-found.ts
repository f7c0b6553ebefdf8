/** `/404.html`: what a reader sees where there is nothing, with the way back to the news. */

import { defaultLanguage } from '../content/names.ts';
import type { Headline } from '../content/records.ts';
import { listings, readScope } from '../content/scopes.ts';
import type { Kind, PageHead } from './kind.ts';

const latestShown = 6;

export type NotFoundProps = PageHead & { latest: Headline[] };

export const notFound: Kind<NotFoundProps> = {
  name: 'not-found',
  url: ({ scope, bucket }, site) =>
    scope === listings.all(defaultLanguage(site)) && bucket === 0 ? '/404.html' : undefined,
  always: (site) => [{ scope: listings.all(defaultLanguage(site)), bucket: 0 }],
  props(queries, { scope }) {
    const { language } = readScope(scope);
    return { url: '/404.html', language, alternates: [], latest: queries.newest(scope, latestShown, 'headline') };
  },
};
