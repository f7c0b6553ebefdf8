/** Other stories never meet what stands beside the lines of a text, nor are they longer than it; where there is room they are beside it. */
import { expect, test } from 'vitest';
import { roomBeside } from '../../layouts/room-beside.ts';
import { html } from '../content/markdown/rendered.ts';

const line = 'The council met on Thursday and spoke about the road over the pass, which had been closed. ';
const text = (lines: number) => `${line.repeat(lines)}\n\n`;
const quote = '::: quote {by="Ada Lind" role="keeper of the light"}\nNever.\n:::\n\n';
const fact = `::: fact {title="The tower"}\n${line.repeat(4)}\n:::\n\n`;
const picture = { stem: 'a', width: 1600, height: 1000, alt: '' };

type Given = {
  points?: string[];
  isWide?: boolean;
  hasImage?: boolean;
  stories?: number;
  sources?: number;
  hasContents?: boolean;
  facts?: readonly string[];
};

function storyOf(markdown: string, { points = [], isWide = false, hasImage = true, sources = 0 }: Given) {
  return {
    body: { html: html(markdown) },
    points,
    sources: Array(sources).fill({ title: 'A source' }),
    ...(hasImage && { image: isWide ? { ...picture, isWide: true as const } : picture }),
  };
}

/** Of one author, with a place and an hour. */
const fewFacts = ['Ada Lind', 'Northport', '26 November 2015, 20.55 Moscow time', ''];

const headlines = (count: number) => Array<string>(count).fill('Road over the pass is closed');

function placeOf(markdown: string, given: Given = {}) {
  const room = roomBeside(storyOf(markdown, given), given.facts ?? fewFacts, given.hasContents);
  return room.placeOf(headlines(given.stories ?? 3));
}

test('nothing beside the text: it stands there from the beginning', () => {
  expect(placeOf(text(2))).toBe('beside');
  expect([6, 40].map((stories) => placeOf(text(2), { stories }))).toEqual(['beside', 'below']); // they fit no window
  expect(placeOf(`${text(2)}::: note {title="A note"}\n${line}\n:::`)).toBe('beside');
});

test('facts that are long leave room at the end of a text alone, and push down what hangs below them', () => {
  const facts = [...fewFacts, ...Array<string>(8).fill('Somebody who helped')];
  expect([2, 30].map((lines) => placeOf(text(lines), { facts }))).toEqual(['below', 'end']);
  const between = Array.from({ length: 30 }, (_, n) => n + 3);
  const fewest = (given: Given) => between.find((lines) => placeOf(text(lines), given) === 'end') ?? Number.NaN;
  expect(fewest({ points: ['One'], facts })).toBeGreaterThan(fewest({ points: ['One'] }));
});

test.each([
  ['a quotation', quote],
  ['a box', fact],
])('%s near the beginning leaves room at the end, near the end it leaves none', (_, block) => {
  expect(placeOf(text(1) + block + text(30))).toBe('end');
  expect(placeOf(text(30) + block + text(1))).toBe('below');
  expect(placeOf(text(30) + block + text(1), { sources: 30 })).toBe('end');
});

test('a note takes as much room as it has words', () => {
  const withNote = (lines: number) => `Ten.[^1] ${text(20)}\n\n[^1]: ${line.repeat(lines)}`;
  expect([1, 20].map((lines) => placeOf(withNote(lines)))).toEqual(['end', 'below']);
});

test('key points and a wide picture stand at its beginning', () => {
  expect(placeOf(text(30), { isWide: true })).toBe('end');
  expect(placeOf(text(30), { points: ['One', 'Two'] })).toBe('end');
  expect(placeOf(text(4), { isWide: true })).toBe('below');
});

test('a longer story so far needs more room, and a table makes none', () => {
  const body = text(1) + quote + text(9);
  expect([1, 12].map((stories) => placeOf(body, { stories }))).toEqual(['end', 'below']);
  const table = `| A | B |\n|---|---|\n| ${line.repeat(20)} | ${line} |\n`;
  expect(placeOf(text(1) + quote + table)).toBe('below');
});

test('contents stay in view where nothing else stands in the spine; then nothing else does beside them', () => {
  const free = (markdown: string, given: Given = {}) => roomBeside(storyOf(markdown, given), fewFacts, true).isFree;
  expect([free(text(30)), free(text(30), { isWide: true })]).toEqual([true, true]);
  expect([free(text(1) + quote), free(text(1), { points: ['One'] })]).toEqual([false, false]);
  expect(free(`![A](a.jpg)\n\n${text(9)}`)).toBe(true);
  expect(placeOf(text(30), { hasContents: true })).toBe('below');
});

test('what is related has a column beside a text that is as long, its picture counted', () => {
  const isFor = (lines: number, given: Given = {}) =>
    roomBeside(storyOf(text(lines), given), fewFacts).isFor(headlines(4), headlines(6));
  expect([isFor(3), isFor(25)]).toEqual([false, true]);
  const between = Array.from({ length: 22 }, (_, n) => n + 3);
  const fewest = (given: Given) => between.find((lines) => isFor(lines, given)) ?? Number.NaN;
  expect(fewest({ hasImage: false })).toBeGreaterThan(fewest({}));
  expect(fewest({ sources: 9 })).toBeLessThan(fewest({}));
});
