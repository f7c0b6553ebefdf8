/** What a code means, with a mistake that causes it and each way to mend that: built when it is asked, so that nothing here can be out of date. */
import type { Problem } from '../problem.ts';
import { meaningsOfFiles } from './meanings/of-files.ts';
import { meaningsOfStories } from './meanings/of-stories.ts';
import { meaningsOfTexts } from './meanings/of-texts.ts';
import { meaningsOfTools } from './meanings/of-tools.ts';
import { filesOf, followed, followedByHand } from './mistakes/follow.ts';
import { mistakes, waysToMend } from './mistakes/mistakes.ts';
import type { Files, SmallRooms } from './mistakes/small-room.ts';

const meanings: Readonly<Record<string, string>> = { ...meaningsOfStories, ...meaningsOfTexts, ...meaningsOfFiles };

/** Every code there is, in the order of the alphabet. */
export const codes: readonly string[] = [...Object.keys(meanings), ...Object.keys(meaningsOfTools)].sort();

/** What stands before the slash. */
export const groups: readonly string[] = [...new Set(codes.map(groupOf))];

export function groupOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

export function meaningOf(code: string): string {
  return meanings[code] ?? meaningsOfTools[code]?.[0] ?? '';
}

/** Files that a way changes, as they then are; null for one that is gone. `says`: the words that were followed; none of an edit that the Problem has. */
type Mended = { says: string | undefined; before: Files; after: Record<string, Files[string] | null> };

export type Explained = {
  code: string;
  means: string;
  /** Of a mistake in content: the files that matter, what no file shows, the Problem, and how it is mended. */
  example?: { files: Files; says?: string; problem: Problem; ways: Mended[] };
  /** What to do, where there is no such example. */
  toDo?: string;
};

export async function explain(code: string, rooms: Pick<SmallRooms, 'problemsOf'>): Promise<Explained> {
  const [means = meaningOf(code), toDo] = meaningsOfTools[code] ?? [];
  const mistake = mistakes[code];
  if (!mistake) return { code, means, toDo };
  const { files } = filesOf(mistake);
  const [problem] = await rooms.problemsOf(files, mistake.listed);
  if (problem?.code !== code) throw new Error(`The mistake of ${code} is told as ${problem?.code}`);
  const edited = followed(files, problem);
  const byHand = (waysToMend[code] ?? []).map((way) => ({ says: way.says, all: followedByHand(files, problem, way) }));
  const ways = [...(edited ? [{ says: undefined, all: edited }] : []), ...byHand];
  const shown = Object.keys(mistake.files ?? {}).filter((path) => path in files);
  return {
    ...{ code, means },
    example: {
      files: Object.fromEntries(shown.map((path) => [path, files[path] ?? ''])),
      says: mistake.listed?.says,
      problem,
      ways: ways.map(({ says, all }) => ({ says, before: files, after: differing(files, all) })),
    },
  };
}

function differing(before: Files, after: Files): Mended['after'] {
  const changed = Object.entries(after).filter(([path, text]) => before[path] !== text);
  const gone = Object.keys(before).filter((path) => !(path in after));
  return Object.fromEntries([...changed, ...gone.map((path) => [path, null] as const)]);
}
