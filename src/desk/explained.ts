/** What a code means, with a mistake that causes it and each way to mend that: built when it is asked, so that nothing here can be out of date. */
import type { Problem } from '../problem.ts';
import { meaningsOfFiles } from './meanings/of-files.ts';
import { meaningsOfStories } from './meanings/of-stories.ts';
import { meaningsOfTexts } from './meanings/of-texts.ts';
import { meaningsOfTools } from './meanings/of-tools.ts';
import { filesOf, followed, followedByHand } from './mistakes/follow.ts';
import { mistakes, waysToMend } from './mistakes/mistakes.ts';
import type { Files, SmallRooms } from './mistakes/small-room.ts';
import { newsroomFiles, toolFiles, toolMended } from './mistakes/tool-mistake.ts';
import { toolMistake } from './mistakes/tool-mistakes.ts';

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

/** Files that a way changes, as they then are; null for one that is gone. `says`: the words that were followed; none of an edit that the Problem has. `run`: the command that does it. */
type Mended = {
  says: string | undefined;
  run?: string;
  before: Files;
  after: Record<string, Files[string] | null>;
};

/** The files that matter, what no file shows, the Problem, and how it is mended. `shown`: the file that is at fault, with its line. */
export type Example = {
  files: Files;
  shown?: { file: string; line?: number };
  says?: string;
  problem: Problem;
  ways: Mended[];
};

/** `toDo`: of a code that no content causes alone, its remedy in general. */
export type Explained = { code: string; means: string; toDo?: string; example: Example };

export async function explain(code: string, rooms: Pick<SmallRooms, 'problemsOf'>): Promise<Explained> {
  const [means = meaningOf(code), toDo] = meaningsOfTools[code] ?? [];
  const example = toolExample(code) ?? (await contentExample(code, rooms));
  return { code, means, toDo, example };
}

/** Built as it is asked for. */
async function contentExample(code: string, rooms: Pick<SmallRooms, 'problemsOf'>): Promise<Example> {
  const mistake = mistakes[code];
  if (!mistake) throw new Error(`There is no mistake of ${code}`);
  const { files } = filesOf(mistake);
  const [problem] = await rooms.problemsOf(files, mistake.listed);
  if (problem?.code !== code) throw new Error(`The mistake of ${code} is told as ${problem?.code}`);
  const edited = followed(files, problem);
  const byHand = (waysToMend[code] ?? []).map((way) => ({ says: way.says, all: followedByHand(files, problem, way) }));
  const ways = [...(edited ? [{ says: undefined, all: edited }] : []), ...byHand];
  const named = Object.keys(mistake.files ?? {}).filter((path) => path in files);
  return {
    files: Object.fromEntries(named.map((path) => [path, files[path] ?? ''])),
    shown: { file: problem.file, line: problem.line },
    says: mistake.listed?.says,
    problem,
    ways: ways.map(({ says, all }) => ({ says, before: files, after: differing(files, all) })),
  };
}

/** As tests have built it. */
function toolExample(code: string): Example | undefined {
  const { mistake, problem } = toolMistake(code) ?? {};
  if (!mistake || !problem) return undefined;
  const { files, marked } = toolFiles(mistake);
  const before = { ...newsroomFiles, ...mistake.before, ...files };
  const ways = mistake.ways.map((way) => ({
    says: way.says,
    run: way.run,
    before,
    after: differing(files, { ...toolMended(mistake, way) }),
  }));
  return { files, shown: marked, says: mistake.says, problem, ways };
}

function differing(before: Files, after: Files): Mended['after'] {
  const changed = Object.entries(after).filter(([path, text]) => before[path] !== text);
  const gone = Object.keys(before).filter((path) => !(path in after));
  return Object.fromEntries([...changed, ...gone.map((path) => [path, null] as const)]);
}
