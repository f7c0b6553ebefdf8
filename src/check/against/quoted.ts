/** Where in a text somebody else’s words stand, between quotation marks or behind a dash. */

import { saysSo } from './saying.ts';
import { fold } from './words.ts';

/** Offsets of what is said, without its marks. `isName`: of a ship or a company, and no speech. */
export type Quoted = { start: number; end: number; isName: boolean };

/** Each opening mark with those that may close it; German closes with what English opens with. */
const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '"': '"',
  '‘': '’',
};

const mostWordsOfName = 2;
/** Beyond, a mark is not closed. */
const mostCharacters = 5000;

export function quotedIn(text: string): Quoted[] {
  if (/^[—–―]\s/u.test(text)) return dialogueIn(text);
  const found: Quoted[] = [];
  for (let index = 0; index < text.length; index++) {
    const ends = closing[text.charAt(index)];
    if (ends === undefined || !isOpening(text, index)) continue;
    const close = closeOf(text, index, ends);
    const end = close === -1 ? text.length : close;
    if (close === -1 && !isUnclosed(text, index)) continue;
    found.push({ start: index + 1, end, isName: isName(text, index + 1, end) });
    index = end;
  }
  return found;
}

/** Of marks that have other uses too: nothing that belongs to a word stands before it, and one begins behind it. */
function isOpening(text: string, index: number): boolean {
  if (!['"', '‘', '»'].includes(text.charAt(index))) return true;
  return !/[\p{L}\p{N}]/u.test(text.charAt(index - 1)) && /\S/.test(text.charAt(index + 1));
}

function closeOf(text: string, from: number, ends: string): number {
  const mark = text.charAt(from);
  let depth = 0;
  const end = Math.min(text.length, from + mostCharacters);
  for (let index = from + 1; index < end; index++) {
    const sign = text.charAt(index);
    if (sign === mark && !ends.includes(sign) && mark !== '"') depth++;
    if (!ends.includes(sign)) continue;
    if (sign === '’' && /\p{L}/u.test(text.charAt(index + 1))) continue;
    if (depth-- === 0) return index;
  }
  return -1;
}

/** A quotation that goes on in the next paragraph is closed there. */
function isUnclosed(text: string, index: number): boolean {
  return ['“', '„', '«', '"'].includes(text.charAt(index)) && /^\s*$/.test(text.slice(0, index));
}

function isName(text: string, start: number, end: number): boolean {
  const inside = text.slice(start, end);
  const words = inside.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  const isSpaceless = /[\p{Script=Han}\p{Script=Thai}]/u.test(inside);
  if (isSpaceless ? inside.length > 4 : words.length > mostWordsOfName) return false;
  // A few words in small letters are somebody's, as in: he called it “a fantasy”.
  if (/[,.!?…。！？]\s*$|^\p{Ll}/u.test(inside)) return false;
  const [, dash, next = ''] = /^.?,\s*([—–-]\s)?\s*(\p{Ll}+)/u.exec(text.slice(end)) ?? [];
  return dash === undefined && !saysSo(fold(next));
}

/** `— We waited, — said the mayor. — Nobody came.` */
function dialogueIn(text: string): Quoted[] {
  const found: Quoted[] = [];
  const dashes = [...text.matchAll(/(?:^|(?<=[,.!?…]["”»]?\s{0,3}))[—–―]\s/gu)];
  for (const [index, { index: at, 0: dash }] of dashes.entries())
    if (index % 2 === 0)
      found.push({ start: at + dash.length, end: dashes[index + 1]?.index ?? text.length, isName: false });
  return found;
}
