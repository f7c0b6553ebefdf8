/** A line break between two Chinese or Japanese letters is no space; elsewhere it is one. */
import type { MarkdownIt, Token } from 'markdown-it';
import { eastAsian } from './scripts.ts';

export function addLineBreaks(parser: MarkdownIt): void {
  parser.renderer.rules.softbreak = (tokens, index) => (isBetweenLetters(tokens, index) ? '' : '\n');
}

/** Quotation marks and dashes are of every script: they go with the other side. */
const shared = /[“”‘’…—·]/;

function isBetweenLetters(tokens: readonly Token[], index: number): boolean {
  const before = /.$/su.exec(contentBeside(tokens, index, -1))?.[0] ?? ' ';
  const after = String.fromCodePoint(contentBeside(tokens, index, 1).codePointAt(0) ?? 0x20);
  const isBefore = eastAsian.test(before);
  const isAfter = eastAsian.test(after);
  return (isBefore && (isAfter || shared.test(after))) || (isAfter && shared.test(before));
}

/** The text beside a line break, through the beginnings and ends of emphasis and links. */
function contentBeside(tokens: readonly Token[], index: number, step: 1 | -1): string {
  let at = index + step;
  while (tokens[at]?.nesting || (tokens[at]?.type === 'text' && tokens[at]?.content === '')) at += step;
  return tokens[at]?.content ?? '';
}
