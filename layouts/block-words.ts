/** What the blocks in texts say in the language of their page. */
import { DateTime } from 'luxon';
import type { Say } from '../src/content/blocks/block.ts';
import type { Language } from '../src/content/names.ts';
import type { Site } from '../src/content/site.ts';
import { wordsIn } from './words.ts';

export function sayIn(language: Language, site: Pick<Site, 'wording'>): Say {
  const words = wordsIn(language, site);
  return {
    day: (date) => words.date(DateTime.fromISO(date, { zone: 'utc' })),
    size: words.fileSize,
    comma: words.listComma,
    interactiveChart: words.interactiveChart,
  };
}
