/** The markup of two pages, or the lines of two other texts: those that differ, with a few around them. */
import { diffArrays } from 'diff';

type Line = { text: string; is: 'same' | 'removed' | 'added' | 'gap' };

const mostEdits = 3000;
const around = 2;
/** More lines, and longer ones, help nobody. */
const most = { lines: 300, characters: 400 };

export type MarkupChange = {
  lines: Line[];
  /** Lines that differ too and are not shown. */
  more: number;
};

/** Undefined where they differ in so much that no line is a help. */
export function compareMarkup(before: string, after: string): MarkupChange | undefined {
  const found = diffArrays(linesOf(before), linesOf(after), { maxEditLength: mostEdits });
  if (!found) return undefined;
  const all = found.flatMap(({ value, added, removed }) =>
    value.map((text): Line => ({ text: cut(text), is: added ? 'added' : removed ? 'removed' : 'same' })),
  );
  const isNear = all.map((_, at) =>
    all.slice(Math.max(0, at - around), at + around + 1).some(({ is }) => is !== 'same'),
  );
  const near = all.flatMap((line, at): Line[] => {
    if (isNear[at]) return [line];
    return at > 0 && isNear[at - 1] ? [{ text: '…', is: 'gap' }] : [];
  });
  const more = near.slice(most.lines).filter(({ is }) => is === 'added' || is === 'removed').length;
  return { lines: near.slice(0, most.lines), more };
}

/** A tag, or a rule of a style, begins a line of its own. */
function linesOf(markup: string): string[] {
  return markup
    .replace(/(?<=[>}])(?=[<.@:a-z[#*])/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function cut(text: string): string {
  return text.length > most.characters ? `${text.slice(0, most.characters)}…` : text;
}
