/** Files of any type: texts in other encodings, what programs write into pictures, and bytes that mean nothing. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findInBytes } from '../../src/find/find-in-bytes.ts';
import { patternOf } from '../../src/find/name-pattern.ts';

const patterns = ['Jane Doe', 'Путин'].map((name) => patternOf({ name, isWhole: false }) as RegExp);

function formsIn(bytes: Uint8Array): string[] {
  return findInBytes(bytes, patterns).found.map(({ form }) => form);
}

/** The same each time, and like what a program has packed. */
const noise = Buffer.concat(
  Array.from({ length: 4096 }, (_, index) => createHash('sha256').update(String(index)).digest()),
);
const among = (bytes: Uint8Array) => Buffer.concat([noise, Buffer.alloc(2), bytes, Buffer.alloc(3), noise]);

test.each([
  ['UTF-8', Buffer.from('By Jane Doe')],
  ['UTF-16 with its mark', Buffer.from('\uFEFFBy Jane Doe', 'utf16le')],
  ['an encoding of Windows', Buffer.from('Zo\xeb;Jane Doe', 'latin1')],
])('a text in %s is read', (_, bytes) => {
  expect(findInBytes(bytes, patterns)).toMatchObject({ found: [{ form: 'Jane Doe' }], isRead: true });
});

test('Cyrillic in an encoding of Windows is read', () => {
  expect(formsIn(Buffer.from([0xcf, 0xf3, 0xf2, 0xe8, 0xed, 0x3b, 0x31]))).toEqual(['Путин']);
});

test.each([
  ['UTF-8', among(Buffer.from('Jane Doe')), 'Jane Doe'],
  ['UTF-16', among(Buffer.from('Jane Doe', 'utf16le')), 'Jane Doe'],
  ['UTF-16 at an odd place', among(Buffer.concat([Buffer.from([0]), Buffer.from('Путин', 'utf16le')])), 'Путин'],
  ['UTF-16 the other way round', among(Buffer.from('Jane Doe', 'utf16le').swap16()), 'Jane Doe'],
])('what a program wrote among other bytes in %s is found, and the rest is said not to be read', (_, bytes, form) => {
  expect(findInBytes(bytes, patterns)).toMatchObject({ found: [{ form }], isRead: false });
});

test('in bytes that mean nothing nothing is found', () => {
  const short = patternOf({ name: 'Ann', isWhole: false }) as RegExp;
  expect(findInBytes(noise, [...patterns, short])).toEqual({ found: [], isRead: false });
});

test('in a file of many megabytes a name is found where two pieces of it meet', () => {
  const large = Buffer.alloc(17 * 1024 ** 2, 1);
  large.write('\0Jane Doe\0', 16 * 1024 ** 2 - 4);
  expect(formsIn(large)).toEqual(['Jane Doe']);
});
