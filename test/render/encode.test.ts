/** Texts become the bytes of UTF-8 that they would by themselves, whatever else is encoded. */
import { expect, test } from 'vitest';
import { Encoder } from '../../src/render/encode.ts';

test('many texts, short and longer than a piece of memory, keep their bytes while others are encoded', () => {
  const texts = [
    '',
    'plain',
    'Путин и Олланд',
    '€ “quoted” 𝄞',
    'half \ud800 a pair',
    'é'.repeat(700_000),
    'x'.repeat(400_000),
  ];
  const all = Array.from({ length: 5 }, () => texts).flat();
  const encoder = new Encoder();
  const encoded = all.map((text) => encoder.encode(text));
  for (const [index, text] of all.entries())
    expect(Buffer.compare(encoded[index] ?? new Uint8Array(), Buffer.from(text)), String(index)).toBe(0);
});
