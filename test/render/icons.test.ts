/** The files of an icon as they are really made: those of the engine's own are shipped, any other's are drawn. */
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Drawing, iconDrawing } from '../../layouts/tokens.ts';
import { iconFiles } from '../../src/content/own-addresses.ts';
import { drawIcons } from '../../src/render/icon-maker.ts';
import { nameOf } from '../../src/render/icons.ts';
import { projectRoot } from '../support/newsroom.ts';

const square: Drawing = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#c00" d="M0 0h8v8H0z"/></svg>',
  paper: '#fdfdfc',
};
const wide: Drawing = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 8"><path fill="#c00" d="M4 2h8v4H4z"/></svg>',
  paper: '#336699',
};

test('what is shipped is what is drawn of the engine’s own', async () => {
  const drawing = iconDrawing();
  const made = await drawIcons(drawing);
  const files = Object.fromEntries([...made].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
  await expect(`${JSON.stringify({ madeOf: nameOf(drawing), files }, null, 2)}\n`).toMatchFileSnapshot(
    join(projectRoot, 'layouts/shipped-icons.json'),
  );
});

/** The colour of a pixel, as red, green, blue and alpha. */
async function pixel(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
}

/** The pictures in an `.ico`, by how wide it says they are. */
function picturesIn(ico: Uint8Array): Map<number, Buffer> {
  const bytes = Buffer.from(ico);
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]).toEqual([0, 1]);
  const entries = Array.from({ length: bytes.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
  return new Map(
    entries.map((at) => {
      const start = bytes.readUInt32LE(at + 12);
      return [bytes[at] ?? 0, bytes.subarray(start, start + bytes.readUInt32LE(at + 8))];
    }),
  );
}

test('an .ico has three sizes, square and clear around the drawing', async () => {
  const pictures = picturesIn((await drawIcons(wide)).get('favicon.ico') ?? new Uint8Array());
  expect([...pictures.keys()]).toEqual([16, 32, 48]);
  for (const [size, png] of pictures) {
    const { width, height, format } = await sharp(png).metadata();
    expect([width, height, format]).toEqual([size, size, 'png']);
    expect(await pixel(png, 0, 0)).toEqual([0, 0, 0, 0]);
    expect(await pixel(png, size / 2, size / 2)).toEqual([204, 0, 0, 255]);
  }
});

test.each(['apple-touch-icon.png', 'icon-512.png'] as const)(
  '%s is opaque: a drawing lies on paper, with room around it',
  async (name) => {
    const size = name === 'icon-512.png' ? 512 : 180;
    const onPaper = (await drawIcons(wide)).get(name) ?? new Uint8Array();
    const { width, height, format } = await sharp(onPaper).metadata();
    expect([width, height, format]).toEqual([size, size, 'png']);
    expect((await sharp(onPaper).stats()).isOpaque).toBe(true);
    expect(await pixel(onPaper, 0, 0)).toEqual([51, 102, 153, 255]);
    expect(await pixel(onPaper, size / 2, size / 2)).toEqual([204, 0, 0, 255]);
    const full = (await drawIcons(square)).get(name) ?? new Uint8Array();
    expect(await pixel(full, 0, 0)).toEqual([204, 0, 0, 255]); // one that fills its square keeps doing so
  },
);

test('the same drawing gives the same bytes', async () => {
  const [one, other] = [await drawIcons(wide), await drawIcons(wide)];
  for (const name of iconFiles)
    expect(Buffer.compare(one.get(name) ?? Buffer.of(), other.get(name) ?? Buffer.of(1))).toBe(0);
});
