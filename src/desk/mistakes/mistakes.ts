/** A mistake for each code that content causes, and the ways to follow its remedy where that leaves something to decide. */
import { mistakesInFiles } from './in-files.ts';
import { mistakesInSite } from './in-site.ts';
import { mistakesInStories } from './in-stories.ts';
import { mistakesInTexts } from './in-texts.ts';
import { remediesInFiles } from './remedies-in-files.ts';
import { remediesInLinks } from './remedies-in-links.ts';
import { remediesInSite } from './remedies-in-site.ts';
import { remediesInStories } from './remedies-in-stories.ts';
import { remediesInTexts } from './remedies-in-texts.ts';
import type { Mistake, Way } from './room.ts';

export const mistakes: Record<string, Mistake> = {
  ...mistakesInStories,
  ...mistakesInTexts,
  ...mistakesInFiles,
  ...mistakesInSite,
};

/** By code; those whose remedy is an edit, or another name for the file, need none. */
export const waysToMend: Record<string, Way[]> = {
  ...remediesInStories,
  ...remediesInTexts,
  ...remediesInLinks,
  ...remediesInFiles,
  ...remediesInSite,
};
