/** Pictures of shapes that are hard to place, drawn when they are needed. */
import sharp from 'sharp';
import { type PictureMaker, variantName } from '../../src/render/picture-maker.ts';

export const pictures = {
  tiny: [90, 60],
  high: [900, 1800],
  square: [1000, 1000],
  panorama: [4000, 700],
  plain: [1600, 1067],
} as const;

/** A circle that touches two sides, so that one sees whether a picture is whole and true. */
export function draw(width: number, height: number): Promise<Buffer> {
  const circle = `<circle cx="50%" cy="50%" r="${Math.min(width, height) / 2}" fill="#c96"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#57a"/>${circle}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 60 }).toBuffer();
}

/** Pictures of the right size in one format, whatever their names say: browsers look at the bytes. */
export const quickPictures: PictureMaker = async (bytes, variants) => {
  const made = new Map<string, Buffer>();
  for (const { width, height } of variants)
    if (!made.has(`${width}x${height}`))
      made.set(`${width}x${height}`, await sharp(bytes).resize(width, height).jpeg({ quality: 50 }).toBuffer());
  return new Map(
    variants.map((each) => [variantName(each), made.get(`${each.width}x${each.height}`) ?? Buffer.alloc(0)]),
  );
};
