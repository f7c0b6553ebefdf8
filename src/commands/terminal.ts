/**
 * The one way from the program to a terminal or a log. A text may hold what an author pasted or a file is
 * called: whatever that is, it moves no cursor, names no window and turns no words round.
 */
import { styleText } from 'node:util';

/** `style` is one of `styleText`'s: shown on a terminal that wants colours, and nowhere else. */
export type Styled = { text: string; style: Parameters<typeof styleText>[0] };
export type Words = string | readonly (string | Styled)[];

/** Controls but tab and line break, and what turns the direction of the rest of a line. */
const unprintable = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

const pictures = 0x2400;

/** The same text with what a terminal would obey shown instead: ␛ for an escape, U+202E for an override. */
export function printable(text: string): string {
  return text.toWellFormed().replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(pictures + code);
    return code === 0x7f ? '␡' : codeOf(code, 'U+');
  });
}

/** What was asked for. */
export function say(words: Words): void {
  console.log(written(words, process.stdout));
}

/** What somebody has to know or mend. */
export function complain(words: Words): void {
  console.error(written(words, process.stderr));
}

/** A value for a program that reads it; a list goes out item by item, since it may be long. */
export function sayJson(value: unknown): void {
  if (!Array.isArray(value) || value.length === 0) {
    console.log(jsonOf(value));
    return;
  }
  console.log('[');
  for (const [index, item] of value.entries())
    console.log(`${jsonOf(item).replace(/^/gm, '  ')}${index === value.length - 1 ? '' : ','}`);
  console.log(']');
}

/** Styles are put on last, so that no sign of the text can be one. */
function written(words: Words, stream: NodeJS.WritableStream): string {
  if (typeof words === 'string') return printable(words);
  return words
    .map((each) =>
      typeof each === 'string' ? printable(each) : styleText(each.style, printable(each.text), { stream }),
    )
    .join('');
}

export function unstyled(words: Words): string {
  return typeof words === 'string'
    ? words
    : words.map((each) => (typeof each === 'string' ? each : each.text)).join('');
}

function jsonOf(value: unknown): string {
  const escaped = (character: string) => codeOf(character.codePointAt(0) ?? 0, '\\u');
  return JSON.stringify(value, null, 2).replace(unprintable, escaped);
}

function codeOf(code: number, before: string): string {
  return `${before}${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
