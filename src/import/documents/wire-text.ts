/** The text of a news agency, or any other without markup, as a document: paragraphs, and nothing else. */
import { escapeHtml } from '../../content/blocks/markup.ts';
import { wordsOf } from '../text/visible-words.ts';
import type { Block } from './blocks.ts';
import type { Document } from './document.ts';

/** What stands in lines that were broken to be read on a screen has a length between these, but for the last. */
const brokenLine = { least: 45, most: 100 };

export function readWireText(text: string): Document {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n\n');
  return {
    blocks: paragraphsOf(plain).map(blockOf),
    ...{ notes: '', losses: [], hasMoved: false, picture: () => undefined },
    words: wordsOf(plain),
  };
}

/** What stands between empty lines; where there are none, each line. Within a paragraph, lines that were only broken are one. */
function paragraphsOf(text: string): string[][] {
  const parts = text.split(/\n(?:[^\S\n]*\n)+/).map((part) => part.split('\n').map((line) => line.trim()));
  const filled = parts.map((lines) => lines.filter((line) => line !== '')).filter((lines) => lines.length > 0);
  return filled.flatMap((lines) => {
    if (isBroken(lines)) return [[lines.join(' ')]];
    return filled.length === 1 ? lines.map((line) => [line]) : [lines];
  });
}

function isBroken(lines: readonly string[]): boolean {
  const whole = lines.slice(0, -1);
  return whole.length > 0 && whole.every(({ length }) => length >= brokenLine.least && length <= brokenLine.most);
}

function blockOf(lines: readonly string[]): Block {
  return { kind: 'paragraph', html: lines.map(escapeHtml).join('<br>'), words: lines.join(' ').replace(/\s+/g, ' ') };
}
