/**
 * Parses files where nothing of the newsroom is known but its site: on another thread. What a remedy would name of the
 * newsroom (`content/known.ts`) is not to be had there, so a file in which such a thing is wrong is left to the sync.
 */
import type { Known } from '../content/known.ts';
import type { ParsedFile } from '../content/parsed-file.ts';
import type { ContentPath } from '../content/paths.ts';
import type { StoryWords } from '../content/search/vocabulary.ts';
import type { Site } from '../content/site.ts';
import { type HandedOn, readHandedOn } from '../source/hand-on.ts';
import { parseText } from './parse-content.ts';

/** Plain data, as it is passed between threads. Undefined: it is to be parsed where the newsroom is known. */
export type ParsedApart = ParsedFile<unknown> | undefined;

export type Parser = {
  /** In the order of `contents`, all of them text. So many calls may be under way at once. */
  parse(contents: readonly ContentPath[], files: HandedOn, site: Site): Promise<Parsed>;
  mostAtOnce: number;
  /** No more files will come. */
  end(): void;
};

/** `read`: the texts that were read for it, by path, if they are to be kept. */
export type Parsed = { parsed: ParsedApart[]; read: ReadonlyMap<string, Uint8Array> };

class AsksNewsroom extends Error {}

function ask(): never {
  throw new AsksNewsroom();
}

const unknownNewsroom: Known = { authors: ask, stories: ask, has: ask };

/** In the order of `contents`. `onFile` is told of each, by its number, before it is parsed. */
export async function parseAllApart(
  contents: readonly ContentPath[],
  files: HandedOn,
  site: Site,
  onFile?: (index: number) => void,
): Promise<Parsed> {
  const read = await readHandedOn(files);
  const parsed = contents.map((content, index) => {
    onFile?.(index);
    return parseApart(content, read.get(content.path) ?? new Uint8Array(), site);
  });
  return { parsed, read: files.isKept ? read : new Map() };
}

/** Of the stories among some files. */
export function wordsIn(parsed: readonly ParsedApart[]): StoryWords[] {
  return parsed.flatMap((each) => each?.words ?? []);
}

function parseApart(content: ContentPath, bytes: Uint8Array, site: Site): ParsedApart {
  try {
    return parseText(content, bytes, { site, known: unknownNewsroom });
  } catch (error) {
    if (error instanceof AsksNewsroom) return undefined;
    throw error;
  }
}
