/** A shape is a text that can be made in any size; its growth is what is counted and timed. */

/** The text of about so many characters. */
export type Shape = (size: number) => string;

/** One piece over and over. */
export const repeated =
  (piece: string): Shape =>
  (size) =>
    piece.repeat(Math.ceil(size / piece.length));

/** What is before and after it once, whatever the size. */
export const between =
  (before: string, shape: Shape | string, after = ''): Shape =>
  (size) =>
    `${before}${typeof shape === 'string' ? repeated(shape)(size) : shape(size)}${after}`;

/** Pieces that say which they are. */
export const numbered =
  (piece: (index: number) => string): Shape =>
  (size) => {
    const pieces: string[] = [];
    for (let length = 0, index = 0; length < size; index++) {
      const next = piece(index);
      pieces.push(next);
      length += next.length;
    }
    return pieces.join('');
  };

/** One shape after the other, each of half the size. */
export const halves =
  (first: Shape, second: Shape): Shape =>
  (size) =>
    first(size / 2) + second(size / 2);

/** As many openers as closers, around a middle. */
export const nested = (open: string, close: string, middle = 'x'): Shape => {
  return (size) => {
    const depth = Math.ceil(size / (open.length + close.length));
    return open.repeat(depth) + middle + close.repeat(depth);
  };
};
