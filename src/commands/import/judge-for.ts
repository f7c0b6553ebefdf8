/** Who judges stories: loaded only where some are doubted, since it is much. */
import type { Judge, ToConvert } from './convert-story.ts';

export async function judgeFor(stories: readonly ToConvert[]): Promise<Judge | undefined> {
  if (!stories.some(({ isDoubted }) => isDoubted)) return undefined;
  return (await import('./story-faults.ts')).faultsOfStory;
}
