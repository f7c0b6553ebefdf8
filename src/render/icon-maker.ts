/**
 * Draws the files of an icon with sharp: `favicon.ico` (https://en.wikipedia.org/wiki/ICO_(file_format)), what Apple's
 * systems put on a home screen, and what search engines show as the publisher's logo.
 */
import type { Drawing } from '../../layouts/tokens.ts';
import type { IconFile } from '../content/own-addresses.ts';

export type MadeIcons = ReadonlyMap<IconFile, Uint8Array>;

/** Names how they are drawn: change it to its next letter with anything below that changes their bytes. */
export const iconRecipe = 'a';

const sizesInIco = [16, 32, 48];
/** Of each side, what stays empty around a drawing that does not reach the edges. */
const margin = 0.1;
const clear = { r: 0, g: 0, b: 0, alpha: 0 };

/** Throws if the SVG cannot be drawn. */
export async function drawIcons({ svg, paper }: Drawing): Promise<MadeIcons> {
  const { default: sharp } = await import('sharp');
  const drawn = (size: number) =>
    sharp(Buffer.from(svg)).resize(size, size, { fit: 'contain', background: clear }).png();
  const { isOpaque } = await sharp(await drawn(64).toBuffer()).stats();
  const onPaper = async (size: number) => {
    const empty = isOpaque ? 0 : Math.round(size * margin);
    const inside = await drawn(size - 2 * empty).toBuffer();
    return sharp(inside)
      .flatten({ background: paper })
      .extend({ top: empty, bottom: empty, left: empty, right: empty, background: paper })
      .removeAlpha()
      .png()
      .toBuffer();
  };
  const small = await Promise.all(sizesInIco.map(async (size) => ({ size, png: await drawn(size).toBuffer() })));
  return new Map<IconFile, Uint8Array>([
    ['favicon.ico', icoOf(small)],
    ['apple-touch-icon.png', await onPaper(180)],
    ['icon-512.png', await onPaper(512)],
  ]);
}

const headerBytes = 6;
const entryBytes = 16;

/** A list of pictures, each with its size and where it begins, and then the pictures themselves. */
function icoOf(pictures: readonly { size: number; png: Uint8Array }[]): Uint8Array {
  const directory = Buffer.alloc(headerBytes + entryBytes * pictures.length);
  directory.writeUInt16LE(1, 2); // an icon, not a cursor
  directory.writeUInt16LE(pictures.length, 4);
  let start = directory.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = headerBytes + entryBytes * index;
    directory.writeUInt8(size, entry);
    directory.writeUInt8(size, entry + 1);
    directory.writeUInt16LE(1, entry + 4); // planes
    directory.writeUInt16LE(32, entry + 6); // bits a pixel
    directory.writeUInt32LE(png.length, entry + 8);
    directory.writeUInt32LE(start, entry + 12);
    start += png.length;
  }
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}
