/** The same shapes in seconds, up to the largest text that is read. Only `npm run test:long` looks at a clock. */
import { describe, expect, test } from 'vitest';
import { bodyShapes } from './body-shapes.ts';
import { matterShapes } from './matter-shapes.ts';
import type { Shape } from './shape.ts';
import { ofBody, ofMatter } from './whole-way.ts';

const unseen = 20;
const mostSeconds = 20;

function leastMilliseconds(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function expectLinear(run: (text: string) => void, shape: Shape, largest: number): void {
  let before = Number.POSITIVE_INFINITY;
  for (let size = 2 ** 13; size <= largest; size *= 2) {
    const text = shape(size - 64);
    const now = leastMilliseconds(() => run(text));
    if (before > unseen) expect(now / before, `${size} characters: ${now} ms after ${before} ms`).toBeLessThan(2.5);
    expect(now).toBeLessThan(mostSeconds * 1000);
    before = now;
  }
}

describe('a body that is twice as long takes at most 2.5 times as long', () => {
  test.each(Object.entries(bodyShapes))('%s', (_, shape) => expectLinear(ofBody, shape, 2 ** 20));
});

describe('a front matter that is twice as long takes at most 2.5 times as long', () => {
  test.each(Object.entries(matterShapes))('%s', (_, shape) => expectLinear(ofMatter, shape, 2 ** 16));
});
