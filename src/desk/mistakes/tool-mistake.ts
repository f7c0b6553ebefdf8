/**
 * A mistake that content alone does not cause: in a newsroom’s own code, in what was built, in publish.yaml, in a commit. Some
 * take a whole build to be told, so that tests do that and write what is told into `told/`, which `explain` shows.
 */
import type { Position } from '../../problem.ts';
import { followedByHand, unmark } from './follow.ts';
import { siteYaml, story, storyPath, type Text, type Way } from './room.ts';
import type { Files } from './small-room.ts';

/** What becomes of a built file: gone, another text, or other words in place of some. */
type Damage = null | string | readonly [from: string | RegExp, to: string];

export type ToolMistake = {
  /** By path below the newsroom; `‸` marks what is wrong. Null: it is not there any more. */
  files?: Readonly<Record<string, Text | null>>;
  /** As they were before: committed, and published where that matters. */
  before?: Files;
  /** What was done, or what somebody else did, that no file shows. */
  says?: string;
  /** To what was built, by path below the folder. */
  damage?: Readonly<Record<string, Damage>>;
  /** Other codes, where it cannot be told alone. */
  toldWith?: readonly string[];
  ways: ToolWay[];
};

/** `write` is of the file with the mark; `run`: the command that does it. */
export type ToolWay = Way & { run?: string };

/** What every newsroom has, which a way may change. */
export const newsroomFiles: Files = { 'content/site.yaml': siteYaml, [`content/${storyPath}`]: story() };

/** The files, and the one with the mark, where that is. */
export function toolFiles({ files = {} }: ToolMistake): { files: Files; marked?: { file: string } & Position } {
  const read: Files = {};
  let marked: ({ file: string } & Position) | undefined;
  for (const [path, content] of Object.entries(files)) {
    if (content === null) continue;
    const one = typeof content === 'string' ? unmark(content) : { text: content, place: undefined };
    read[path] = one.text;
    const [line, column] = one.place?.split(':').map(Number) ?? [];
    if (line !== undefined && column !== undefined) marked = { file: path, line, column };
  }
  return { files: read, marked };
}

export function toolMended(mistake: ToolMistake, way: ToolWay): Files {
  const { files, marked } = toolFiles(mistake);
  return followedByHand(files, { file: marked?.file ?? Object.keys(files)[0] ?? '' }, way);
}
