/** Makes files of one picture, of the whole or of parts of it (https://sharp.pixelplumbing.com/api-resize#extract). */
import type { Sharp } from 'sharp';
import type { Cut, PictureVariant } from '../content/pictures.ts';

/** What has to be known of a file to make it. */
export type ToMake = Pick<PictureVariant, 'width' | 'format'> & { height?: number; cut?: Cut };

/** `640.avif`, `16x9-60-30-1200.jpeg` and so on, each with its bytes. */
export type MadePicture = ReadonlyMap<string, Uint8Array>;
export type PictureMaker = (bytes: Uint8Array, variants: readonly ToMake[]) => Promise<MadePicture>;

/** What decides the bytes; `recipe` (content/pictures.ts) stands for it in the names of the files. */
export const settings = {
  avif: { quality: 52, effort: 3 },
  webp: { quality: 76, effort: 4 },
  jpeg: { quality: 78, mozjpeg: true },
} as const;

const white = '#fff';
const failOn = 'truncated'; // as it was when the picture was looked at

export function variantName({ width, format, cut }: ToMake): string {
  return `${cut ? `${cut.name}-` : ''}${width}.${format}`;
}

/** Upright, without what the camera wrote into it, and on white where the format has no transparency. */
export const makePicture: PictureMaker = async (bytes, variants) => {
  const { withSharp } = await import('../with-sharp.ts');
  const files = variants.map(async (variant): Promise<[string, Uint8Array]> => {
    const made = await withSharp((sharp) => makeFile(sharp(bytes, { failOn }).autoOrient(), variant));
    return [variantName(variant), made];
  });
  return new Map(await Promise.all(files));
};

function makeFile(picture: Sharp, { width, height, format, cut }: ToMake): Promise<Uint8Array> {
  if (cut) {
    const { left, top, width: across, height: down } = cut;
    picture.extract({ left, top, width: across, height: down });
    picture.resize(width, height, { fit: 'fill' }); // it has that shape, but for parts of a pixel
  } else picture.resize({ width }).keepIccProfile();
  if (format === 'jpeg') picture.flatten({ background: white });
  return picture.toFormat(format, settings[format]).toBuffer();
}
