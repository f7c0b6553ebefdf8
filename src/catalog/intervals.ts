/**
 * Intervals of instants, closed at both ends. To find those that hold a point without looking at all
 * of a scope, each has a *class*, the power of four its length fits in: an interval of class c that
 * holds p begins between p − 4^c and p.
 */
import { packNumbers, unpackNumbers } from './packed.ts';

/** Before and after every article that a path can date (the years 1500 to 2999). */
export const beginning = -(2 ** 34);
export const end = 2 ** 35;

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

/** Watches as bytes, a route's in some ten each. */
export function packWatches(watches: readonly Watch[]): Uint8Array {
  const numbers: number[] = [];
  for (const { scope, lo, hi, depth } of watches) numbers.push(scope, lo, hi - lo, depth);
  return packNumbers(numbers);
}

export function unpackWatches(bytes: Uint8Array): Watch[] {
  const numbers = unpackNumbers(bytes);
  const watches: Watch[] = [];
  for (let index = 0; index + 3 < numbers.length; index += 4) {
    const [scope = 0, lo = 0, span = 0, depth = 0] = numbers.slice(index, index + 4);
    watches.push({ scope, lo, hi: lo + span, depth });
  }
  return watches;
}
