/** How many words a reader reads, in every script: what the minutes beside a story are made of. */
import { spaceless, thaiLetters, wideLetters } from './scripts.ts';

/** At the pace of the languages that put spaces: 500 Chinese letters, or 800 Thai ones, for 200 words. */
const wideLettersInWord = 2.5;
const thaiLettersInWord = 4;

const word = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’ʼ\u200C\u200D]*/gu;

export function countWords(text: string): number {
  if (!spaceless.test(text)) return text.match(word)?.length ?? 0;
  const wide = text.match(wideLetters)?.length ?? 0;
  const thai = text.match(thaiLetters)?.length ?? 0;
  const others = text.replace(allSpaceless, ' ').match(word)?.length ?? 0;
  return others + Math.ceil(wide / wideLettersInWord + thai / thaiLettersInWord);
}

const allSpaceless = new RegExp(String.raw`${spaceless.source}\p{M}*`, 'gu');
