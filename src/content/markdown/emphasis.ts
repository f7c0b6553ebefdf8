/**
 * Where signs of emphasis open and close. Chinese, Japanese and Korean set punctuation without spaces, so
 * there they do beside it too (as `markdown-cjk-friendly` says). And signs that can only be meant as they stand
 * are let stand: in masked words (`f***ing … s**t`), `Leser*innen und Autor*innen`, faces, names (`@_ann_`).
 */
import type { MarkdownIt } from 'markdown-it';
import { cjk, spaceless } from './scripts.ts';

const underscore = 0x5f;
const alphanumeric = /[\p{L}\p{M}\p{N}]/u;
/** Runs so long are no markup. */
const maskedSize = 4;
const maxWord = 64;
const face = /^\*[_^.;~-]\*$/;

export function addEmphasis(parser: MarkdownIt): void {
  const { isPunctChar, isMdAsciiPunct, isWhiteSpace } = parser.utils;
  const isPunctuation = (text: string) => isPunctChar(text) || isMdAsciiPunct(text.charCodeAt(0));
  const isLetterLike = (text: string) => !isPunctuation(text) || cjk.test(text);
  const isBoundary = (text: string) => isPunctuation(text) || cjk.test(text);
  const isSpace = (text: string) => isWhiteSpace(text.codePointAt(0) ?? 0x20);
  parser.inline.State = class extends parser.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      const end = start + scanned.length;
      if (isFace(this.src, start)) return { ...scanned, can_open: false, can_close: false };
      if (start === 0 || end >= this.posMax) return scanned;
      const before = /.$/su.exec(this.src.slice(Math.max(0, start - 2), start))?.[0] ?? ' ';
      const after = String.fromCodePoint(this.src.codePointAt(end) ?? 0x20);
      if (isMeantAsItStands(scanned.length, before, after)) return { ...scanned, can_open: false, can_close: false };
      if (this.src.charCodeAt(start) === underscore)
        return { ...scanned, can_open: scanned.can_open && !/[@/.=#&?]/.test(before) };
      if (alphanumeric.test(before) && alphanumeric.test(after)) {
        const word = this.src.slice(start, end + maxWord);
        return { ...scanned, can_open: scanned.can_open && opensInside(word, scanned.length, before + after) };
      }
      if (!cjk.test(before) && !cjk.test(after)) return scanned;
      const opens = !isSpace(after) && !/[\p{Pe}\p{Pf}]/u.test(after) && (isLetterLike(after) || isBoundary(before));
      const closes = !isSpace(before) && !/[\p{Ps}\p{Pi}]/u.test(before) && (isLetterLike(before) || isBoundary(after));
      return { ...scanned, can_open: opens, can_close: closes };
    }
  };
}

/** `*_*`, `*.*` */
function isFace(text: string, start: number): boolean {
  return face.test(text.slice(start, start + 3)) || face.test(text.slice(start - 2, start + 1));
}

/** Masked letters, and other faces: `****`, `^_^`, `>_<`. */
function isMeantAsItStands(size: number, before: string, after: string): boolean {
  return size >= maskedSize || (before === after && /[\p{P}\p{S}]/u.test(before)) || (before === '>' && after === '<');
}

/** Emphasis that begins inside of a word ends in it; where words do not stand apart, strong emphasis need not. */
function opensInside(text: string, size: number, beside: string): boolean {
  if (size > 1 && spaceless.test(beside)) return true;
  const sign = text.charAt(0);
  const word = /^[^\s、。，！？：；「」『』“”（）]*/u.exec(text.slice(size))?.[0] ?? '';
  return word.includes(sign);
}
