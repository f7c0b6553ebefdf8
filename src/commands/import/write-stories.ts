/** Writes what was converted, and counts it. */
import type { KeptDetails } from '../../import/kept-details.ts';
import type { PackedMap } from '../../import/packed-map.ts';
import type { Placed } from '../../import/places.ts';
import type { Problem } from '../../problem.ts';
import { type ConvertedStory, convertStories, type Work } from './convert-stories.ts';
import type { ImportState, Written } from './import-state.ts';
import type { ParsedStories } from './parsed-stories.ts';
import { quarantined, quarantineFolder } from './quarantine.ts';
import { bytesOf } from './story-pictures.ts';

/** What is known of a story after it was written; its text is not kept. */
type Done = Pick<ConvertedStory, 'withoutAlt' | 'hasOwnSummary'> & {
  written: Written;
  /** Where it has any. */
  links?: readonly string[];
};

/** By the keys of the stories. */
export type AllDone = PackedMap<Done>;

export type Writing = {
  state: ImportState;
  /** How a story is taken in again, for its path in quarantine. */
  again(path: string): string;
  /** Files by their paths below the content folder: which stories show them, beside which one they stand, and which file of the source. */
  copied: Map<string, { keys: string[]; story: string; file: string }>;
  details: KeptDetails;
  /** Undefined where the newsroom is not asked, or has code of its own, which may read stories in another way. */
  parsed: ParsedStories | undefined;
  /** Stories that link to places in texts of others, with the keys of these: written once all texts are known. */
  waiting: Map<string, string[]>;
  /** `again`: so many stories are converted once more, with what is known by now. */
  progress(done: number, again: number | undefined): void;
};

export async function writeStories(
  work: Work,
  writing: Writing,
  done: AllDone,
  only?: ReadonlySet<string>,
): Promise<void> {
  let count = 0;
  for await (const outcome of convertStories(work, only)) {
    const { placed, problems, files, losses, places } = outcome;
    const found = places.headings.length > 0 ? { places } : {};
    writing.details.keep(placed.key, { losses, remote: files.remote, renamed: files.renamed, ...found });
    if (work.texts === undefined && outcome.wanted.length > 0) {
      writing.waiting.set(placed.key, [...new Set(outcome.wanted.map(([key]) => key))]);
      continue;
    }
    const known = work.out.get(placed.key);
    if (problems.length > 0)
      work.out.set(placed.key, [
        ...problems,
        ...(known ?? []).filter(({ code }) => !problems.some((each) => each.code === code)),
      ]);
    const isOut = work.out.has(placed.key);
    for (const copy of isOut ? [] : files.copies) {
      const isPublic = copy.name.startsWith('public/');
      const path = isPublic ? `../${copy.name}` : copy.name.slice('content/'.length);
      const before = writing.copied.get(path);
      if (before?.file === copy.file) {
        if (!before.keys.includes(placed.key)) before.keys.push(placed.key);
        continue;
      }
      const bytes = await bytesOf(copy);
      if (bytes) writing.state.write(copy.name, bytes);
      writing.copied.set(path, {
        keys: [placed.key],
        story: isPublic ? '' : (placed.story ?? ''),
        file: copy.file,
      });
    }
    const written = writeStory(outcome, work.out.get(placed.key), writing);
    const { withoutAlt, hasOwnSummary, links } = outcome;
    done.set(placed.key, { withoutAlt, hasOwnSummary, written, ...(links.length > 0 && { links }) });
    writing.progress(++count, only?.size);
  }
}

export function pathsOf({ path }: Pick<Placed, 'path'>): { good: string; quarantined: string } {
  return { good: `content/${path}`, quarantined: `${quarantineFolder}/${path}` };
}

function writeStory(
  { placed, text, parsed }: ConvertedStory,
  problems: readonly Problem[] | undefined,
  { state, again, parsed: parsedStories }: Writing,
): Written {
  const paths = pathsOf(placed);
  if (problems === undefined) {
    state.remove(paths.quarantined);
    parsedStories?.keep(placed.path, text, parsed);
    return state.write(paths.good, text);
  }
  // Who has mended it and taken it in has the last word.
  if (state.has(paths.good) && !state.isOurs(paths.good)) return 'edited';
  state.remove(paths.good);
  return state.write(paths.quarantined, quarantined(text, problems, again(paths.quarantined)));
}

/** Keys of what links to some. */
export function linkingTo(keys: readonly string[], done: AllDone): Set<string> {
  const to = new Set(keys);
  const found = new Set<string>();
  if (to.size === 0) return found;
  for (const [key, { links }] of done) if (links?.some((each) => to.has(each))) found.add(key);
  return found;
}
