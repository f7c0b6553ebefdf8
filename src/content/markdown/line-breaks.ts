/** A line break between two Chinese or Japanese letters is no space; elsewhere it is one. */
import type { MarkdownIt, Token } from 'markdown-it';
import { eastAsian } from './scripts.ts';

export function addLineBreaks(parser: MarkdownIt): void {
  parser.renderer.rules.softbreak = (tokens, index) => (isBetweenLetters(tokens, index) ? '' : '\n');
}

/** Quotation marks and dashes are of every script: they go with the other side. */
const shared = /[“”‘’…—·]/;

function isBetweenLetters(tokens: readonly Token[], index: number): boolean {
  return isWithoutSpace(contentBeside(tokens, index, -1), contentBeside(tokens, index, 1));
}

/** Whether nothing stands for a line break between two texts. */
export function isWithoutSpace(textBefore: string, textAfter: string): boolean {
  const before = lastCharacter(textBefore);
  const after = String.fromCodePoint(textAfter.codePointAt(0) ?? 0x20);
  const isBefore = eastAsian.test(before);
  const isAfter = eastAsian.test(after);
  return (isBefore && (isAfter || shared.test(after))) || (isAfter && shared.test(before));
}

function lastCharacter(text: string): string {
  return /.$/su.exec(text.slice(-2))?.[0] ?? ' ';
}

/** The text beside a line break, through the beginnings and ends of emphasis and links. */
function contentBeside(tokens: readonly Token[], index: number, step: 1 | -1): string {
  let at = index + step;
  while (tokens[at]?.nesting || (tokens[at]?.type === 'text' && tokens[at]?.content === '')) at += step;
  return tokens[at]?.content ?? '';
}
