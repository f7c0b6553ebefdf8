/** The smallest pictures there are, written out here so that no test needs a file; and what makes them quickly. */
import sharp from 'sharp';
import { type PictureFormat, pictureStem } from '../../src/content/pictures.ts';
import type { SocialCard } from '../../src/content/social-card.ts';
import { jpeg as base, png } from '../../src/desk/mistakes/pictures.ts';
import { type PictureMaker, variantName } from '../../src/render/picture-maker.ts';
import { blobId } from '../../src/source/blob-id.ts';

export { png };

/** Grey, 320 pixels by 240: large enough to be cut to shapes. */
const larger: Buffer = Buffer.from(
  '/9j/2wBDAFBQUFBVUFpkZFp9h3iHfbmqm5uquf/I18jXyP//////////////////////////////////////////////////2wBDAVBQUFBVUFpkZFp9h3iHfbmqm5uquf/I18jXyP//////////////////////////////////////////////////wgARCADwAUADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAUAQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIQAxAAAACgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA//8QAFBABAAAAAAAAAAAAAAAAAAAAoP/aAAgBAQABPwAWH//EABQRAQAAAAAAAAAAAAAAAAAAAID/2gAIAQIBAT8AFn//xAAUEQEAAAAAAAAAAAAAAAAAAACA/9oACAEDAQE/ABZ//9k=',
  'base64',
);

/** The smallest with a comment in it, so that no two have the same bytes; or the larger one. */
export function jpegWith(comment: string, of: 'smallest' | 'larger' = 'smallest'): Buffer {
  const bytes = of === 'larger' ? larger : base;
  const text = Buffer.from(comment);
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, text.length + 2]), text, bytes.subarray(2)]);
}

/** What the addresses of all that is made of a picture begin with. */
export function stemOf(bytes: Uint8Array): string {
  return pictureStem(blobId(bytes));
}

export const jpeg: Buffer = jpegWith('tiny');

/** A text in what its format begins and ends with. */
function asPicture(text: Uint8Array, format: PictureFormat): Buffer {
  const number = (value: number, isBig: boolean): Buffer => {
    const bytes = Buffer.alloc(4);
    if (isBig) bytes.writeUInt32BE(value);
    else bytes.writeUInt32LE(value);
    return bytes;
  };
  if (format === 'jpeg') return Buffer.concat([Buffer.from('ffd8ff', 'hex'), text, Buffer.from('ffd9', 'hex')]);
  if (format === 'webp')
    return Buffer.concat([Buffer.from('RIFF'), number(text.length + 4, false), Buffer.from('WEBP'), text]);
  return Buffer.concat([
    number(12, true),
    Buffer.from('ftypavif'),
    number(text.length + 8, true),
    Buffer.from('free'),
    text,
  ]);
}

/** In place of what takes a tenth of a second a picture: each file says what it would be, and of which bytes. */
export const labelPictures: PictureMaker = async (bytes, variants) =>
  new Map(
    variants.map((variant) => {
      const name = variantName(variant);
      return [name, asPicture(Buffer.concat([Buffer.from(`${name} of `), bytes]), variant.format)];
    }),
  );

/** The same of cards. */
export const labelCards = async (card: SocialCard): Promise<Buffer> =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    Buffer.from(JSON.stringify(card)),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ]);

const flat = new Map<string, Promise<Buffer>>();

/** In one colour. */
function flatPicture(width: number, height: number): Promise<Buffer> {
  const size = `${width}x${height}`;
  const made =
    flat.get(size) ??
    sharp({ create: { width, height, channels: 3, background: '#88a' } })
      .jpeg()
      .toBuffer();
  flat.set(size, made);
  return made;
}

/** Real files for browsers, of the right size, in one colour: all that a layout depends on. They look at the bytes to know the type. */
export const flatPictures: PictureMaker = async (bytes, variants) => {
  const { autoOrient } = await sharp(bytes).metadata();
  const files = variants.map(async (variant): Promise<[string, Buffer]> => {
    const whole = Math.round((autoOrient.height * variant.width) / autoOrient.width);
    return [variantName(variant), await flatPicture(variant.width, variant.height ?? Math.max(1, whole))];
  });
  return new Map(await Promise.all(files));
};
