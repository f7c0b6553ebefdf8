/**
 * Characters that no reader sees and that make a text another than it looks: those that turn its
 * direction, and those without width where no language needs them. What Persian, Hindi, Thai, German or
 * an emoji is written with stays.
 */
import type { Position, Problem } from '../problem.ts';
import { characterAt, characterBefore, codeOf, forbiddenCharacter } from './characters.ts';
import { linesOutsideOfCode } from './conflicts.ts';
import { decode } from './entities.ts';
import type { Refusal } from './refusal.ts';

const direction = /[\u202A-\u202E\u2066-\u2069]/u;
const suspicious =
  /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,8}\u{E007F}|[\u{E0000}-\u{E0FFF}]|\u034F|[\u180B-\u180F]|[\uFE00-\uFE0F]|[\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC]/gu;

/** Letters and marks of scripts in which joiners change how letters are joined; others have no use for them. */
const joining =
  /^(?:\p{scx=Arabic}|(?![\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}\p{scx=Armenian}\p{scx=Georgian}\p{scx=Hebrew}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Ethiopic}])[\p{L}\p{M}])$/u;
/** Scripts that are written without spaces, so that U+200B says where a line may break. */
const spaceless =
  /^[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Balinese}\p{scx=Javanese}\p{scx=Tai_Tham}]$/u;
/** Those of them in which it is typed at the end of each word, also where a space or nothing follows. */
const brokenByHand = /^[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
const arabic = /^\p{scx=Arabic}$/u;
const emoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u;
/** What a variation selector can follow: signs, digits, and letters of scripts that have variants. */
const varied =
  /^[\p{S}\p{P}\p{N}\p{Emoji}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Mongolian}\p{Script=Myanmar}\p{Script=Phags_Pa}]$/u;
const letter = /^[\p{L}\p{M}\p{N}]$/u;
const mark = /^[\u061C\u200E\u200F]$/u;

type Neighbours = { before: string; after: string };

/** Whether there is a character that may hide something, whatever stands beside it. */
export function mayHide(text: string): boolean {
  return text.search(suspicious) !== -1;
}

/** The first character of each line that hides something, with its offset. */
export function hiddenCharacters(text: string): { character: string; offset: number }[] {
  const found: { character: string; offset: number }[] = [];
  let lineEnd = -1;
  for (const { 0: character, index: offset } of text.matchAll(suspicious)) {
    if (offset < lineEnd || character.length > 2) continue;
    if (isNeeded(character, neighboursOf(text, offset, character.length)) || isBreak(text, offset)) continue;
    found.push({ character, offset });
    const next = text.indexOf('\n', offset);
    lineEnd = next === -1 ? text.length : next;
  }
  return found;
}

function neighboursOf(text: string, offset: number, length: number): Neighbours {
  return { before: characterBefore(text, offset), after: characterAt(text, offset + length) };
}

/** A U+200B, or one of two, beside a letter of a script that is broken by hand. */
function isBreak(text: string, offset: number): boolean {
  const at = (index: number) => (text[index] === '\u200B' ? index : undefined);
  if (at(offset) === undefined) return false;
  const first = at(offset - 1) ?? offset;
  const last = at(offset + 1) ?? offset;
  return brokenByHand.test(text[first - 1] ?? '') || brokenByHand.test(text[last + 1] ?? '');
}

function isNeeded(character: string, { before, after }: Neighbours): boolean {
  if (mark.test(character)) return !(mark.test(before) && mark.test(after));
  if (character === '\u200B') return isInside({ before, after }) && (spaceless.test(before) || spaceless.test(after));
  if (character === '\u200C')
    return after === '' ? arabic.test(before) : before !== '' && (joining.test(before) || joining.test(after));
  if (character === '\u200D')
    return joining.test(before) || joining.test(after) || (emoji.test(before) && emoji.test(after));
  if (character === '\u00AD') return isInside({ before, after }) && (letter.test(before) || letter.test(after));
  if (character === '\u034F') return letter.test(before) && letter.test(after);
  if (/[\u180B-\u180F]/u.test(character)) return /^\p{Script=Mongolian}$/u.test(before);
  if (/[\uFE00-\uFE0F]/u.test(character)) return varied.test(before);
  if (/[\u{E0100}-\u{E01EF}]/u.test(character)) return /^\p{Script=Han}$/u.test(before);
  return false;
}

