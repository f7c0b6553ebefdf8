/**
 * The focal point of a picture: what is to stay in it where it is cut to a shape. A cut has it in its middle, or as near
 * to that as the picture reaches.
 */

/** In percent, from the left and from the top. */
export type Focus = { x: number; y: number };

export const centre: Focus = { x: 50, y: 50 };

/**
 * Where a cut of some length begins, in a picture of a length: both across, or both down. Files are named after the point,
 * so that another rule needs another `recipe` (`pictures.ts`).
 */
export function cutStart(at: number, length: number, shown: number): number {
  return Math.min(length - shown, Math.max(0, Math.round((length * at) / 100 - shown / 2)));
}

/** What the styles cut pictures to, in cards and in the lead. */
const frameRatio = 3 / 2;

/**
 * The same for styles, as classes of an `img` that `styles/focus.css` reads: how much of what is cut away is cut from
 * the left and from the top, in tenths. On the side that our own frames do not cut, the point itself.
 */
export function focusClasses({ width, height, focus: at }: { width: number; height: number; focus?: Focus }): string[] {
  if (!at) return [];
  const ratio = width / height / frameRatio;
  const x = ratio > 1 ? tenths(at.x, 1 / ratio) : Math.round(at.x / 10);
  const y = ratio < 1 ? tenths(at.y, ratio) : Math.round(at.y / 10);
  const middle = 5;
  return [...(x === middle ? [] : [`x-${x}`]), ...(y === middle ? [] : [`y-${y}`])];
}

function tenths(at: number, shown: number): number {
  const fine = 1000;
  return Math.round((10 * cutStart(at, fine, shown * fine)) / (fine - shown * fine));
}
