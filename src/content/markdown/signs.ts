/** What a character is where words are told apart, in every script; known for each once it was asked. */
import { spaceless, thai } from './scripts.ts';

/** 0 is not yet known. `wide` and `thai` are of scripts that put no spaces; a `joiner` goes with what stands before it. */
export const classes = { unknown: 0, other: 1, letter: 2, joiner: 3, wide: 4, thai: 5 } as const;

/** Of single units, as far as they were asked for: a letter of most texts is looked up in an array. */
export const knownClasses = new Uint8Array(0x1_0000);

/** Of the character that begins at a place of a text. Second halves of pairs are joiners. */
export function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit < 0xdc00) return classOf(String.fromCodePoint(text.codePointAt(index) ?? unit));
  const before = knownClasses[unit] ?? classes.unknown;
  if (before !== classes.unknown) return before;
  const found = classOf(String.fromCharCode(unit));
  knownClasses[unit] = found;
  return found;
}

/** Marks go with the letter before them, as do the second halves of pairs. */
function classOf(character: string): number {
  if (/['’ʼ\p{M}\p{Cf}\p{Cs}]/u.test(character)) return classes.joiner;
  if (!/[\p{L}\p{N}]/u.test(character)) return classes.other;
  if (!spaceless.test(character)) return classes.letter;
  return thai.test(character) ? classes.thai : classes.wide;
}
