/** How many words a reader reads, in every script: what the minutes beside a story are made of. */
import { spaceless, thai } from './scripts.ts';

/** At the pace of the languages that put spaces: 500 Chinese letters, or 800 Thai ones, for 200 words. */
const wideLettersInWord = 2.5;
const thaiLettersInWord = 4;

/** What a character is for counting; 0 is not yet known. */
const classes = { unknown: 0, other: 1, letter: 2, joiner: 3, wide: 4, thai: 5 } as const;
const known = new Uint8Array(0x1_0000);

export function countWords(text: string): number {
  let words = 0;
  let wide = 0;
  let thaiLetters = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index++) {
    const found = classAt(text, index);
    if (found === classes.joiner) continue;
    if (found === classes.wide) wide++;
    if (found === classes.thai) thaiLetters++;
    if (found === classes.letter && !isInWord) words++;
    isInWord = found === classes.letter;
  }
  return words + Math.ceil(wide / wideLettersInWord + thaiLetters / thaiLettersInWord);
}

function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit < 0xdc00) return classOf(String.fromCodePoint(text.codePointAt(index) ?? unit));
  const before = known[unit] ?? classes.unknown;
  if (before !== classes.unknown) return before;
  const found = classOf(String.fromCharCode(unit));
  known[unit] = found;
  return found;
}

/** Marks go with the letter before them, as do the second halves of pairs. */
function classOf(character: string): number {
  if (/['’ʼ\p{M}\p{Cf}\p{Cs}]/u.test(character)) return classes.joiner;
  if (!/[\p{L}\p{N}]/u.test(character)) return classes.other;
  if (!spaceless.test(character)) return classes.letter;
  return thai.test(character) ? classes.thai : classes.wide;
}
