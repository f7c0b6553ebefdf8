/** The story so far never meets what stands beside the lines of a text, and is beside the text wherever that leaves room. */
import { expect, test } from 'vitest';
import { placeBeside } from '../../layouts/room-beside.ts';
import { html } from '../content/markdown/rendered.ts';

const line = 'The council met on Thursday and spoke about the road over the pass, which had been closed. ';
const text = (lines: number) => `${line.repeat(lines)}\n\n`;
const quote = '::: quote {by="Ada Lind" role="keeper of the light"}\nNever.\n:::\n\n';
const fact = `::: fact {title="The tower"}\n${line.repeat(4)}\n:::\n\n`;
const picture = { stem: 'a', width: 1600, height: 1000, alt: '' };

function placeOf(markdown: string, { points = [] as string[], isWide = false, stories = 3, sources = 0 } = {}) {
  const story = {
    body: { html: html(markdown) },
    points,
    sources: Array(sources).fill({ title: 'A source' }),
    image: isWide ? { ...picture, isWide } : picture,
  };
  return placeBeside(story, Array(stories).fill('Road over the pass is closed'));
}

test('nothing beside the text: it stands there from the beginning', () => {
  expect(placeOf(text(2))).toBe('beside');
  expect(placeOf(`${text(2)}::: note {title="A note"}\n${line}\n:::`)).toBe('beside');
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
