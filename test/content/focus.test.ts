/** The focal point of a picture: as it is written, as styles are told of it, and as pictures are cut around it. */
import { expect, test } from 'vitest';
import { cropsOf } from '../../src/content/crops.ts';
import { focusClasses } from '../../src/content/focus.ts';
import { parseStory, story } from './written.ts';

const withFocus = (focus: string) => parseStory(story({ image: `{file: sea.jpg, alt: Waves, focus: ${focus}}` }));

test.each([
  ['60% 30%', { x: 60, y: 30 }],
  ['0%  100%', { x: 0, y: 100 }],
  ['"7% 05%"', { x: 7, y: 5 }],
])('%s is a point', (focus, point) => {
  const { value, problems } = withFocus(focus);
  expect(problems).toEqual([]);
  expect(value?.image?.focus).toEqual(point);
});

test.each([
  ['60% 130%', '60% 100%'],
  ['-5% 30%', '0% 30%'],
  ['60 30', '60% 30%'],
  ['60%, 30%', '60% 30%'],
  ['33.3% 66.7%', '33% 67%'],
  ['0.6 0.3', '60% 30%'],
  ['60', '60% 50%'],
  ['left', '0% 50%'],
  ['top right', '100% 0%'],
  ['Centre bottom', '50% 100%'],
])('of %s the remedy is %s, as an edit', (focus, right) => {
  const { problems } = withFocus(focus === '60%, 30%' ? `"${focus}"` : focus);
  expect(problems).toMatchObject([
    { code: 'picture/bad-focus', replacement: { text: expect.stringContaining(right) } },
  ]);
});

test.each(['the ship', '1% 2% 3%', 'left 30%'])(
  'of “%s” nobody can say what was meant, and an example is told',
  (focus) => {
    const { problems } = withFocus(focus);
    expect(problems).toMatchObject([{ code: 'picture/bad-focus', fix: expect.stringContaining('focus: 60% 30%') }]);
    expect(problems[0]?.replacement).toBeUndefined();
  },
);

test.each([
  ['a high picture with a face near its top shows all that is above it', 800, 1600, { x: 50, y: 10 }, ['y-0']],
  ['in the upper third it stands in the middle of the cut', 800, 1600, { x: 50, y: 33 }, ['y-2']],
  ['one as wide as the frame is told as it is', 1500, 1000, { x: 20, y: 80 }, ['x-2', 'y-8']],
  ['of a wide one what is left and right', 1800, 1000, { x: 70, y: 50 }, ['x-10']],
  ['the middle needs no word', 900, 1600, { x: 50, y: 50 }, []],
  ['nor does a picture of which nothing is said', 900, 1600, undefined, []],
])('for styles: %s', (_, width, height, focus, classes) => {
  expect(focusClasses({ width, height, focus })).toEqual(classes);
});

test('a picture is cut to three shapes, each as large as it is and at most 1,200 pixels across', () => {
  const cut = cropsOf({ stem: '/assets/sea', width: 3000, height: 2000, focus: { x: 90, y: 20 } });
  expect(cut).toEqual([
    {
      url: '/assets/sea-16x9-90-20-1200.jpeg',
      ...{ width: 1200, height: 675, format: 'jpeg' },
      cut: { name: '16x9-90-20', left: 0, top: 0, width: 3000, height: 1688 },
    },
    {
      url: '/assets/sea-4x3-90-20-1200.jpeg',
      ...{ width: 1200, height: 900, format: 'jpeg' },
      cut: { name: '4x3-90-20', left: 333, top: 0, width: 2667, height: 2000 },
    },
    {
      url: '/assets/sea-1x1-90-20-1200.jpeg',
      ...{ width: 1200, height: 1200, format: 'jpeg' },
      cut: { name: '1x1-90-20', left: 1000, top: 0, width: 2000, height: 2000 },
    },
  ]);
});

test('every cut lies within its picture, holds its point, and is never enlarged', () => {
  for (const [width, height] of [
    [640, 479],
    [301, 1999],
    [2999, 310],
    [1000, 1000],
  ] as const)
    for (const x of [0, 13, 50, 99, 100])
      for (const y of [0, 37, 50, 100])
        for (const { cut, ...made } of cropsOf({ stem: '', width, height, focus: { x, y } })) {
          const [right, bottom] = [cut.left + cut.width, cut.top + cut.height];
          expect([cut.left, cut.top, width - right, height - bottom].every((each) => each >= 0)).toBe(true);
          const [across, down] = [(x * width) / 100, (y * height) / 100];
          expect(cut.left <= across && across <= right && cut.top <= down && down <= bottom).toBe(true);
          expect(made.width <= cut.width && made.height <= cut.height).toBe(true);
        }
});

test('of a picture that is too small for a shape there is none', () => {
  const shapesOf = (width: number, height: number) =>
    cropsOf({ stem: '', width, height }).map(({ cut }) => cut.name.split('-')[0]);
  expect(shapesOf(290, 224)).toEqual(['4x3', '1x1']);
  expect(shapesOf(240, 180)).toEqual([]);
});
