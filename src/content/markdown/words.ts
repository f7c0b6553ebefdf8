/** How many words a reader reads, in every script: what the minutes beside a story are made of. */
import { classAt, classes, knownClasses } from './signs.ts';

/** At the pace of the languages that put spaces: 500 Chinese letters, or 800 Thai ones, for 200 words. */
const wideLettersInWord = 2.5;
const thaiLettersInWord = 4;

export function countWords(text: string): number {
  let words = 0;
  let wide = 0;
  let thaiLetters = 0;
  let before: number = classes.other;
  for (let index = 0; index < text.length; index++) {
    const found = knownClasses[text.charCodeAt(index)] || classAt(text, index);
    if (found === before || found === classes.joiner) continue;
    if (found === classes.letter) words++;
    if (found === classes.wide) wide++;
    if (found === classes.thai) thaiLetters++;
    before = found === classes.letter ? found : classes.other; // each letter of a script without spaces counts
  }
  return words + Math.ceil(wide / wideLettersInWord + thaiLetters / thaiLettersInWord);
}
