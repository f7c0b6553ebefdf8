/** A topic's front: its introduction, where it has a file, and its newest stories. */
import { readScope } from '../content/scopes.ts';
import { topicUrl } from '../content/urls.ts';
import type { TopicRecord } from '../queries/queries.ts';
import { type FrontListing, frontListing } from './fronts.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';

export type TopicFrontProps = PageHead & FrontListing & { topic: TopicRecord };

export const topicFront: Kind<TopicFrontProps> = {
  name: 'topic-front',
  url({ scope, bucket }, site) {
    const { of, id, language } = readScope(scope);
    return of === 'topic' && bucket === 0 ? topicUrl(id, language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { id, language } = readScope(scope);
    return {
      ...pageHead(queries, site, language, (each) => topicUrl(id, each, site)),
      ...frontListing(queries, scope, false),
      topic: queries.topic(id, language),
    };
  },
};
