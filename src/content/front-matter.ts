/** Splits a Markdown file into its front matter and its body. Front matter is YAML, never code. */
import type { Problem } from '../problem.ts';
import { characterProblem } from './characters.ts';
import { closingFence, openingFence } from './fences.ts';
import { sizeProblem } from './size.ts';
import { oddSpace } from './spaces.ts';

type Split = {
  yaml: string;
  /** The line of the file on which `yaml` begins, from 1. */
  yamlLine: number;
  body: string;
  bodyLine: number;
};

/** The text of a file as everything here reads it: no byte order mark, lines end in `\n`, and one that looks empty is. */
export function plainText(bytes: Uint8Array): string {
  const text = utf8.decode(bytes).replace(/^\uFEFF/, '');
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return oddSpace.test(lines) ? lines.replace(looksEmpty, (line) => ' '.repeat(line.length)) : lines;
}

/** Pasted texts have such a line between paragraphs, which Markdown would make one. */
const looksEmpty = new RegExp(`^[ \\t]*${oddSpace.source}(?:[ \\t]|${oddSpace.source})*$`, 'gm');

const utf8 = new TextDecoder();

/**
 * Splits at the two `---` lines. Problems where one is not as it should be, where the file is not text or a part of it
 * too large; with them what the parts are if their remedies are followed, as far as that can be told.
 */
export function splitFrontMatter(text: string, file: string): SplitFile {
  if (last?.text !== text || last.file !== file) last = { text, file, found: splitAt(text, file) };
  return last.found;
}

type SplitFile = { split?: Split; problems: Problem[] };

/** A file is split for what it says, and again for what its text is called. */
let last: { text: string; file: string; found: SplitFile } | undefined;

function splitAt(text: string, file: string): SplitFile {
  const unreadable = characterProblem(text, file);
  if (unreadable) return { problems: [unreadable] };
  const lines = text.split('\n');
  const opening = openingFence(lines, file);
  if (opening.next === undefined) return { problems: opening.problems };
  const closing = closingFence(lines, opening.next, file);
  const split = {
    yaml: lines.slice(opening.next, closing.line).join('\n'),
    yamlLine: opening.next + 1,
    body: text.slice(lines.slice(0, closing.next).join('\n').length + 1),
    bodyLine: closing.next + 1,
  };
  const tooLarge =
    sizeProblem('front matter', Buffer.byteLength(split.yaml), file, split.yamlLine) ??
    sizeProblem('text', Buffer.byteLength(split.body), file, split.bodyLine);
  const problems = [...opening.problems, ...closing.problems];
  return tooLarge ? { problems: [...problems, tooLarge] } : { split, problems };
}