/** Neither at an end nor at a space, nor beside another that is not seen. */
function isInside({ before, after }: Neighbours): boolean {
  return [before, after].every((each) => each !== '' && !/[\s\p{Default_Ignorable_Code_Point}]/u.test(each));
}

const reference = /`[^`\n]*`|\\[\s\S]|&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|[a-zA-Z]{2,31});/g;
const windows = new TextDecoder('windows-1252');

/** References to what nobody sees (`&#8203;`), what turns the direction (`&#x202E;`) or is no character (`&#146;`), outside of code. */
function referenceProblems(body: string, file: string, firstLine: number): Problem[] {
  if (!body.includes('&')) return [];
  return linesOutsideOfCode(body, true).flatMap(({ line, number }) =>
    [...line.matchAll(reference)].flatMap(({ index, 0: written, 1: hex, 2: decimal }) => {
      const position = { line: firstLine + number, column: index + 1 };
      const character = written.startsWith('&') ? decode(written) : '';
      // What stands for no character is not decoded.
      if (character.startsWith('&#') || forbiddenCharacter(character)) {
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return [describeReference(written, code, file, position)];
      }
      const isHidden =
        hiddenCharacters(character).length > 0 && !isNeeded(character, neighboursOf(line, index, written.length));
      return isHidden || direction.test(character) ? [describeHidden(character, file, position)] : [];
    }),
  );
}

/** Numbers from 128 to 159 were letters of Windows, and are none of Unicode. */
function describeReference(written: string, code: number, file: string, position: Position): Problem {
  const meant = code >= 0x80 && code < 0xa0 ? windows.decode(Uint8Array.of(code)) : '';
  return {
    code: 'markdown/entity',
    file,
    ...position,
    what: `“${written}” is not the code of a character that can be shown.`,
    fix: meant && !forbiddenCharacter(meant) ? `Write ${meant} itself.` : 'Remove it, or write the character itself.',
  };
}

/** The Problems of such characters in a body whose first line is `firstLine` of its file; one a line. */
export function hiddenProblems(body: string, file: string, firstLine: number): Problem[] {
  let line = firstLine;
  let lineStart = 0;
  const written = hiddenCharacters(body).map(({ character, offset }) => {
    for (let next = body.indexOf('\n', lineStart); next !== -1 && next < offset; next = body.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = next + 1;
    }
    return describeHidden(character, file, { line, column: offset - lineStart + 1 });
  });
  return [...written, ...referenceProblems(body, file, firstLine)];
}

export function describeHidden(character: string, file: string, position: Position): Problem {
  const name = codeOf(character);
  if (direction.test(character)) {
    return {
      code: 'content/direction-override',
      file,
      ...position,
      what: `There is an invisible character here, ${name}, which changes the direction of the text after it.`,
      fix: 'Remove it. Letters set their own direction; if a sign beside them is in the wrong place, put U+200E or U+200F next to it.',
    };
  }
  return {
    code: 'content/hidden-character',
    file,
    ...position,
    what: `There is an invisible character here, ${name}, which no language needs in this place.`,
    fix: 'Remove it; such characters often come along with pasted text.',
  };
}

const unseen = /^[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Why a text that is to be seen, such as a headline or a name, cannot be: it has only characters that nobody sees. */
export function invisibleRefusal(text: string): Refusal | undefined {
  if (text === '' || !unseen.test(text)) return undefined;
  const codes = [...text].slice(0, 3).map(codeOf);
  return {
    code: 'content/invisible-text',
    what: `This text is invisible: it contains only ${codes.join(', ')}.`,
    fix: 'Write words, or remove the line.',
  };
}
