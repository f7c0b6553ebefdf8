/** Places in texts that other stories link to: known once all texts are, and then these stories are converted again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText, splitFrontMatter } from '../../content/front-matter.ts';
import { outlineBody } from '../../content/markdown/outline.ts';
import type { HeadingPlaces } from '../../import/text/heading-places.ts';
import type { Work } from './convert-stories.ts';
import { type AllDone, pathsOf, type Writing, writeStories } from './write-stories.ts';

export async function writeLinkedPlaces(work: Work, writing: Writing, done: AllDone, content: string): Promise<void> {
  const { waiting, details, state } = writing;
  const texts = new Map<string, HeadingPlaces>();
  work.texts = texts;
  if (waiting.size === 0) return;
  const wanted = new Set([...waiting.values()].flat());
  for (const [key, { places }] of details.each()) if (places && wanted.has(key)) texts.set(key, places);
  for (const key of wanted) {
    const placed = work.places.placed.get(key);
    const path = placed && pathsOf(placed).good;
    // Of what editors have changed, the places are those that it has now.
    if (path === undefined || !state.has(path) || state.isOurs(path)) continue;
    texts.set(key, { headings: headingsOf(join(content, placed?.path ?? ''), work), ids: [] });
  }
  await writeStories(work, writing, done, new Set(waiting.keys()));
  waiting.clear();
}

function headingsOf(file: string, { site }: Work): string[] {
  try {
    const { split } = splitFrontMatter(plainText(readFileSync(file)), file);
    return outlineBody(split?.body ?? '', file, 1, site).outline.headings;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
