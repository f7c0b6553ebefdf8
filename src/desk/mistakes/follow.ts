/** Mistakes as files, and what becomes of these when somebody does what a Problem says. */
import type { Position, Problem } from '../../problem.ts';
import type { Mistake, Way } from './room.ts';
import { type Files, smallestRoom } from './small-room.ts';

/** The text without its mark, and the line and column where that stood. */
export function unmark(text: string): { text: string; place: string | undefined } {
  const offset = text.indexOf('‸');
  if (offset === -1) return { text, place: undefined };
  const before = text.slice(0, offset).split('\n');
  return { text: text.replace('‸', ''), place: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` };
}

/** The whole newsroom, and the place that the mistake says. */
export function filesOf({ files = {}, place }: Mistake): { files: Files; place: string | undefined } {
  const read: Files = { ...smallestRoom };
  let marked = place;
  for (const [path, content] of Object.entries(files)) {
    if (content === null) {
      delete read[path];
      continue;
    }
    const one = typeof content === 'string' ? unmark(content) : { text: content, place: undefined };
    read[path] = one.text;
    if (one.place) marked = `${path}:${one.place}`;
  }
  return { files: read, place: marked };
}

/** A text with the edits that its Problems have, from its end to its beginning; of two on one place, the first. */
export function applied(text: string, problems: readonly Problem[]): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: Position) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  const edits = problems.flatMap(({ replacement }) =>
    replacement ? [{ from: offset(replacement.from), to: offset(replacement.to), text: replacement.text }] : [],
  );
  let [mended, end] = [text, Number.POSITIVE_INFINITY];
  for (const edit of edits.sort((one, other) => other.from - one.from || other.to - one.to)) {
    if (edit.to > end) continue;
    mended = mended.slice(0, edit.from) + edit.text + mended.slice(edit.to);
    end = edit.from;
  }
  return mended;
}

const renaming = /^Rename it to (\S+\/\S+)\.$/;
const textOf = (files: Files, path: string) => String(files[path] ?? '');

/** What a remedy says to a machine: an edit, or another name; undefined where it says nothing to one. */
export function followed(files: Files, problem: Problem): Files | undefined {
  const name = renaming.exec(problem.fix)?.[1];
  if (!name && !problem.replacement) return undefined;
  const { [problem.file]: _, ...others } = files;
  return { ...others, [name ?? problem.file]: applied(textOf(files, problem.file), [problem]) };
}

export function followedByHand(
  files: Files,
  { file }: Pick<Problem, 'file'>,
  { write, files: changed = {} }: Way,
): Files {
  const mended = write ? { [file]: textOf(files, file).replace(...write) } : {};
  const all = Object.entries({ ...files, ...mended, ...changed });
  return Object.fromEntries(all.filter((each): each is [string, string | Uint8Array] => each[1] !== null));
}
