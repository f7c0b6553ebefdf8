/**
 * Makes files of one picture: of the whole by `@11ty/eleventy-img` (https://www.11ty.dev/docs/plugins/image/), which asks
 * sharp; of parts by sharp itself (https://sharp.pixelplumbing.com/api-resize#extract).
 */
import type { Cut, PictureFormat, PictureVariant } from '../content/pictures.ts';

/** What has to be known of a file to make it. */
export type ToMake = Pick<PictureVariant, 'width' | 'format'> & { height?: number; cut?: Cut };

/** `640.avif`, `16x9-60-30-1200.jpeg` and so on, each with its bytes. */
export type MadePicture = ReadonlyMap<string, Uint8Array>;
export type PictureMaker = (bytes: Uint8Array, variants: readonly ToMake[]) => Promise<MadePicture>;

/** What decides the bytes; `recipe` (content/pictures.ts) stands for it in the names of the files. */
export const settings = {
  sharpAvifOptions: { quality: 52, effort: 3 },
  sharpWebpOptions: { quality: 76, effort: 4 },
  sharpJpegOptions: { quality: 78, mozjpeg: true },
} as const;

const white = '#fff';
const failOn = 'truncated'; // as it was when the picture was looked at

export function variantName({ width, format, cut }: ToMake): string {
  return `${cut ? `${cut.name}-` : ''}${width}.${format}`;
}

/** Upright, without what the camera wrote into it, and on white where the format has no transparency. */
export const makePicture: PictureMaker = async (bytes, variants) => {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1); // more threads make other bytes of AVIF; how many there are depends on the C library and MALLOC_ARENA_MAX
  const wholes = variants.filter(({ cut }) => cut === undefined);
  const made = wholes.length > 0 ? await makeWholes(bytes, wholes) : new Map<string, Uint8Array>();
  for (const variant of variants)
    if (variant.cut) made.set(variantName(variant), await makeCrop(bytes, variant, variant.cut));
  return made;
};

async function makeWholes(bytes: Uint8Array, variants: readonly ToMake[]): Promise<Map<string, Uint8Array>> {
  const { default: makeImages } = await import('@11ty/eleventy-img');
  const widths = [...new Set(variants.map((variant) => variant.width))];
  const made = await makeImages(Buffer.from(bytes), {
    ...settings,
    sharpOptions: { failOn },
    widths,
    formats: [...new Set(variants.map(({ format }) => format))],
    formatFiltering: [],
    fixOrientation: true,
    dryRun: true,
    useCache: false,
    transform: (picture, { format }) => {
      if (format === 'jpeg') picture.flatten({ background: white });
    },
  });
  const all = new Map(
    Object.entries(made).flatMap(([format, list]) =>
      list.map(({ width: each, buffer }) => [variantName({ width: each, format: format as PictureFormat }), buffer]),
    ),
  );
  const wanted = variants.map(variantName);
  return new Map(wanted.map((name) => [name, all.get(name) ?? missing(name)]));
}

async function makeCrop(bytes: Uint8Array, { width, height }: ToMake, cut: Cut): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const { left, top, width: across, height: down } = cut;
  return sharp(bytes, { failOn })
    .autoOrient()
    .extract({ left, top, width: across, height: down })
    .resize(width, height, { fit: 'fill' }) // it has that shape, but for parts of a pixel
    .flatten({ background: white })
    .jpeg(settings.sharpJpegOptions)
    .toBuffer();
}

function missing(name: string): never {
  throw new Error(`It was not made as ${name}`);
}
