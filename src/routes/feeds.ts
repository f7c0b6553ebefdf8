/** What all feeds have in common: whose they are, and what is in them, whatever the format. */

import { corrections } from '../content/listings/corrections.ts';
import { hasIndex } from '../content/listings/listing.ts';
import type { FeedFormat } from '../content/own-addresses.ts';
import type { Picture } from '../content/records.ts';
import { typeOf } from '../content/story-files.ts';
import type { Seconds } from '../content/times.ts';
import { absoluteUrl, feedUrl, listingUrl } from '../content/urls.ts';
import type { ArticleWithBody, Body, WithdrawnStory } from '../queries/queries.ts';
import { type CorrectionRecord, newestCorrections } from './corrections.ts';
import { type FrontOf, frontListingOf, frontOf, lastingFronts } from './front-of.ts';
import type { Kind } from './kind.ts';

/**
 * Of the whole site, of sections and of corrections; of what content names, as topics and authors. These have few stories a
 * day, so that fewer reach as far back, and each new story is written into the feeds of all that it names.
 */
const shown = { lasting: 20, named: 10 };

/** A story as a feed carries it. A feed has no days alone, only instants. */
export type FeedStory = Pick<
  ArticleWithBody,
  'id' | 'url' | 'title' | 'summary' | 'at' | 'section' | 'type' | 'corrections' | 'sponsor' | 'license' | 'warning'
> & {
  changed?: Seconds;
  authors: { name: string; url: string }[];
  topics: string[];
  image?: Picture;
  recording?: Recording;
  body: Body;
};

/** The first that is shown in a text, for programs that play it. */
export type Recording = { url: string; type: string; bytes: number };

export type FeedProps = {
  url: string;
  language: string;
  front: FrontOf;
  /** The newest, whole; none in the feed of corrections. */
  stories: FeedStory[];
  corrections: CorrectionRecord[];
  /** Stories that were in it and were taken down of late. */
  withdrawn: WithdrawnStory[];
};

/** The feeds of one format: of the listings that can be followed in it. */
export function feedKind<Format extends FeedFormat>(format: Format): Kind<`feed-${Format}`, FeedProps> {
  return {
    name: `feed-${format}`,
    isForMachines: true,
    always: (site) => lastingFronts(site, ({ feeds }) => feeds.includes(format)),
    url({ scope, bucket }, site) {
      const listing = frontListingOf(scope);
      if (bucket !== 0 || !listing?.front.feeds.includes(format)) return undefined;
      return feedUrl(listingUrl(listing, scope.id, scope.language, site), format);
    },
    props(queries, { scope }, site) {
      const front = frontOf(queries, scope, site);
      const listing = frontListingOf(scope);
      const limit = listing && hasIndex(listing) ? shown.named : shown.lasting;
      const isOfCorrections = scope.of === corrections.name;
      return {
        url: feedUrl(front.url, format),
        language: scope.language,
        front,
        stories: isOfCorrections
          ? []
          : queries
              .newestWithBodies(scope, limit, ({ url }) => ({ page: absoluteUrl(url, site), root: site.url }))
              .map(feedStoryOf),
        corrections: isOfCorrections ? newestCorrections(queries, scope, limit, site) : [],
        withdrawn: isOfCorrections ? [] : queries.withdrawals(scope, limit),
      };
    },
  };
}

function feedStoryOf(story: ArticleWithBody): FeedStory {
  const { id, url, title, summary, at, section, type, corrections, sponsor, license, warning, body } = story;
  // A feed shows pictures whole, and in its lists too.
  const image = story.image && !story.hasWarning ? { ...story.image, focus: undefined, isWide: undefined } : undefined;
  return {
    ...{ id, url, title, summary, at, section, type, image, corrections, sponsor, license, warning, body },
    recording: recordingIn(body),
    changed: story.changed?.at,
    authors: story.byline.map(({ name, url: address }) => ({ name, url: address })),
    topics: story.topics.map(({ name }) => name),
  };
}

/** https://www.iana.org/assignments/media-types/ */
const mediaTypes: Readonly<Record<string, string>> = { mp3: 'audio/mpeg', m4a: 'audio/mp4' };

function recordingIn({ documents }: Body): Recording | undefined {
  for (const { url, bytes } of Object.values(documents)) {
    const type = mediaTypes[typeOf(url)];
    if (bytes !== undefined && type !== undefined) return { url, type, bytes };
  }
  return undefined;
}
