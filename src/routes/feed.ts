/** The site's feed: the newest stories, whole. */

import type { Language } from '../content/names.ts';
import { listings, readScope } from '../content/scopes.ts';
import { absoluteUrl, feedUrl, frontUrl } from '../content/urls.ts';
import type { ArticleWithBody } from '../queries/queries.ts';
import { eachLanguage, type Kind } from './kind.ts';

const storiesInFeed = 20;

export type FeedProps = { url: string; front: string; language: Language; stories: ArticleWithBody[] };

export const feed: Kind<FeedProps> = {
  name: 'feed',
  always: (site) => eachLanguage(site, (language) => listings.all(language)),
  url({ scope, bucket }, site) {
    const { of, language } = readScope(scope);
    return of === 'all' && bucket === 0 ? feedUrl(language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { language } = readScope(scope);
    const stories = queries.newestWithBodies(scope, storiesInFeed, (story) => ({
      page: absoluteUrl(story.url, site),
      root: site.url,
    }));
    return { url: feedUrl(language, site), front: frontUrl(language, site), language, stories };
  },
};
