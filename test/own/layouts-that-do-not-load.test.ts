/** A layout of the newsroom’s own that cannot be loaded is told of at its place, however the failure is wrapped. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadProblem } from '../../src/own/render-problems.ts';
import { newsroom } from '../support/newsroom.ts';

test.each([
  [
    'a mistake of syntax',
    (file: string) => `Transform failed with 1 error:\n${file}:1:25: ERROR: Expected identifier`,
    1,
  ],
  [
    'a lacking export',
    () => "The requested module './byline.tsx' does not provide an export named 'Byline'",
    undefined,
  ],
])('%s', (_, message, line) => {
  const { folder } = newsroom({ git: false });
  const file = join(folder, 'layouts/components/byline.tsx');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, 'export function Byline( {');
  const failure = Object.assign(new Error('Error in the configuration'), { originalError: new Error(message(file)) });
  const problem = loadProblem(folder, failure, (path) => path);
  expect(problem).toMatchObject({ code: 'own/not-loaded', file });
  expect(problem?.line).toBe(line);
  expect(loadProblem(folder, new Error('of the engine'), (path) => path)).toBeUndefined();
});
