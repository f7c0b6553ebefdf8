/** What a thread of an import does: it converts some stories. */
import { Tinypool } from 'tinypool';
import { ledElsewhere } from '../../import/link-resolver.ts';
import type { FoundFile } from '../../import/media.ts';
import { type Archive, convertStory, type Outcome, type Settings, type ToConvert } from './convert-story.ts';

/** What every thread knows: plain data. */
export type DataOfThreads = Settings;

/** Of the archive, by what a text may ask. */
export type Answers = {
  led: Map<string, ReturnType<Archive['led']>>;
  found: Map<string, FoundFile | undefined>;
};

/** `answers`: those of each story, in their order. */
export type Task = { stories: readonly ToConvert[]; answers: readonly Answers[] };

class Unknown extends Error {}

/** Undefined of a story that asks for what was not told. */
export function work({ stories, answers }: Task): (Outcome | undefined)[] {
  return stories.map((story, index) => {
    try {
      const told = answers[index];
      return told && convertStory(story, archiveOf(told), settings);
    } catch (error) {
      if (error instanceof Unknown) return undefined;
      throw error;
    }
  });
}

const settings = Tinypool.workerData as DataOfThreads;

function archiveOf({ led, found }: Answers): Archive {
  return {
    led(href) {
      const known = ledElsewhere(href, settings.hosts) ?? led.get(href);
      if (!known) throw new Unknown();
      return known;
    },
    find(src) {
      if (!src.startsWith('data:') && !found.has(src)) throw new Unknown();
      return found.get(src);
    },
  };
}
