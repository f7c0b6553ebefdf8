/**
 * The words of a text, as they are searched for: the same here and in browsers. Where a script puts no spaces, each letter with
 * the next one stands for a word.
 */
import { classAt, classes, knownClasses } from '../markdown/signs.ts';
import { baseLanguage } from './base-language.ts';

/** Languages in which an apostrophe is the end of a word: `l’`, `dell’`. */
const eliding: ReadonlySet<string> = new Set(['ca', 'fr', 'it']);
/** Where `I` is not the capital letter of `i`. */
const ownCapitals: ReadonlySet<string> = new Set(['az', 'lt', 'tr']);

/** More of a word tells it apart from no other. */
const longest = 40;

/** Tells a word in lower case: what stands between two places of a text, and the hash of that. */
export type TellPlace = (text: string, from: number, to: number, hash: number) => void;

/** Tells each word in lower case, in the order of the text, as often as it stands there. */
export function eachWord(text: string, language: string, tell: (word: string) => void): void {
  eachPlace(text, language, (lower, from, to) => tell(lower.slice(from, to)));
}

/**
 * The same without a text for each. `isText`: it is to be found by each of its letters, so that the last one of those without
 * spaces is told too, which has none after it.
 */
export function eachPlace(text: string, language: string, tell: TellPlace, isText = false): void {
  const base = baseLanguage(language);
  const lower = ownCapitals.has(base) ? text.toLocaleLowerCase(base) : text.toLowerCase();
  const isEliding = eliding.has(base);
  let begin = -1;
  let hash = 0;
  let isSpaceless = false;
  const end = (index: number) => {
    if (begin === -1) return;
    const from = begin;
    begin = -1;
    if (isSpaceless) tellPairs(lower.slice(from, index), tell, isText);
    else if (isEliding) tellParts(lower.slice(from, index), tell);
    else if (index - from > longest) tellWord(lower.slice(from, from + longest), tell);
    else tell(lower, from, index, hash);
  };
  for (let index = 0; index < lower.length; index++) {
    const unit = lower.charCodeAt(index);
    const found = knownClasses[unit] || classAt(lower, index);
    if (found === classes.other) {
      end(index);
      continue;
    }
    if (found !== classes.joiner) {
      const isOfSpaceless = found !== classes.letter;
      if (begin !== -1 && isOfSpaceless !== isSpaceless) end(index);
      if (begin === -1) {
        begin = index;
        hash = noHash;
      }
      isSpaceless = isOfSpaceless;
    }
    hash = withUnit(hash, unit);
  }
  end(lower.length);
}

const noHash = 0x811c9dc5;

function withUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** As it is told of each word. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = noHash;
  for (let index = from; index < to; index++) hash = withUnit(hash, text.charCodeAt(index));
  return hash;
}

function tellWord(word: string, tell: TellPlace): void {
  tell(word, 0, word.length, hashOf(word));
}

function tellParts(piece: string, tell: TellPlace): void {
  for (const part of piece.split(/['’ʼ]/)) if (part !== '') tellWord(part.slice(0, longest), tell);
}

function tellPairs(run: string, tell: TellPlace, isText: boolean): void {
  const letters = [...run.replace(/\p{Cf}/gu, '')];
  const last = letters.at(-1);
  if (last !== undefined && (isText || letters.length === 1)) tellWord(last, tell);
  for (let index = 1; index < letters.length; index++) tellWord(`${letters[index - 1]}${letters[index]}`, tell);
}
