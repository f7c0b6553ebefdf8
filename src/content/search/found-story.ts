/** What readers are shown of a story that they have found, before its own page is asked. */
import type { Headline } from '../records.ts';

export type FoundStory = Pick<
  Headline,
  'url' | 'title' | 'kicker' | 'section' | 'type' | 'at' | 'isDay' | 'sponsor' | 'unpublished' | 'hasWarning'
> & {
  /** In its month (`month-numbers.ts`). */
  number: number;
};
