/** The first words of a text, of which an import makes a summary where there is none. */
import { expect, test } from 'vitest';
import { renderOutlined } from '../../../src/content/markdown/body.ts';
import type { Resolve } from '../../../src/content/markdown/environment.ts';

const resolve = {
  link: (href: string) => href,
  picture: () => undefined,
  frames: [],
  page: '/a/',
} as unknown as Resolve;

test.each([
  ['## A\n\nIt *sails*.\n\nAt eight.', 'It sails.'],
  ['[quay.jpg](https://old.example/quay.jpg)\n\nIt sails.', 'It sails.'],
  ['[A quay](https://old.example/quay.JPG?w=300) at night.', 'A quay at night.'],
  ['[The timetable](https://old.example/times)\n\nIt sails.', 'The timetable'],
])('the opening of “%s” is “%s”', (markdown, opening) => {
  expect(renderOutlined(markdown, resolve).opening).toBe(opening);
});
