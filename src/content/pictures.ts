/**
 * What becomes of a picture on the site: it is made in some widths and three formats, each a file whose
 * name says of which bytes it was made and how, so that hosts and browsers may keep it for ever.
 */

import type { Focus } from './focus.ts';

/** A picture file of the content, as it was found to be. `width` and `height` are as it is shown, upright. */
export type PictureFile = { blob: string; width: number; height: number };

/** A picture as pages name it: `stem` is the address of all its files, without width and format. */
/** `isWide`: it goes on over the column beside the text, if it is large enough. */
export type PictureSource = { stem: string; width: number; height: number; focus?: Focus; isWide?: true };

export type PictureFormat = 'avif' | 'webp' | 'jpeg';

/** Stands for how pictures are made, in their names: to be changed whenever the same picture would become other bytes. */
export const recipe = 'a';

/** What fits the columns of the layouts on screens of one, two and three dots a pixel. */
const widths = [320, 640, 960, 1280];

/** Formats in the order in which a browser is to choose. The last is for those that know no other, and for feeds. */
const widthsIn: Record<PictureFormat, readonly number[]> = { avif: widths, webp: widths, jpeg: [640, 1280] };
const formats = Object.keys(widthsIn) as PictureFormat[];

/** `/assets/0123456789abcdefa`: of the bytes alone, so that no word of an author’s file is in an address. */
export function pictureStem(blob: string): string {
  return `/assets/${blob.slice(0, 16)}${recipe}`;
}

export function pictureSource({ blob, width, height }: PictureFile, focus?: Focus): PictureSource {
  return { stem: pictureStem(blob), width, height, ...(focus && { focus }) };
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

/** A part of a picture as it is shown, upright, in its own pixels; `name` says which, in the names of files. */
export type Cut = { name: string; left: number; top: number; width: number; height: number };

/** A file that is made of a picture; of a part of it, if it is cut. */
export type PictureVariant = { url: string; width: number; format: PictureFormat; cut?: Cut };

/** Every file that is made of a whole picture. */
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

/**
 * What the styles have to know of a picture's shape, as a class of its `img`: whether it is wider than frames that
 * pictures are cut to, or so high that it could be taller than the window (the ratio of its sides, in tenths).
 */
export function shapeOf({ width, height }: Pick<PictureSource, 'width' | 'height'>): string | undefined {
  const ratio = width / height;
  if (ratio > 2 || (ratio > 1.5 && height < frameHeight)) return 'wide';
  return ratio < 1.2 ? `ratio-${tenths(ratio)}` : undefined;
}

/** From so many pixels across on a picture may be shown wider than the text. */
export const wideFrom = 1000;

/** Where a picture stands in a story, if that is not the column of its text: over the one beside it too, or a panorama over all. */
export function spanOf({ width, height, isWide }: Omit<PictureSource, 'stem'>): 'wide' | 'whole' | undefined {
  const ratio = width / height;
  if (width < wideFrom) return undefined;
  if (ratio > 2) return 'whole';
  return isWide && ratio >= 1.2 ? 'wide' : undefined;
}

/** Of the largest frame; cut from less than that a picture would be enlarged. */
const frameHeight = 430;

function tenths(ratio: number): number {
  return Math.max(1, Math.floor(ratio * 10));
}

/** How wide pictures are shown in a place, from which width of the window on (in em), widest first: as the styles have it. */
export type Frame = readonly {
  from: number;
  width: string;
  /** Of pictures that stand so (`spanOf`). */
  wide?: string;
  whole?: string;
}[];

/** The column in which texts are set. */
export const textFrame: Frame = [
  { from: 100, width: '42rem', wide: '59rem', whole: '80rem' },
  { from: 84, width: '42rem', wide: '55rem', whole: '80rem' },
  { from: 60, width: '42rem', wide: '55rem', whole: '100vw - 4rem' },
  { from: 55, width: '39rem', wide: '100vw - 3.5rem', whole: '100vw - 4rem' },
  { from: 43, width: '42rem', wide: '100vw - 3rem' },
  { from: 38, width: '36rem' },
  { from: 0, width: '100vw - 2rem' },
];

/** `sizes` of a picture that is shown whole: never wider than it is, nor higher than four fifths of the window. */
export function sizesOfWhole(picture: Omit<PictureSource, 'stem'>, frame: Frame): string {
  const { width, height } = picture;
  const shape = shapeOf(picture);
  const most = shape?.startsWith('ratio') ? [`${8 * tenths(width / height)}vh`] : [];
  return sizesIn(frame, width, spanOf(picture) ?? 'width', most);
}

/** `sizes` of a picture that is cut to the frame. */
export function sizesOfCut(picture: Pick<PictureSource, 'width' | 'height'>, frame: Frame): string {
  return sizesIn(frame, picture.width, 'width', []);
}

/** No frame is narrower or wider than these, in pixels. */
const narrowestFrame = 200;
const widestFrame = 1584;

function sizesIn(frame: Frame, ownWidth: number, span: 'width' | 'wide' | 'whole', most: readonly string[]): string {
  if (ownWidth <= narrowestFrame && most.length === 0) return `${ownWidth}px`;
  const limits = ownWidth < widestFrame ? [`${ownWidth}px`, ...most] : most;
  const sizes = frame.map(({ from, width, ...wider }) => {
    const [first = width, ...others] = [{ width, ...wider }[span] ?? width, ...limits];
    if (others.length > 0) return { from, size: `calc(min(${[first, ...others].join(', ')}))` };
    return { from, size: first.includes(' ') ? `calc(${first})` : first };
  });
  const told = sizes.filter(({ size }, index) => size !== sizes[index + 1]?.size);
  return told.map(({ from, size }) => (from > 0 ? `(min-width: ${from}em) ${size}` : size)).join(', ');
}

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
