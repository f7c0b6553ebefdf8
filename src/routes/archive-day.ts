/**
 * A day of an archive. Of a long day each page has a part, filled from the first story of the day on, so that a new story
 * changes the last one alone; the first part is the page of the day itself.
 */
import { bounds } from '../content/bounds.ts';
import type { Bucket } from '../content/times.ts';
import type { Queries } from '../queries/queries.ts';
import { type ArchiveHead, archiveHead, archivePageUrl, headlinesIn, partsBeside, totalOf } from './archive.ts';
import { bytesOfCards, type Card, cardOf, type Listed } from './card.ts';
import { inOrderOf } from './front-of.ts';
import type { Kind, Place } from './kind.ts';

export type ArchiveDayProps = ArchiveHead & {
  /** Of these two one is empty; in the order of the listing. */
  cards: Card[];
  headlines: Listed[];
  /** Other parts that it leads to. */
  parts: Bucket[];
};

export const archiveDay: Kind<'archive-day', ArchiveDayProps> = {
  name: 'archive-day',
  url: (place, site) => archivePageUrl(place, site, ['day', 'part']),
  props(queries, place, site) {
    const { scope, bucket } = place;
    const head = archiveHead(queries, place, site);
    const parts = partsBeside(queries, place, site);
    if (parts.length > 0) {
      const headlines = headlinesIn(queries, place);
      const isFew = headlines.length < bounds.forSearch ? { isFew: true as const } : {};
      return { ...head, ...isFew, total: totalOf(queries, place), cards: [], headlines, parts };
    }
    const total = queries.count(scope, bucket);
    const cards = total <= bounds.cards ? cardsIn(queries, place) : [];
    return { ...head, total, cards, headlines: cards.length > 0 ? [] : headlinesIn(queries, place), parts };
  },
};

/** None if they are too long for a page. */
function cardsIn(queries: Queries, { scope, bucket }: Place): Card[] {
  const cards = queries.inPeriod(scope, bucket, 'teaser').map(({ story }) => cardOf(story));
  return bytesOfCards(cards) > bounds.page ? [] : inOrderOf(scope, cards.reverse());
}
