import { expect, test } from 'vitest';
import { bodyProblems } from '../written.ts';

test.each([
  ['• Bread\n• Salt', 'markdown/run-together 1:1'],
  ['They brought:\n• bread\n• salt', 'markdown/run-together 2:1'],
  ['\uF0B7\tBread\n\uF0B7\tSalt', 'markdown/run-together 1:1'],
  ['Name\tAge\nAnn\t12', 'markdown/run-together 1:1'],
  ['By age:\nName\tAge\nAnn\t12', 'markdown/run-together 2:1'],
  ['➔ Bread\n✓ Salt', 'markdown/run-together 1:1'],
  ['\uF0FC Bread\n\uF0FC Salt', 'markdown/run-together 1:1'],
  ['> • Bread\n> • Salt', 'markdown/run-together 1:1'],
])('%j is told once', (body, told) => {
  expect(bodyProblems(body)).toEqual([told]);
});

test.each([
  '• Bread\n\n• Salt',
  '• Bread\\\n• Salt',
  '— Что?\n— Ничего.',
  'Столица\n— Москва.',
  'Moscow\n· Kazan',
  '- — What?\n- — Nothing.',
  'Name\tAge',
  '```\na\tb\nc\td\n```',
])('%j is not told', (body) => {
  expect(bodyProblems(body)).toEqual([]);
});
