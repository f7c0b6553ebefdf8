/**
 * The shapes in which search engines want the picture of a story
 * (https://developers.google.com/search/docs/appearance/structured-data/article): cut around its focal point.
 */
import { centre, cutStart, type Focus } from './focus.ts';
import type { Cut, PictureSource, PictureVariant } from './pictures.ts';

const shapes = [
  { across: 16, down: 9 },
  { across: 4, down: 3 },
  { across: 1, down: 1 },
];

const widest = 1200;
/** They take none that is smaller; from a picture without so many none is made, for it would have to be enlarged. */
const leastPixels = 50_000;

export type CropVariant = PictureVariant & { height: number; cut: Cut };

/** Each shape that can be cut from it, as one file that everyone can show. */
export function cropsOf({ stem, width, height, focus = centre }: PictureSource): CropVariant[] {
  return shapes.flatMap((shape) => {
    const cut = cutOf({ width, height }, focus, shape);
    if (cut.width * cut.height < leastPixels) return [];
    const across = Math.min(widest, cut.width);
    const down = Math.round((across * shape.down) / shape.across);
    return [{ url: `${stem}-${cut.name}-${across}.jpeg`, width: across, height: down, format: 'jpeg', cut }];
  });
}

function cutOf(
  { width, height }: Pick<PictureSource, 'width' | 'height'>,
  { x, y }: Focus,
  { across, down }: { across: number; down: number },
): Cut {
  const isHigh = width * down < height * across;
  const shownAcross = isHigh ? width : Math.round((height * across) / down);
  const shownDown = isHigh ? Math.round((width * down) / across) : height;
  return {
    name: `${across}x${down}-${x}-${y}`,
    left: cutStart(x, width, shownAcross),
    top: cutStart(y, height, shownDown),
    width: shownAcross,
    height: shownDown,
  };
}
