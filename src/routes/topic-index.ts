/** `/topics/`: every topic that has stories. */
import { topicUrl } from '../content/urls.ts';
import { namesKind } from './names.ts';

export const topicIndex = namesKind('topic-index', 'topics', (queries, language, site) =>
  queries
    .names('topic', language)
    .map((id) => ({ name: queries.topicName(id, language), url: topicUrl(id, language, site) })),
);
