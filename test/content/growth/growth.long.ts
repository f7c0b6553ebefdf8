/** The same shapes in seconds, up to the largest text that is read. Only `npm run test:long` looks at a clock: that of the process. */
import { describe, expect, test } from 'vitest';
import { bodyShapes } from './body-shapes.ts';
import { matterShapes } from './matter-shapes.ts';
import type { Shape } from './shape.ts';
import { ofBody, ofMatter } from './whole-way.ts';

/** What is shorter says nothing. */
const unseenMilliseconds = 20;
const mostMilliseconds = 20_000;
const mostGrowth = 2.5;
/** What looks like too much is measured again: garbage is collected when it is, and the machine does other things. */
const rounds = 8;

function cpuMillisecondsOf(run: () => void): number {
  const { user, system } = process.cpuUsage();
  run();
  const after = process.cpuUsage();
  return (after.user - user + after.system - system) / 1000;
}

function expectLinear(run: (text: string) => void, shape: Shape, largest: number): void {
  const smallest = 2 ** 13;
  let half = shape(smallest - 64);
  let before = cpuMillisecondsOf(() => run(half));
  for (let size = 2 * smallest; size <= largest; size *= 2) {
    const text = shape(size - 64);
    let now = cpuMillisecondsOf(() => run(text));
    for (let round = 1; round < rounds && before > unseenMilliseconds && now / before > mostGrowth; round++) {
      before = Math.max(unseenMilliseconds, (before + cpuMillisecondsOf(() => run(half))) / 2);
      now = Math.min(
        now,
        cpuMillisecondsOf(() => run(text)),
      );
    }
    if (before > unseenMilliseconds)
      expect(now / before, `${size} characters: ${now} ms after ${before} ms`).toBeLessThan(mostGrowth);
    expect(now).toBeLessThan(mostMilliseconds);
    [half, before] = [text, now];
  }
}

describe('a body that is twice as long takes at most 2.5 times as long', () => {
  test.each(Object.entries(bodyShapes))('%s', (_, shape) => expectLinear(ofBody, shape, 2 ** 20));
});

describe('a front matter that is twice as long takes at most 2.5 times as long', () => {
  test.each(Object.entries(matterShapes))('%s', (_, shape) => expectLinear(ofMatter, shape, 2 ** 16));
});

test('a square is seen', () => {
  const square = (text: string) => void Array.from(text, (letter) => text.lastIndexOf(`${letter}!`));
  expect(() => expectLinear(square, (size) => 'a'.repeat(size), 2 ** 16)).toThrow(/characters/);
});
