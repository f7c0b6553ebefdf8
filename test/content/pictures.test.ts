/** In which sizes and formats a picture is made, and what its files are called. */
import { expect, test } from 'vitest';
import {
  jpegOf,
  pictureSource,
  shapeOf,
  sizesOfWhole,
  sourcesOf,
  spanOf,
  variantsOf,
  widthsOf,
} from '../../src/content/pictures.ts';

const wide = pictureSource({ blob: '0123456789abcdef0123', width: 1600, height: 1067 });

test('its files are called by its bytes, how it was made, a width and a format', () => {
  expect(wide.stem).toMatch(/^\/assets\/0123456789abcdef[a-z]$/);
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
  const line = pictureSource({ blob: 'f'.repeat(40), width: 4000, height: 1 });
  expect(jpegOf(line, 'small')).toMatchObject({ width: 640, height: 1 });
});

test('how wide a picture is shown is said once for each width of the window, never wider than it is or too high', () => {
  const frame = [
    { from: 60, width: '36rem', wide: '48rem', whole: '60rem' },
    { from: 0, width: '100vw - 2rem' },
  ];
  const sizes = (width: number, height: number) => sizesOfWhole({ width, height }, frame);
  expect(sizes(1600, 1067)).toBe('(min-width: 60em) 36rem, calc(100vw - 2rem)');
  expect(sizes(4000, 700)).toBe('(min-width: 60em) 60rem, calc(100vw - 2rem)');
  expect(sizesOfWhole({ width: 1600, height: 1067, isWide: true }, frame)).toBe(
    '(min-width: 60em) 48rem, calc(100vw - 2rem)',
  );
  expect(sizes(90, 60)).toBe('90px');
  expect(sizes(400, 300)).toBe('(min-width: 60em) calc(min(36rem, 400px)), calc(min(100vw - 2rem, 400px))');
  expect(sizes(1500, 3000)).toBe(
    '(min-width: 60em) calc(min(36rem, 1500px, 40vh)), calc(min(100vw - 2rem, 1500px, 40vh))',
  );
});

test('wider than its text stands a large picture of which that is said, unless it is high, and any large panorama', () => {
  const span = (width: number, height: number, isWide?: true) => spanOf({ width, height, ...(isWide && { isWide }) });
  expect([span(1000, 800, true), span(999, 666, true), span(1000, 900, true)]).toEqual(['wide', undefined, undefined]);
  expect([span(1000, 667), span(2000, 900), span(2000, 900, true), span(900, 300)]).toEqual([
    undefined,
    'whole',
    'whole',
    undefined,
  ]);
});

test('a picture says its shape where it is wider than frames are, or could be higher than a window', () => {
  const shape = (width: number, height: number) => shapeOf({ width, height });
  expect([shape(4000, 700), shape(640, 360), shape(1280, 720), shape(1600, 1067)]).toEqual([
    'wide',
    'wide',
    undefined,
    undefined,
  ]);
  expect([shape(900, 1800), shape(1000, 1000), shape(100, 9000)]).toEqual(['ratio-5', 'ratio-10', 'ratio-1']);
});
