/** What all feeds have in common: whose they are, and what is in them, whatever the format. */

import type { FeedFormat } from '../content/own-addresses.ts';
import type { Picture } from '../content/records.ts';
import { listings, readScope } from '../content/scopes.ts';
import type { Seconds } from '../content/times.ts';
import { absoluteUrl, feedUrl } from '../content/urls.ts';
import type { ArticleWithBody, Body } from '../queries/queries.ts';
import { type CorrectionRecord, newestCorrections } from './corrections.ts';
import { type FrontOf, frontOf, frontUrlOf } from './front-of.ts';
import type { Kind } from './kind.ts';

const shown = 20;

/** A story as a feed carries it. A feed has no days alone, only instants. */
export type FeedStory = Pick<
  ArticleWithBody,
  'url' | 'title' | 'summary' | 'at' | 'section' | 'type' | 'corrections'
> & { changed?: Seconds; authors: { name: string; url: string }[]; topics: string[]; image?: Picture; body: Body };

export type FeedProps = {
  url: string;
  language: string;
  front: FrontOf;
  /** The newest, whole; none in the feed of corrections. */
  stories: FeedStory[];
  corrections: CorrectionRecord[];
};

/** The feeds of one format: of the listings in `of`. */
export function feedKind(format: FeedFormat, of: readonly FrontOf['of'][]): Kind<FeedProps> {
  return {
    name: `feed-${format}`,
    always: (site) =>
      site.languages.flatMap((language) => [
        { scope: listings.all(language), bucket: 0 },
        { scope: listings.corrections(language), bucket: 0 },
        ...site.sections.map(({ id }) => ({ scope: listings.section(id, language), bucket: 0 })),
      ]),
    url({ scope, bucket }, site) {
      const { of: listing, language } = readScope(scope);
      const front = frontUrlOf(scope, language, site);
      const isOne = (of as readonly string[]).includes(listing) && bucket === 0;
      return front !== undefined && isOne ? feedUrl(front, format) : undefined;
    },
    props(queries, { scope }, site) {
      const { of: listing, language } = readScope(scope);
      const front = frontOf(queries, scope, site);
      const isOfCorrections = listing === 'corrections';
      return {
        url: feedUrl(front.url, format),
        language,
        front,
        stories: isOfCorrections
          ? []
          : queries
              .newestWithBodies(scope, shown, ({ url }) => ({ page: absoluteUrl(url, site), root: site.url }))
              .map(feedStoryOf),
        corrections: isOfCorrections ? newestCorrections(queries, scope, shown) : [],
      };
    },
  };
}

function feedStoryOf(story: ArticleWithBody): FeedStory {
  const { url, title, summary, at, section, type, image, corrections, body } = story;
  return {
    ...{ url, title, summary, at, section, type, image, corrections, body },
    changed: story.changed?.at,
    authors: story.byline.map(({ name, url: address }) => ({ name, url: address })),
    topics: story.topics.map(({ name }) => name),
  };
}
