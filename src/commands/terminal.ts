/**
 * The one way from the program to a terminal or a log. A text may hold what an author pasted or a file is
 * called: whatever that is, it moves no cursor, names no window and turns no words round.
 */

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
export function say(text: string): void {
  console.log(printable(text));
}

/** What somebody has to know or mend. */
export function complain(text: string): void {
  console.error(printable(text));
}

/** The same values for a program that reads them. */
export function sayJson(value: unknown): void {
  const escaped = (character: string) => codeOf(character.codePointAt(0) ?? 0, '\\u');
  console.log(JSON.stringify(value, null, 2).replace(unprintable, escaped));
}

function codeOf(code: number, before: string): string {
  return `${before}${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
