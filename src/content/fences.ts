/** The two lines of --- around front matter: where they are, or were meant to be. Lines are counted from 0 but in Problems. */
import type { Problem, Replacement } from '../problem.ts';

const opens = /^---[ \t]*$/;
const closes = /^---(?:[ \t]|$)/;
/** What editors and hands make of three hyphens. */
const nearly = /^\s*(?:-{2,}|[—–]-?|[—–]{2,}|\*{3}|_{3})(?:\s*ya?ml)?\s*$/i;
/** A line that is front matter, whatever stands around it. */
const keyLine = /^[\p{L}_][\p{L}\p{N}_-]*:(?:\s|$)/u;

/** `next`: the line after the first ---; undefined where there is nothing like it. */
export function openingFence(lines: readonly string[], file: string): { next?: number; problems: Problem[] } {
  const first = lines[0] ?? '';
  if (opens.test(first)) return { next: 1, problems: [] };
  const told = (next: number | undefined, said: Omit<Problem, 'file'>) => ({
    next,
    problems: [{ file, line: 1, column: 1, ...said }],
  });
  const text = Math.max(
    lines.findIndex((line) => line.trim() !== ''),
    0,
  );
  if (opens.test(lines[text] ?? ''))
    return told(text + 1, {
      code: 'front-matter/missing',
      what: 'The file begins with an empty line, and not with its front matter.',
      fix: 'Remove what stands above the first ---.',
      replacement: edit([1, 1], [text + 1, 1], ''),
    });
  if (nearly.test(first))
    return told(1, {
      code: 'front-matter/not-yaml',
      what: `The file begins with “${first.trim()}”, and front matter with a line of only ---.`,
      fix: 'Make the first line exactly ---.',
      replacement: edit([1, 1], [1, first.length + 1], '---'),
    });
  if (/^\s*(?:---|;;;|\+\+\+)/.test(first))
    return told(undefined, {
      code: 'front-matter/not-yaml',
      what: `The file begins with “${first.trim().slice(0, 40)}”; front matter is YAML between two lines of only ---.`,
      fix: 'Make the first line exactly ---, and write a line such as “title: …” for each key; no other language is read.',
    });
  const missing = { code: 'front-matter/missing', what: 'The file does not begin with front matter.' };
  if (keyLine.test(lines[text] ?? ''))
    return told(0, {
      ...missing,
      fix: 'Put a line with only --- above the first line.',
      replacement: edit([1, 1], [1, 1], '---\n'),
    });
  return told(undefined, {
    ...missing,
    fix: 'Begin it with a line of only ---, a line for each key, as in the other files of its folder, and --- again.',
  });
}

/** The second ---, what was meant for it, or the place before the text; and the line after it. */
export function closingFence(
  lines: readonly string[],
  start: number,
  file: string,
): { line: number; next: number; problems: Problem[] } {
  const code = 'front-matter/unclosed';
  const line = lines.findIndex((each, index) => index >= start && closes.test(each));
  const written = lines[line] ?? '';
  const rest = written.slice(3).trim();
  if (line !== -1 && rest === '') return { line, next: line + 1, problems: [] };
  if (line !== -1) {
    const what = 'The line that closes the front matter has more than --- on it.';
    const fix = 'Put what follows the --- on a line of its own, below it.';
    const replacement = edit([line + 1, 1], [line + 1, written.length + 1], `---\n${rest}`);
    return { line, next: line + 1, problems: [{ code, file, line: line + 1, column: 1, what, fix, replacement }] };
  }
  const what = 'The front matter is opened with --- and never closed.';
  const told = { code, file, line: Math.max(start, 1), column: 1, what };
  const near = lines.findIndex((each, index) => index >= start && nearly.test(each));
  if (near !== -1) {
    const replacement = edit([near + 1, 1], [near + 1, (lines[near] ?? '').length + 1], '---');
    const fix = `Make line ${near + 1} exactly ---.`;
    return { line: near, next: near + 1, problems: [{ ...told, fix, replacement }] };
  }
  const text = firstLineOfText(lines, start);
  const isEnd = lines.slice(text).every((each) => each.trim() === '');
  const fix = `Put a line with only --- ${isEnd ? 'after the last key' : `above line ${text + 1}, before the text`}.`;
  return { line: text, next: text, problems: [{ ...told, fix, replacement: insertion(lines, text) }] };
}

function edit(from: [number, number], to: [number, number], text: string): Replacement {
  const [start, end] = [from, to].map(([line, column]) => ({ line, column })) as [
    Replacement['from'],
    Replacement['to'],
  ];
  return { from: start, to: end, text };
}

/** A --- above a line; after the last, where there is no such line. */
function insertion(lines: readonly string[], above: number): Replacement {
  const { length } = lines;
  if (above < length) return edit([above + 1, 1], [above + 1, 1], '---\n');
  const column = (lines[length - 1] ?? '').length + 1;
  return edit([length, column], [length, column], '\n---\n');
}

/** The first line that is none of front matter, with empty ones before it; with no such line, the end. */
function firstLineOfText(lines: readonly string[], start: number): number {
  let empty: number | undefined;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') empty ??= index;
    else if (!keyLine.test(line) && !/^[ \t#\]}-]/.test(line)) return empty ?? index;
    else empty = undefined;
  }
  return empty ?? lines.length;
}
