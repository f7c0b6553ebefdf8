/** Characters that no text of a newsroom may have: HTML and XML cannot hold them, and no reader sees them. */
import type { Position, Problem } from '../problem.ts';
import { garbledProblems } from './garbled.ts';

const replacement = '\uFFFD';
// Controls but tab and line breaks, halves of surrogate pairs, U+FFFE and U+FFFF; and what a decoder puts for bytes that are not UTF-8.
const forbidden = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFD-\uFFFF]/u;

// What may be one, and is soon looked for: halves of surrogate pairs that stand together are none.
const suspicious = /[^\t\n\r\x20-\x7E\xA0-\uD7FF\uE000-\uFFFC]/;

/** The first character of a text that must not be there. */
export function forbiddenCharacter(text: string): { character: string; offset: number } | undefined {
  if (!suspicious.test(text)) return undefined;
  const match = forbidden.exec(text);
  return match ? { character: match[0], offset: match.index } : undefined;
}

/** Without controls, of which readers saw nothing where a text came from. */
export function withoutControls(text: string): string {
  return suspicious.test(text) ? text.replace(/[^\P{Cc}\t\n\r]/gu, '') : text;
}

/** The Problem of the first such character in a whole file, or undefined. */
export function characterProblem(text: string, file: string, firstLine = 1): Problem | undefined {
  const found = forbiddenCharacter(text);
  if (!found) return undefined;
  // Bytes that stood for no sign where a text was garbled are controls now.
  const [garbled] = /[\x80-\x9F]/.test(found.character) ? garbledProblems(text, file, firstLine) : [];
  if (garbled) return { ...garbled, weight: undefined };
  const before = text.slice(0, found.offset).split('\n');
  return describeCharacter(found.character, file, {
    line: firstLine + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
  });
}

/** `U+200B` for a character that cannot be shown. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The whole character at an offset; `` at the end. */
export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The whole character before an offset; `` at the start. */
export function characterBefore(text: string, offset: number): string {
  const isLow = /[\uDC00-\uDFFF]/.test(text.charAt(offset - 1));
  return text.slice(Math.max(0, offset - (isLow ? 2 : 1)), offset);
}

export function describeCharacter(character: string, file: string, position: Position): Problem {
  if (character === replacement) {
    return {
      code: 'content/not-utf8',
      file,
      ...position,
      what: 'A character here could not be read, because the file is not, or once was not, UTF-8.',
      fix: 'Save the file as UTF-8, and type the character again if it is lost.',
    };
  }
  return {
    code: 'content/control-character',
    file,
    ...position,
    what: `There is ${codeOf(character)} here, a character that no page can show.`,
    fix: 'Remove it; such characters often come along with pasted text.',
  };
}
