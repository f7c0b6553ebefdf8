/** Work on a text grows as its length does, whatever the text: counted, so that no slow machine can break it. */
import { describe, expect, test } from 'vitest';
import { bodyShapes } from './body-shapes.ts';
import { matterShapes } from './matter-shapes.ts';
import { repeated, type Shape } from './shape.ts';
import { startCounting, workOf } from './work.ts';

startCounting();
const { ofAddress, ofBody, ofMatter } = await import('./whole-way.ts');

const isLong = process.env.BROADSHEET_TEST === 'long';

const size = 400;
/** Twice, and a little more for sorting. A square shows as soon as it is a fifth of the work on the smaller text. */
const most = 2.3;

function growthOf(run: (text: string) => void, shape: Shape): number {
  const [once, twice] = [shape(size), shape(2 * size)];
  const work = workOf(() => run(once));
  return workOf(() => run(twice)) / work;
}

/** Every second one; `npm run test:long` has all, and up to the largest text (`growth.long.ts`). */
function tried(shapes: Record<string, Shape>): [string, Shape][] {
  return Object.entries(shapes).filter((_, index) => isLong || index % 2 === 0);
}

/** What else the process does meanwhile is counted too: growth that is real is there the second time. */
function expectLinear(run: (text: string) => void, shape: Shape): void {
  const growth = growthOf(run, shape);
  expect(growth < most ? growth : growthOf(run, shape)).toBeLessThan(most);
}

describe('twice the body is twice the work', () => {
  test.each(tried(bodyShapes))('%s', (_, shape) => expectLinear(ofBody, shape));
});

describe('twice the front matter is twice the work', () => {
  test.each(tried(matterShapes))('%s', (_, shape) => expectLinear(ofMatter, shape));
});

describe('twice the address is twice the work', () => {
  test.each([
    ['folders', repeated('a/')],
    ['folders above', repeated('../')],
    ['escapes', repeated('%61')],
    ['questions', repeated('?a=b')],
  ])('%s', (_, shape) => expectLinear(ofAddress, shape));
});

describe('more than that is seen', () => {
  const words = repeated('[word ');

  test.each<[string, (text: string) => void]>([
    ['of a loop in a loop', (text) => void [...text].map(() => [...text].filter((letter) => letter === '['))],
    ['of a built-in function in a loop', (text) => void [...text].map((letter) => text.split(letter))],
    ['of a search that finds nothing', (text) => void [...text].map((_, from) => text.includes(']', from))],
    ['of a pattern that begins everywhere', (text) => void /\[[^\]]*\]/.exec(text)],
    ['in a replacement', (text) => void text.replace(/\[[^\]]*\]/g, '')],
  ])('a square %s', (_, run) => expect(growthOf(run, words)).toBeGreaterThan(3));

  test('a cube of a pattern with two repetitions', () => {
    const run = (text: string) => void /\[[^\]]*\p{L}[^\]]*\]/u.exec(text);
    expect(growthOf(run, (size) => words(size / 4))).toBeGreaterThan(6);
  });
});
