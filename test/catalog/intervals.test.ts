import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginning, classOf, end, packWatches, unpackWatches, type Watch } from '../../src/catalog/intervals.ts';

const instant = fc.integer({ min: beginning, max: end });
const interval = fc.tuple(instant, instant).map(([a, b]) => ({ lo: Math.min(a, b), hi: Math.max(a, b) }));
/** A single thing lies at a hash of 48 bits, far outside the instants. */
const spot = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const watch: fc.Arbitrary<Watch> = fc.oneof(
  fc
    .record({ scope: fc.integer({ min: -1_000_000, max: 1_000_000 }), interval, depth: fc.integer({ min: 0, max: 3 }) })
    .map(({ scope, interval: { lo, hi }, depth }) => ({ scope, lo, hi, depth })),
  fc
    .record({ spot, depth: fc.integer({ min: 0, max: 3 }) })
    .map(({ spot: at, depth }) => ({ scope: 0, lo: at, hi: at, depth })),
);

test('watches are the same after packing and unpacking', () => {
  fc.assert(
    fc.property(fc.array(watch), (watches) => {
      expect(unpackWatches(packWatches(watches))).toEqual(watches);
    }),
  );
});

test('the extremes of every number survive packing', () => {
  const watches = [beginning, end, 0, -1, 2 ** 48 - 1].map((lo) => ({ scope: lo < 0 ? lo : 0, lo, hi: lo, depth: 3 }));
  expect(unpackWatches(packWatches([...watches, { scope: 1, lo: beginning, hi: end, depth: 0 }]))).toEqual([
    ...watches,
    { scope: 1, lo: beginning, hi: end, depth: 0 },
  ]);
});

test('a packed watch of a story takes no more than a dozen bytes', () => {
  expect(packWatches([{ scope: 12, lo: 1_448_519_400, hi: 1_448_605_800, depth: 1 }]).length).toBeLessThanOrEqual(12);
});

test('an interval of class c that holds p begins between p − 4^c and p', () => {
  fc.assert(
    fc.property(interval, fc.double({ min: 0, max: 1, noNaN: true }), ({ lo, hi }, part) => {
      const p = lo + Math.floor((hi - lo) * part);
      const size = 4 ** classOf(lo, hi);
      expect(lo).toBeGreaterThanOrEqual(p - size);
      expect(lo).toBeLessThanOrEqual(p);
    }),
  );
});

test('a class is the least that its interval fits in', () => {
  fc.assert(
    fc.property(interval, ({ lo, hi }) => {
      const length = hi - lo + 1;
      expect(length).toBeLessThanOrEqual(4 ** classOf(lo, hi));
      if (length > 1) expect(length).toBeGreaterThan(4 ** (classOf(lo, hi) - 1));
    }),
  );
});

test('a point is of class 0, and each class is four times as long as the one before', () => {
  expect(classOf(7, 7)).toBe(0);
  expect([classOf(0, 1), classOf(0, 3), classOf(0, 4), classOf(0, 15), classOf(0, 16)]).toEqual([1, 1, 2, 2, 3]);
});
