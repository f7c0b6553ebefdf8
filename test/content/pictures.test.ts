/** In which sizes and formats a picture is made, and what its files are called. */
import { expect, test } from 'vitest';
import { jpegOf, pictureSource, sourcesOf, variantsOf, widthsOf } from '../../src/content/pictures.ts';

const wide = pictureSource('sea.front', { blob: '0123456789abcdef0123', width: 1600, height: 1067 });

test('its files are called by its name, its bytes, how it was made, a width and a format', () => {
  expect(wide.stem).toMatch(/^\/assets\/sea\.front-0123456789ab[a-z]$/);
  expect(variantsOf(wide)[0]?.url).toBe(`${wide.stem}-320.avif`);
  expect(new Set(variantsOf(wide).map(({ url }) => url)).size).toBe(10);
});

test('it is never made larger than it is, and always made at least once in each format', () => {
  expect(widthsOf(1600, 'avif')).toEqual([320, 640, 960, 1280]);
  expect(widthsOf(1280, 'avif')).toEqual([320, 640, 960, 1280]);
  expect(widthsOf(1000, 'webp')).toEqual([320, 640, 960, 1000]);
  expect(widthsOf(1000, 'jpeg')).toEqual([640, 1000]);
  for (const format of ['avif', 'webp', 'jpeg'] as const) expect(widthsOf(1, format)).toEqual([1]);
});

test('a browser is offered the best format first, with the width of each file', () => {
  expect(sourcesOf(wide)).toEqual([
    { type: 'image/avif', srcset: [320, 640, 960, 1280].map((w) => `${wide.stem}-${w}.avif ${w}w`).join(', ') },
    { type: 'image/webp', srcset: [320, 640, 960, 1280].map((w) => `${wide.stem}-${w}.webp ${w}w`).join(', ') },
  ]);
});

test('what everyone can show has the proportions of the whole, also of the narrowest', () => {
  expect(jpegOf(wide, 'large')).toMatchObject({ url: `${wide.stem}-1280.jpeg`, width: 1280, height: 854 });
  expect(jpegOf(wide, 'small')).toMatchObject({ url: `${wide.stem}-640.jpeg`, width: 640, height: 427 });
  const line = pictureSource('line', { blob: 'f'.repeat(40), width: 4000, height: 1 });
  expect(jpegOf(line, 'small')).toMatchObject({ width: 640, height: 1 });
});
