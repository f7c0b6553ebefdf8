/** `/topics/`: every topic that has stories. */
import { topic } from '../content/listings/topic.ts';
import { topicUrl } from '../content/urls.ts';
import { namesKind } from './names.ts';

export const topicIndex = namesKind('topic-index', topic, (queries, language, site) =>
  queries
    .names('topic', language)
    .map((id) => ({ name: queries.topicName(id, language), url: topicUrl(id, language, site) })),
);
