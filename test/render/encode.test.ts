/** Texts become the bytes of UTF-8 that they would by themselves, whatever else is encoded. */
import { expect, test } from 'vitest';
import { Encoder } from '../../src/render/encode.ts';

const texts = [
  '',
  'plain',
  'Путин и Олланд',
  '€ “quoted” 𝄞',
  'half \ud800 a pair',
  '<style>q{quotes:"„" "“"}</style>plain',
  'Путин<style>q{quotes:"„" "“"}</style>\ud800</style>',
  '\ud800<style media="print">q{}</style>',
  '€<style>without an end',
  'é'.repeat(700_000),
  'x'.repeat(400_000),
];

test('many texts, short and longer than a piece of memory, keep their bytes while others are encoded, again and again', () => {
  const encoder = new Encoder();
  for (let round = 1; round <= 3; round++) {
    const all = Array.from({ length: 5 }, () => texts.slice(round - 1)).flat();
    const encoded = all.map((text) => encoder.encode(text));
    for (const [index, text] of all.entries())
      expect(Buffer.compare(encoded[index] ?? new Uint8Array(), Buffer.from(text)), String(index)).toBe(0);
    encoder.forget();
  }
});

test('memory is used again once its texts are forgotten, but for that of a very long one', () => {
  const encoder = new Encoder();
  const memoryOf = (text: string) => encoder.encode(text).buffer;
  const before = [memoryOf('short'), memoryOf('é'.repeat(700_000))];
  encoder.forget();
  const after = [memoryOf('another'), memoryOf('é'.repeat(700_000))];
  expect(after.map((memory, index) => memory === before[index])).toEqual([true, false]);
});
