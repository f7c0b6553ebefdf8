/**
 * What becomes of a picture on the site: it is made in some widths and three formats, each a file whose
 * name says of which bytes it was made and how, so that hosts and browsers may keep it for ever.
 */

/** A picture file of the content, as it was found to be. `width` and `height` are as it is shown, upright. */
export type PictureFile = { blob: string; width: number; height: number };

/** A picture as pages name it: `stem` is the address of all its files, without width and format. */
export type PictureSource = { stem: string; width: number; height: number };

export type PictureFormat = 'avif' | 'webp' | 'jpeg';

/** Stands for how pictures are made, in their names: to be changed whenever the same picture would become other bytes. */
export const recipe = 'a';

/** What fits the columns of the layouts on screens of one, two and three dots a pixel. */
const widths = [320, 640, 960, 1280];

/** Formats in the order in which a browser is to choose. The last is for those that know no other, and for feeds. */
const widthsIn: Record<PictureFormat, readonly number[]> = { avif: widths, webp: widths, jpeg: [640, 1280] };
const formats = Object.keys(widthsIn) as PictureFormat[];

/** `/assets/carrier-0123456789aba` of `carrier`, whatever the file ended in. */
export function pictureStem(name: string, blob: string): string {
  return `/assets/${name}-${blob.slice(0, 12)}${recipe}`;
}

export function pictureSource(name: string, { blob, width, height }: PictureFile): PictureSource {
  return { stem: pictureStem(name, blob), width, height };
}

/** The widths in which a picture of a width is made: none larger than itself, and at least one. */
export function widthsOf(width: number, format: PictureFormat): number[] {
  const smaller = widthsIn[format].filter((each) => each < width);
  const isWhole = width <= Math.max(...widthsIn[format]);
  return isWhole ? [...smaller, width] : smaller;
}

/** The most pixels down a picture, at the widest that it is made: AVIF and WebP know no more. */
const maxHeight = 16_383;

export function isTooLong(width: number, height: number): boolean {
  return (height * Math.min(width, Math.max(...widths))) / width > maxHeight;
}

export type PictureVariant = { url: string; width: number; format: PictureFormat };

/** Every file that is made of a picture. */
export function variantsOf({ stem, width }: Pick<PictureSource, 'stem' | 'width'>): PictureVariant[] {
  return formats.flatMap((format) =>
    widthsOf(width, format).map((each) => ({ url: `${stem}-${each}.${format}`, width: each, format })),
  );
}

/** The sources of a `<picture>` element, best first; `root` is put before each address. */
export function sourcesOf(picture: PictureSource, root = ''): { type: string; srcset: string }[] {
  return (['avif', 'webp'] as const).map((format) => ({
    type: `image/${format}`,
    srcset: variantsOf(picture)
      .filter((each) => each.format === format)
      .map(({ url, width }) => `${root}${url} ${width}w`)
      .join(', '),
  }));
}

/** How wide the column is in which texts are set, as `layouts/styles/tokens.css` has it: for `sizes`. */
export const columnSizes = '(min-width: 60em) 36rem, calc(100vw - 2rem)';

/** The file that everyone can show: the smallest for pages, the largest for feeds and social networks. */
export function jpegOf(
  { stem, width, height }: PictureSource,
  which: 'small' | 'large',
): PictureSource & { url: string } {
  const all = widthsOf(width, 'jpeg');
  const chosen = (which === 'small' ? all[0] : all.at(-1)) ?? width;
  return {
    stem,
    url: `${stem}-${chosen}.jpeg`,
    width: chosen,
    height: Math.max(1, Math.round((height * chosen) / width)),
  };
}
