/**
 * Where signs of emphasis open and close. Chinese, Japanese and Korean set punctuation without spaces, so
 * there they do beside it too (as `markdown-cjk-friendly` says). And signs that can only be meant as they stand
 * are let stand: in masked words (`f***ing … s**t`), `Leser*innen und Autor*innen`, faces, names (`@_ann_`).
 */
import type { MarkdownIt } from 'markdown-it';
import { cjk, sharedQuote, spaceless } from './scripts.ts';

const underscore = 0x5f;
const alphanumeric = /[\p{L}\p{M}\p{N}]/u;
/** Runs so long are no markup. */
const maskedSize = 4;
const maxWord = 64;
const face = /^\*[_^.;~-]\*$/;
/** In a word that began with a sign: `*100*1#`. */
const signedNumber = /(?:^|[^\p{L}\p{M}\p{N}])\*\p{N}[\p{N}*]*$/u;

export function addEmphasis(parser: MarkdownIt): void {
  const { isPunctChar, isMdAsciiPunct, isWhiteSpace } = parser.utils;
  const isPunctuation = (text: string) => isPunctChar(text) || isMdAsciiPunct(text.charCodeAt(0));
  const isSpace = (text: string) => isWhiteSpace(text.codePointAt(0) ?? 0x20);
  parser.inline.State = class extends parser.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      const end = start + scanned.length;
      if (scanned.length === 1 && isFace(this.src, start)) return { ...scanned, can_open: false, can_close: false };
      if (start === 0 || end >= this.posMax) return scanned;
      const before = characterBefore(this.src, start);
      const after = characterAfter(this.src, end);
      if (isMeantAsItStands(scanned.length, before, after)) return { ...scanned, can_open: false, can_close: false };
      if (this.src.charCodeAt(start) === underscore)
        return { ...scanned, can_open: scanned.can_open && !/[@/.=#&?]/.test(before) };
      if (alphanumeric.test(before) && alphanumeric.test(after)) {
        const word = this.src.slice(start, end + maxWord);
        return {
          ...scanned,
          can_open: scanned.can_open && opensInside(word, scanned.length, before + after),
          can_close: scanned.can_close && (scanned.length > 1 || closesInside(this.src, start, before + after)),
        };
      }
      if (scanned.length === 1 && after === '#' && !closesInside(this.src, start, before + after))
        return { ...scanned, can_open: false, can_close: false };
      const isWideBefore = isWide(before, characterBefore(this.src, start - before.length));
      const isWideAfter = isWide(after, characterAfter(this.src, end + after.length));
      if (!isWideBefore && !isWideAfter) return scanned;
      const [isLoose, isTight] = [isWideBefore || isPunctuation(before), isWideAfter || isPunctuation(after)];
      const opens =
        !isSpace(after) && !/[\p{Pe}\p{Pf}]/u.test(after) && (isWideAfter || !isPunctuation(after) || isLoose);
      const closes =
        !isSpace(before) && !/[\p{Ps}\p{Pi}]/u.test(before) && (isWideBefore || !isPunctuation(before) || isTight);
      return { ...scanned, can_open: opens, can_close: closes };
    }
  };
}

function characterBefore(text: string, offset: number): string {
  return /.$/su.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? ' ';
}

function characterAfter(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
}

/** Of a script without spaces, or its punctuation; curly quotation marks are of every script, and go with the sign they touch. */
function isWide(character: string, beyond: string): boolean {
  const shown = sharedQuote.test(character) ? beyond : character;
  return cjk.test(shown) || spaceless.test(shown);
}

/** `*_*`, `*.*` */
function isFace(text: string, start: number): boolean {
  return face.test(text.slice(start, start + 3)) || face.test(text.slice(start - 2, start + 1));
}

/** Masked letters, and other faces: `****`, `^_^`, `>_<`; brackets are none, as in `(*see [this](…)*)`. */
function isMeantAsItStands(size: number, before: string, after: string): boolean {
  const isFaceSide = /[\p{P}\p{S}]/u.test(before) && !/[\p{Ps}\p{Pe}]/u.test(before);
  return size >= maskedSize || (before === after && isFaceSide) || (before === '>' && after === '<');
}

/** Emphasis that begins inside of a word ends in it; where words do not stand apart, strong emphasis need not. */
function opensInside(text: string, size: number, beside: string): boolean {
  if (size > 1 && spaceless.test(beside)) return true;
  const sign = text.charAt(0);
  const word = /^[^\s、。，！？：；「」『』“”（）]*/u.exec(text.slice(size))?.[0] ?? '';
  return hasRun(word, sign, size);
}

/** Where words stand apart, a single `*` inside of one ends only what began in it, and no number: `*Wir Leser*innen*`, `*100*1#`. */
function closesInside(text: string, start: number, beside: string): boolean {
  if (cjk.test(beside) || spaceless.test(beside)) return true;
  const word = /\S*$/u.exec(text.slice(Math.max(0, start - maxWord), start))?.[0] ?? '';
  return hasRun(word, '*', 1) && !(/^\p{N}[\p{N}#]$/u.test(beside) && signedNumber.test(word));
}

/** Signs that may go with as many others. */
function hasRun(word: string, sign: string, size: number): boolean {
  const runs = [...word.matchAll(/\*+|~+|_+/g)].map(([run]) => run).filter((run) => run.startsWith(sign));
  return runs.some(({ length }) => length === size || length > 2);
}
