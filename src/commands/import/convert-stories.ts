/**
 * Converts the stories of a source in their order: on this thread where there are few, else also on others. These do not know
 * the archive: they are told what a text will probably ask of it, and a story that asks more is converted here.
 */
import { availableParallelism } from 'node:os';
import { setImmediate as othersHaveSpoken } from 'node:timers/promises';
import { engineFile } from '../../engine-files.ts';
import { likelyAddresses } from '../../import/likely-addresses.ts';
import { LinkResolver, ledElsewhere } from '../../import/link-resolver.ts';
import type { Media } from '../../import/media.ts';
import type { OldAddresses } from '../../import/old-addresses.ts';
import type { Placed, Places } from '../../import/places.ts';
import type { Source, SourceStory } from '../../import/source-story.ts';
import { keyOf, type Survey } from '../../import/survey.ts';
import { type HeadingPlaces, placeIn } from '../../import/text/heading-places.ts';
import type { Problem } from '../../problem.ts';
import { type Archive, convertStory, type Outcome, type Settings, type ToConvert } from './convert-story.ts';
import type { Answers, DataOfThreads, Task } from './import-thread.ts';

export type Work = Settings & {
  source: Source;
  survey: Survey;
  places: Places;
  addresses: OldAddresses;
  media: Media;
  /** Stories in quarantine, with what is wrong with them. */
  out: Map<string, Problem[]>;
  /** Files that turned out to be no pictures, by the stories that they would stand beside; at ``, those of `public/` that cannot stand there. */
  bad: Map<string, string[]>;
  /** Places in texts that others link to, by their keys; before all texts are known, undefined. */
  texts?: ReadonlyMap<string, HeadingPlaces> | undefined;
  hands?: HandsOfImport;
};

export type ConvertedStory = Outcome & { placed: Placed };

/** `few`: fewer stories are converted before threads have begun; `threads`: how many, beside this one; `characters`: handed on at once. */
type HandsOfImport = { few: number; threads: number; characters: number };

/** More threads would take more memory than time. */
const usualHands: HandsOfImport = { few: 300, threads: Math.min(availableParallelism() - 1, 4), characters: 100_000 };
/** Of each thread: while this one reads and writes, it hands out nothing. */
const tasksAtOnce = 2;
/** Megabytes of a thread: few, as all that is known of a large archive is in memory too. A text that needs more is converted here. */
const memoryOfThread = { old: 96, nursery: 4 };

/** Those of `only`, or all. */
export async function* convertStories(work: Work, only?: ReadonlySet<string>): AsyncGenerator<ConvertedStory> {
  const { few, threads, characters } = work.hands ?? usualHands;
  const archiveOf = archivesOf(work);
  const here = (batch: readonly ToConvert[]) =>
    batch.map((each) => ({ placed: each.placed, ...convertStory(each, archiveOf(each.placed), work) }));
  if (threads === 0 || (only ?? work.places.placed).size < few) {
    for await (const batch of batchesOf(work, characters, only)) yield* here(batch);
    return;
  }
  const pool = await startPool(work, threads);
  let underWay = 0;
  const there = async (stories: readonly ToConvert[]): Promise<ConvertedStory[]> => {
    underWay++;
    try {
      const task: Task = { stories, answers: stories.map((each) => likelyAnswers(each, archiveOf(each.placed), work)) };
      const done: (Outcome | undefined)[] = await pool.run(task);
      return stories.flatMap((each, index) => {
        const outcome = done[index];
        return outcome ? [{ placed: each.placed, ...outcome }] : here([each]);
      });
    } catch {
      return here(stories); // what a thread has not the memory for; any other fault is the same here, and told
    } finally {
      underWay--;
    }
  };
  const running: Promise<ConvertedStory[]>[] = [];
  try {
    for await (const batch of batchesOf(work, characters, only)) {
      await othersHaveSpoken();
      const isFree = underWay < threads * tasksAtOnce;
      const converting = isFree ? there(batch) : Promise.resolve(here(batch));
      converting.catch(() => undefined); // told in its turn
      running.push(converting);
      if (running.length > 2 * threads * tasksAtOnce) yield* (await running.shift()) ?? [];
    }
    for (const each of running) yield* await each;
  } finally {
    await pool.destroy();
  }
}

async function* batchesOf(
  work: Work,
  most: number,
  only: ReadonlySet<string> | undefined,
): AsyncGenerator<ToConvert[]> {
  let batch: ToConvert[] = [];
  let characters = 0;
  for await (const item of work.source.items()) {
    if (item.kind !== 'story' && item.kind !== 'page') continue;
    const placed = work.places.placed.get(keyOf(item.place));
    if (!placed || (only && !only.has(placed.key))) continue;
    batch.push(toConvert(item, placed, work));
    characters += item.body.text.length;
    if (characters < most) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  yield batch;
}

function toConvert(story: SourceStory, placed: Placed, { survey, addresses, bad }: Work): ToConvert {
  const { lead } = story;
  const medium = lead && survey.media.get(lead.id === undefined ? (lead.src ?? '') : `id:${lead.id}`);
  return {
    ...{ story, placed, medium },
    redirects: addresses.redirects.get(placed.key) ?? [],
    bad: [...(bad.get(placed.story ?? '') ?? []), ...(bad.get('') ?? [])],
  };
}

/** What is in quarantine is asked as it was at the beginning: so it is the same in whichever order stories are converted. */
function archivesOf({ addresses, places, hosts, media, out, texts, survey }: Work): (placed: Placed) => Archive {
  const resolver = new LinkResolver(addresses, places, hosts, survey.lists);
  const wasOut = new Set(out.keys());
  return (placed) => ({
    led(href) {
      const led = resolver.resolve(href, placed);
      if (led === undefined || !('story' in led)) return { led, isOut: false };
      const { story = '', place } = led;
      const text = place === undefined ? undefined : texts?.get(story);
      return { led, isOut: wasOut.has(story), ...(text && { place: placeIn(text, place ?? '') }) };
    },
    find: (src) => media.find(src, placed.facts),
  });
}

function likelyAnswers({ story, medium }: ToConvert, archive: Archive, { hosts }: Settings): Answers {
  const { links, files } = likelyAddresses(story.body.text);
  for (const src of [story.lead?.src, medium?.srcs[0]]) if (src !== undefined) files.add(src);
  const answers: Answers = { led: new Map(), found: new Map() };
  for (const address of links) {
    const elsewhere = ledElsewhere(address, hosts);
    const answer = elsewhere ?? archive.led(address);
    if (!elsewhere) answers.led.set(address, answer);
    if (answer.led === undefined) files.add(address); // then a file is asked for
  }
  for (const address of files) answers.found.set(address, archive.find(address));
  return answers;
}

async function startPool({ mapping, site, hosts, dialect }: Settings, threads: number) {
  const { startThreads } = await import('../../thread-pool.ts');
  const settings: DataOfThreads = JSON.parse(JSON.stringify({ mapping, site, hosts, dialect }));
  return startThreads({
    file: engineFile('src/commands/import/import-thread.ts'),
    ...{ threads, tasks: tasksAtOnce, workerData: settings, ...memoryOfThread },
  });
}
