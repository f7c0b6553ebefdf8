/** A topic's front: its introduction, where it has a file, and its newest stories. */
import { topicUrl } from '../content/urls.ts';
import type { TopicRecord } from '../queries/queries.ts';
import { frontUrlAt } from './front-of.ts';
import { type FrontListing, frontListing } from './fronts.ts';
import type { Kind, PageHead } from './kind.ts';
import { listHead } from './list-head.ts';

export type TopicFrontProps = PageHead & FrontListing & { topic: TopicRecord };

export const topicFront: Kind<'topic-front', TopicFrontProps> = {
  name: 'topic-front',
  url: (place, site) => frontUrlAt(place, site, 'topic-front'),
  props(queries, place, site) {
    const { scope } = place;
    const { id, language } = scope;
    return {
      ...listHead(queries, place, site, (each) => topicUrl(id, each, site)),
      ...frontListing(queries, scope),
      topic: queries.topic(id, language),
    };
  },
};
