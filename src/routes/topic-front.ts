/** A topic's front: its introduction, where it has a file, and its newest stories. */
import { topicUrl } from '../content/urls.ts';
import type { TopicRecord } from '../queries/queries.ts';
import { frontUrlAt } from './front-of.ts';
import { type FrontListing, frontListing } from './fronts.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';

export type TopicFrontProps = PageHead & FrontListing & { topic: TopicRecord };

export const topicFront: Kind<'topic-front', TopicFrontProps> = {
  name: 'topic-front',
  url: (place, site) => frontUrlAt(place, site, 'topic-front'),
  props(queries, { scope }, site) {
    const { id, language } = scope;
    return {
      ...pageHead(queries, site, language, (each) => topicUrl(id, each, site)),
      ...frontListing(queries, scope),
      topic: queries.topic(id, language),
    };
  },
};
