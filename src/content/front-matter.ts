/** Splits a Markdown file into its front matter and its body. Front matter is YAML, never code. */
import type { Problem } from '../problem.ts';
import { characterProblem } from './characters.ts';
import { sizeProblem } from './size.ts';

export type Split = {
  yaml: string;
  /** The line of the file on which `yaml` begins, from 1. */
  yamlLine: number;
  body: string;
  bodyLine: number;
};

/** The text of a file as everything here reads it: no byte order mark, lines end in `\n`. */
export function plainText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8')
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
}

/** Splits at the two `---` lines; a Problem where there are none, where the first names a language, where the file is not text or a part of it too large. */
export function splitFrontMatter(text: string, file: string): Split | Problem {
  const unreadable = characterProblem(text, file);
  if (unreadable) return unreadable;
  const lines = text.split('\n');
  const first = lines[0] ?? '';
  if (!/^---[ \t]*$/.test(first)) return openingProblem(first, file);
  const end = lines.findIndex((line, index) => index > 0 && /^---(?:[ \t]|$)/.test(line));
  if (end === -1) {
    return {
      code: 'front-matter/unclosed',
      file,
      line: 1,
      column: 1,
      what: 'The front matter is opened with --- and never closed.',
      fix: 'Put a line with only --- after the last key, before the text.',
    };
  }
  if (lines[end]?.trim() !== '---') {
    return {
      code: 'front-matter/unclosed',
      file,
      line: end + 1,
      column: 1,
      what: 'The line that closes the front matter has more than --- on it.',
      fix: 'Put what follows the --- on a line of its own, below it.',
    };
  }
  const yaml = lines.slice(1, end).join('\n');
  const body = lines.slice(end + 1).join('\n');
  const split = { yaml, yamlLine: 2, body, bodyLine: end + 2 };
  return (
    sizeProblem('front matter', Buffer.byteLength(yaml), file, split.yamlLine) ??
    sizeProblem('text', Buffer.byteLength(body), file, split.bodyLine) ??
    split
  );
}

function openingProblem(first: string, file: string): Problem {
  const place = { file, line: 1, column: 1 };
  if (/^\s*(---|;;;|\+\+\+)/.test(first)) {
    return {
      ...place,
      code: 'front-matter/not-yaml',
      what: `The file begins with “${first.trim().slice(0, 40)}”; front matter is YAML between two lines of only ---.`,
      fix: 'Make the first line exactly ---; no other language is read, and nothing in content is ever run.',
    };
  }
  return {
    ...place,
    code: 'front-matter/missing',
    what: 'The file does not begin with front matter.',
    fix: 'Begin it with ---, a line such as “title: …”, and --- again.',
  };
}
