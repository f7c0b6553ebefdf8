/** `/topics/`: every topic that has stories. */
import { namesKind } from './names.ts';

export const topicIndex = namesKind('topic-index');
