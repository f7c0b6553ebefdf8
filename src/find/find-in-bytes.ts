/** Names in files of any type: texts in any encoding that Node knows, and what programs write into pictures and recordings. */
import { isUtf8 } from 'node:buffer';
import { markedEncoding } from '../content/byte-order-mark.ts';
import { type Found, findInText, matches } from './find-in-text.ts';

/** Where a text is none of UTF-8, each of these is tried. */
const encodings = [
  ...['windows-1252', 'windows-1251', 'windows-1250', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256'],
  ...['koi8-r', 'iso-8859-5', 'gb18030', 'shift_jis', 'euc-kr', 'big5'],
];

/** `isRead`: it is a text, so that what was not found is not in it. */
export type Searched = { found: Found[]; isRead: boolean };

export function findInBytes(bytes: Uint8Array, patterns: readonly RegExp[]): Searched {
  const mark = markedEncoding(bytes);
  if (mark !== undefined) return { found: findIn(bytes, mark, patterns), isRead: true };
  const hasNul = bytes.includes(0);
  if (!hasNul && isUtf8(bytes)) return { found: findIn(bytes, 'utf-8', patterns), isRead: true };
  if (!hasNul && !isPacked(bytes))
    return { found: onePerForm(encodings.flatMap((each) => findIn(bytes, each, patterns))), isRead: true };
  return { found: findInMachineBytes(bytes, patterns), isRead: false };
}

function findIn(bytes: Uint8Array, encoding: string, patterns: readonly RegExp[]): Found[] {
  return findInText(new TextDecoder(encoding).decode(bytes), patterns);
}

/** Bytes that are mostly no letters: a program has packed them. */
function isPacked(bytes: Uint8Array): boolean {
  const some = bytes.subarray(0, 4096);
  const controls = some.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return controls > some.length / 50 || Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

const chunkBytes = 16 * 1024 ** 2;
/** Longer than any name with what stands in it. */
const overlapBytes = 4096;

/** In what is no text names stand among other bytes, in one of these ways; by chance a short one may too. */
function findInMachineBytes(bytes: Uint8Array, patterns: readonly RegExp[]): Found[] {
  const found: Found[] = [];
  for (let from = 0; from < bytes.length; from += chunkBytes)
    for (const text of textsAmong(bytes.subarray(from, from + chunkBytes + overlapBytes)))
      for (const pattern of patterns)
        for (const { 0: match, index } of matches(text, pattern))
          if (isReadable(text, index, match.length)) found.push(...findInText(match, [pattern]));
  return onePerForm(found.map((each) => ({ ...each, offset: 0 })));
}

function* textsAmong(bytes: Uint8Array): Iterable<string> {
  for (const encoding of ['utf-8', 'windows-1252']) yield new TextDecoder(encoding).decode(bytes);
  for (const encoding of ['utf-16le', 'utf-16be'])
    for (const begin of [0, 1]) yield new TextDecoder(encoding).decode(bytes.subarray(begin));
}

/** It is too long to stand there by chance, or among other letters. */
function isReadable(text: string, index: number, length: number): boolean {
  if (length >= 5) return true;
  const before = /[\p{L}\p{N}\p{P}\p{Zs}]*$/u.exec(text.slice(Math.max(0, index - 12), index))?.[0] ?? '';
  const after = /^[\p{L}\p{N}\p{P}\p{Zs}]*/u.exec(text.slice(index + length, index + length + 12))?.[0] ?? '';
  return before.length + length + after.length >= 8;
}

function onePerForm(found: readonly Found[]): Found[] {
  return [...new Map(found.map((each) => [each.key, each])).values()];
}
