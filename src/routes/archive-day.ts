/** A day of the whole site's archive. */
import { spanOf } from '../content/times.ts';
import { type ArchiveHead, archiveHead, archivePageUrl } from './archive.ts';
import { type Card, cardOf } from './card.ts';
import type { Kind } from './kind.ts';

export type ArchiveDayProps = ArchiveHead & { stories: Card[] };

export const archiveDay: Kind<'archive-day', ArchiveDayProps> = {
  name: 'archive-day',
  url: (place, site) => archivePageUrl(place, site, 'day'),
  props(queries, place, site) {
    const { from, to } = spanOf(place.bucket, site.timeZone);
    return {
      ...archiveHead(queries, place, site),
      stories: queries.between(place.scope, from, to, 'teaser').map(cardOf),
    };
  },
};
