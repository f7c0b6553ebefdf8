/** Makes all files of one picture: `@11ty/eleventy-img` (https://www.11ty.dev/docs/plugins/image/), which asks sharp. */
import { type PictureFormat, type PictureVariant, variantsOf } from '../content/pictures.ts';

/** `640.avif` and so on, each with its bytes. */
export type MadePicture = ReadonlyMap<string, Uint8Array>;
export type PictureMaker = (bytes: Uint8Array, width: number) => Promise<MadePicture>;

/** What decides the bytes; `recipe` (content/pictures.ts) stands for it in the names of the files. */
export const settings = {
  sharpAvifOptions: { quality: 52, effort: 3 },
  sharpWebpOptions: { quality: 76, effort: 4 },
  sharpJpegOptions: { quality: 78, mozjpeg: true },
} as const;

export function variantName({ width, format }: Pick<PictureVariant, 'width' | 'format'>): string {
  return `${width}.${format}`;
}

/** Upright, without what the camera wrote into it, and on white where the format has no transparency. */
export const makePicture: PictureMaker = async (bytes, width) => {
  const { default: makeImages } = await import('@11ty/eleventy-img');
  const variants = variantsOf({ stem: '', width });
  const widths = [...new Set(variants.map((variant) => variant.width))];
  const made = await makeImages(Buffer.from(bytes), {
    ...settings,
    sharpOptions: { failOn: 'truncated' }, // as it was when the picture was looked at
    widths,
    formats: [...new Set(variants.map(({ format }) => format))],
    formatFiltering: [],
    fixOrientation: true,
    dryRun: true,
    useCache: false,
    transform: (picture, { format }) => {
      if (format === 'jpeg') picture.flatten({ background: '#fff' });
    },
  });
  const all = new Map(
    Object.entries(made).flatMap(([format, list]) =>
      list.map(({ width: each, buffer }) => [variantName({ width: each, format: format as PictureFormat }), buffer]),
    ),
  );
  const wanted = variants.map(variantName);
  return new Map(wanted.map((name) => [name, all.get(name) ?? missing(name)]));
};

function missing(name: string): never {
  throw new Error(`It was not made as ${name}`);
}
