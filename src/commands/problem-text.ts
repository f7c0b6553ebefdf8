/** One Problem as people read it: its place and code, what is wrong, the lines around with a caret, what to do. */
import { isFault, type Problem, placeOf } from '../problem.ts';
import type { Styled, Words } from './terminal.ts';

/** `lines` are its file's, where they are at hand. */
export function problemText(problem: Problem, lines: readonly string[] | undefined): Words {
  // Red, magenta and green can be read on white and on black.
  const inColour = (marked: string): Styled => ({ text: marked, style: isFault(problem) ? 'red' : 'magenta' });
  return [
    { text: placeOf(problem), style: 'bold' },
    '  ',
    inColour(problem.code),
    `${isFault(problem) ? '' : ' (advice)'}\n  ${inOneLine(problem.what)}\n`,
    ...excerptOf(problem, lines).map((each) => (each.isMark ? inColour(each.text) : each.text)),
    '  ',
    { text: '→', style: 'green' },
    ` ${inOneLine(problem.fix)}\n`,
  ];
}

/** A line of its own could be an order to GitHub, which reads its log. */
function inOneLine(sentence: string): string {
  return sentence.replace(/\s*[\r\n]\s*/g, ' ');
}

type Part = { text: string; isMark?: boolean };

const maxShownColumns = 120;
/** How much of a long line is shown before the place. */
const columnsBefore = 60;

/** A password before the host of an address, which no log is to keep. */
const secret = /(?<=:\/\/)[^\s/@]+(?=@)/g;
const longestAddress = 200;
const hidden = (found: string) => '•'.repeat(found.length);

/** The lines around the place of a Problem; empty where they are not at hand. */
export function excerptText(problem: Problem, lines: readonly string[] | undefined): string {
  return excerptOf(problem, lines)
    .map(({ text }) => text)
    .join('');
}

export function linesIn(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
}

/** The line itself and its neighbours, as far as they are there. */
function excerptOf({ line, column }: Problem, lines: readonly string[] | undefined): Part[] {
  if (!lines || !line) return [];
  const skipped = column && column > maxShownColumns - columnsBefore / 2 ? column - columnsBefore : 0;
  const from = Math.max(1, line - 1);
  return lines.slice(from - 1, line + 1).flatMap((content, index) => {
    const n = from + index;
    const shown = ` ${String(n).padStart(4)} | ${shownOf(content, skipped)}\n`;
    if (n !== line) return [{ text: `   ${shown}` }];
    const own = [{ text: '  ' }, { text: '>', isMark: true }, { text: shown }];
    const caret = { text: '^', isMark: true };
    return column ? [...own, { text: `         | ${' '.repeat(column - 1 - skipped)}` }, caret, { text: '\n' }] : own;
  });
}

function shownOf(line: string, skipped: number): string {
  // A password may begin before what is shown, so that a little more of the line is looked at.
  return line
    .slice(Math.max(0, skipped - longestAddress), skipped + maxShownColumns)
    .replace(secret, hidden)
    .slice(Math.min(skipped, longestAddress))
    .replace(/\p{Cc}/gu, ' ');
}
