/**
 * Intervals of instants, closed at both ends. To find those that hold a point without looking at all
 * of a scope, each has a *class*, the power of four its length fits in: an interval of class c that
 * holds p begins between p − 4^c and p.
 */

/** Before and after every article that a path can date (the years 1500 to 2999). */
export const beginning = -(2 ** 34);
export const end = 2 ** 35;

export const classes: readonly number[] = Array.from({ length: 20 }, (_, index) => index);

export function classOf(lo: number, hi: number): number {
  let size = 1;
  let found = 0;
  while (size < hi - lo + 1) {
    size *= 4;
    found += 1;
  }
  return found;
}

/** One thing a route looked at: part of a scope, and how deep. */
export type Watch = { scope: number; lo: number; hi: number; depth: number };

/** Watches as bytes: zigzag varints, so that a route's are some ten bytes each. */
export function packWatches(watches: readonly Watch[]): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number) => {
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    while (rest >= 128) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  for (const { scope, lo, hi, depth } of watches) {
    put(scope);
    put(lo);
    put(hi - lo);
    put(depth);
  }
  return Uint8Array.from(bytes);
}

export function unpackWatches(bytes: Uint8Array): Watch[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte % 128) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    numbers.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
    [value, scale] = [0, 1];
  }
  const watches: Watch[] = [];
  for (let index = 0; index + 3 < numbers.length; index += 4) {
    const [scope = 0, lo = 0, length = 0, depth = 0] = numbers.slice(index, index + 4);
    watches.push({ scope, lo, hi: lo + length, depth });
  }
  return watches;
}
