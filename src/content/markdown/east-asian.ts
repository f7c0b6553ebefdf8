/**
 * Chinese, Japanese and Korean, which set punctuation without spaces: signs of emphasis beside it open and
 * close (as in `markdown-cjk-friendly`), and a line break between two letters of the first two is no space.
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { cjk, eastAsian } from './scripts.ts';

/** Below it is no letter and no punctuation of these languages. */
const firstCjk = 0x1100;

export function addEastAsianRules(parser: MarkdownIt): void {
  const { isPunctChar, isMdAsciiPunct, isWhiteSpace } = parser.utils;
  const isPunctuation = (text: string) => isPunctChar(text) || isMdAsciiPunct(text.charCodeAt(0));
  parser.inline.State = class extends parser.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      const end = start + scanned.length;
      const isFar = this.src.charCodeAt(start - 1) < firstCjk && this.src.charCodeAt(end) < firstCjk;
      if (isFar || !canSplitWord || start === 0 || end >= this.posMax) return scanned;
      const before = lastCharacter(this.src.slice(Math.max(0, start - 2), start));
      const after = String.fromCodePoint(this.src.codePointAt(end) ?? 0x20);
      const isOpening = !isPunctuation(after) || cjk.test(after) || isPunctuation(before) || cjk.test(before);
      const isClosing = !isPunctuation(before) || cjk.test(before) || isPunctuation(after) || cjk.test(after);
      return {
        ...scanned,
        can_open: scanned.can_open || (isOpening && !isWhiteSpace(after.charCodeAt(0))),
        can_close: scanned.can_close || (isClosing && !isWhiteSpace(before.charCodeAt(0))),
      };
    }
  };
  parser.renderer.rules.softbreak = (tokens, index) => (isBetweenLetters(tokens, index) ? '' : '\n');
}

/** Quotation marks and dashes are of every script: they go with the other side. */
const shared = /[“”‘’…—·]/;

function isBetweenLetters(tokens: readonly Token[], index: number): boolean {
  const before = lastCharacter(contentBeside(tokens, index, -1));
  const after = String.fromCodePoint(contentBeside(tokens, index, 1).codePointAt(0) ?? 0x20);
  const isBefore = eastAsian.test(before);
  const isAfter = eastAsian.test(after);
  return (isBefore && (isAfter || shared.test(after))) || (isAfter && shared.test(before));
}

/** The text beside a line break, through the beginnings and ends of emphasis and links. */
function contentBeside(tokens: readonly Token[], index: number, step: 1 | -1): string {
  let at = index + step;
  while (tokens[at]?.nesting || tokens[at]?.content === '') at += step;
  return tokens[at]?.content ?? '';
}

function lastCharacter(text: string): string {
  return /.$/su.exec(text)?.[0] ?? ' ';
}
