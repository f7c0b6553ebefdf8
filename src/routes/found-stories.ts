/** What the search page shows of some stories of a month, by their numbers in the index. */
import type { Language } from '../content/names.ts';
import { foundStoriesUrl } from '../content/search/addresses.ts';
import type { FoundStory } from '../content/search/found-story.ts';
import type { Kind } from './kind.ts';

export type FoundStoriesProps = { language: Language; stories: FoundStory[] };

export const foundStories: Kind<'found-stories', FoundStoriesProps> = {
  name: 'found-stories',
  isForMachines: true,
  url: ({ scope, bucket }) =>
    scope.of === 'found-stories' ? foundStoriesUrl(scope.language, scope.id, bucket) : undefined,
  props(queries, { scope: { language, id }, bucket }) {
    const stories = queries.foundStories(language, id, bucket);
    return stories && { language, stories };
  },
};
