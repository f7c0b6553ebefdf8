/**
 * A name as a regular expression that finds it however it is written: in any case, with or without accents, with marks
 * of Markdown, tags or invisible characters in it, with its words apart, joined or with a hyphen, with other endings.
 */
import { accents, foldLetters, isUmlaut, spellingsOfLetters } from './letters.ts';

const tag = '<[^<>]{0,400}>';
const footnote = '\\[\\^[^\\]\\s]{1,40}\\]';
/** From the text of a link to what follows it. */
const linkEnd = '\\](?:\\((?:[^()"]|"[^"]*"){0,400}\\)|\\[[^[\\]]{0,80}\\])';
const unseen = `[${accents}\\p{Default_Ignorable_Code_Point}*_\`~\\[\\]'’‘ʼʹ´′]`;
/** Within a word. */
const inside = `(?:${unseen}|\\\\(?:\\r?\\n[ \\t]*)?|${tag}|${footnote}|${linkEnd})*`;
/** Within an ending, which no tag parts from its word. */
const unseenInEnding = `[${accents}\\p{Default_Ignorable_Code_Point}]*`;
/** Between two words; an initial or the number of a footnote may stand there too. */
const gap = `(?:${tag}|${footnote}|${linkEnd}|[^\\p{L}\\p{N}<]){0,40}?`;
const between = `${gap}(?:(?:\\p{L}|\\p{N}{1,3})${gap})??`;
/** Scripts that are written without spaces. */
const withoutSpaces =
  '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}\\p{scx=Tibt}]';
/** That may belong to a word beside it. */
const letter = `(?:(?!${withoutSpaces})[\\p{L}\\p{M}])`;
/** A word begins where no letter is before it, or as in “JeSuisCharlie”. */
const start = `(?:(?<!${letter})|(?<=\\p{Ll})(?=\\p{Lu}))`;
const end = `(?!${letter})`;

const spaceless = new RegExp(`^${withoutSpaces}`, 'u');
/** Scripts whose words take a “the” or an “and” before them. */
const prefixing = /^[\p{scx=Arab}\p{scx=Hebr}]/u;

function isJoined(text: string): boolean {
  return spaceless.test(text) || prefixing.test(text);
}

/** `isWhole`: nothing but these words, and none that begins with one of them. */
export type NameToFind = { name: string; isWhole: boolean };

/** Undefined of what has no word, or a single letter, which would be found everywhere. */
export function patternOf({ name, isWhole }: NameToFind): RegExp | undefined {
  const words = wordsOf(name);
  const letters = words.join('');
  if (letters === '' || (letters.length < 2 && !isJoined(letters))) return undefined;
  const isAnywhere = isJoined(letters) || (words.length > 1 && !isWhole);
  const parts = words.map((word, index) => {
    const isLast = index === words.length - 1;
    if (isWhole) return lettersOf(word);
    if (/\p{N}$/u.test(word)) return `${lettersOf(word)}(?!\\p{N})`;
    const { stem, most } = stemOf(word, words.length === 1);
    const ending = `(?:${unseenInEnding}${letter}){0,${isLast ? most : mostWithin(word, most)}}${isLast ? '' : '?'}`;
    return `${lettersOf(stem)}${ending}${isLast && words.length === 1 && !isJoined(stem) ? end : ''}`;
  });
  return new RegExp(
    `${isAnywhere ? '' : `${firstOf(words[0])}${start}`}${parts.join(between)}${isWhole && !isAnywhere ? end : ''}`,
    'gu',
  );
}

/** Looked for first, since letters are found faster than beginnings of words. */
function firstOf(word = ''): string {
  const { ofLetter, ofSeveral } = spellingsOfLetters();
  const folded = foldLetters(word);
  const several = [2, 3].flatMap((length) => ofSeveral(folded.slice(0, length)).map((each) => [...each][0] ?? ''));
  return `(?=${oneOf([...ofLetter(folded.slice(0, 1)), ...several])})`;
}

function wordsOf(name: string): string[] {
  return name.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/**
 * What all forms of a word begin with, and how many letters may follow. Cyrillic names end in a vowel or a sign that the
 * other cases change («Анна», «Анны»); a short word says little, so few letters may follow it.
 */
function stemOf(word: string, isAlone: boolean): { stem: string; most: number } {
  if (/^\p{sc=Cyrl}{3,}[аеёиойуыьюяіїє]$/iu.test(word)) return { stem: word.slice(0, -1), most: isAlone ? 3 : 5 };
  if (spaceless.test(word)) return { stem: word, most: 0 };
  return { stem: word, most: word.length < 4 && isAlone ? 2 : 30 };
}

/** Of an ending before another word of the name: an initial has none. */
function mostWithin({ length }: string, most: number): number {
  return length < 3 ? 0 : Math.min(most, length < 4 ? 2 : 5);
}

function lettersOf(word: string): string {
  const { ofLetter, ofSeveral } = spellingsOfLetters();
  const e = oneOf(ofLetter('e'));
  const written = [...word].map((each) => ({ folded: foldLetters(each), isUmlaut: isUmlaut(each) }));
  const folded = written.map((each) => each.folded).join('');
  const mayHaveE = new Set<number>();
  let at = 0;
  for (const each of written) {
    at += each.folded.length;
    if (each.isUmlaut) mayHaveE.add(at);
  }
  const parts: string[] = [];
  for (let index = 0; index < folded.length; ) {
    const length = [3, 2].find((each) => ofSeveral(folded.slice(index, index + each)).length > 0) ?? 1;
    const letters = [...folded.slice(index, index + length)];
    const apart = letters.map((each) => oneOf(ofLetter(each))).join(inside);
    const joined = length === 1 ? [] : ofSeveral(letters.join(''));
    const isBegun = index === 0 && length === 1;
    const next = isBegun ? notFollowedBy(folded.slice(1, 2) + (mayHaveE.has(1) ? 'e' : '')) : '';
    parts.push(joined.length === 0 ? apart + next : `(?:${[apart, ...joined].join('|')})`);
    index += length;
    if (mayHaveE.has(index)) parts.push(`${e}?`);
  }
  return parts.join(inside);
}

const plainLetters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Most words that begin with the same letter go on with another plain one: to see that at once saves most of the time. */
function notFollowedBy(next: string): string {
  if (next === '') return '';
  const others = plainLetters.filter((each) => !next.includes(each)).join('');
  return `(?![${others}${others.toUpperCase()} ])`;
}

function oneOf(letters: readonly string[]): string {
  return letters.length === 1 ? (letters[0] ?? '') : `[${letters.join('')}]`;
}

const markup = new RegExp(`${tag}|${footnote}|${linkEnd}`, 'gu');

/** What was found, as it reads. */
export function formOf(found: string): string {
  const plain = found
    .replace(markup, '')
    .replace(/\\\r?\n[ \t]*/g, '')
    .replace(/[*_`~[\]\\\p{Default_Ignorable_Code_Point}]/gu, '');
  return (/[-/%]/.test(found) ? found.replace(markup, '') : plain).replace(/\s+/g, ' ').trim();
}

/** Forms of one key differ in nothing that a reader would call another spelling. */
export function keyOf(found: string): string {
  return foldLetters(found.replace(markup, '')).replace(/[^\p{L}\p{M}]/gu, '');
}
