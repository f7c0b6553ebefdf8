/** The smallest pictures there are, written out here so that no test needs a file; and what makes them quickly. */
import sharp from 'sharp';
import { variantsOf } from '../../src/content/pictures.ts';
import { type PictureMaker, variantName } from '../../src/render/picture-maker.ts';

/** One grey pixel. */
export const png: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** Eight pixels by six. */
const base: Buffer = Buffer.from(
  '/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIgCF//Z',
  'base64',
);

/** The same with a comment in it, so that no two have the same bytes. */
export function jpegWith(comment: string): Buffer {
  const text = Buffer.from(comment);
  return Buffer.concat([base.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, text.length + 2]), text, base.subarray(2)]);
}

export const jpeg: Buffer = jpegWith('tiny');

/** In place of what takes a tenth of a second a picture: each file says what it would be, and of which bytes. */
export const labelPictures: PictureMaker = async (bytes, width) =>
  new Map(
    variantsOf({ stem: '', width }).map((variant) => {
      const name = variantName(variant);
      return [name, Buffer.concat([Buffer.from(`${name} of `), bytes])];
    }),
  );

/** Real files for browsers, of the right size and type, in one colour: all that a layout depends on, made at once. */
export const flatPictures: PictureMaker = async (bytes, width) => {
  const { autoOrient } = await sharp(bytes).metadata();
  const files = variantsOf({ stem: '', width }).map(async (variant): Promise<[string, Buffer]> => {
    const height = Math.max(1, Math.round((autoOrient.height * variant.width) / autoOrient.width));
    const picture = sharp({ create: { width: variant.width, height, channels: 3, background: '#88a' } });
    return [variantName(variant), await picture.toFormat(variant.format, { effort: 0 }).toBuffer()];
  });
  return new Map(await Promise.all(files));
};
