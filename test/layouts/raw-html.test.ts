import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../layouts');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

function filesWith(pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(readFileSync(join(folder, file), 'utf8')));
}

test('only html.tsx writes markup that it did not make', () => {
  expect(filesWith(/dangerouslySetInnerHTML|jsxTemplate/)).toEqual([join('components', 'html.tsx')]);
});

test('only what reads style sheets reads files', () => {
  expect(filesWith(/from 'node:(?!crypto')/)).toEqual(['css.ts', 'own-files.ts', 'tokens.ts']);
  expect(filesWith(/from 'node:crypto'/)).toEqual(['css.ts', 'social-card.ts']); // whose address has a hash
});
