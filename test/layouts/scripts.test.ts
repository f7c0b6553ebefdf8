/** What a script needs otherwise is said in one place; no component and no other style knows a language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../support/newsroom.ts';

const styles = join(projectRoot, 'layouts/styles');
const components = ['layouts/components', 'layouts/pages'].map((folder) => join(projectRoot, folder));

function textsOf(folder: string): [string, string][] {
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

test('only the tokens name languages, and only they say what is slanted, how letters and lines are spaced', () => {
  const named = /:lang\(|\[lang/;
  const raw = /font-style:\s*italic|font:\s*italic|letter-spacing:\s*-?[\d.]|line-height:\s*[\d.]|\/ \d\.\d/;
  const faults = textsOf(styles).filter(([name, css]) => name !== 'tokens.css' && (named.test(css) || raw.test(css)));
  expect(faults.map(([name]) => name)).toEqual([]);
  expect([named.test(':lang(ar) h1 {}'), raw.test('h1 { font-style: italic }')]).toEqual([true, true]);
});

test('no component and no page asks which language it is in', () => {
  const asks = /lang(uage)?\s*[!=]==?\s*['"`]/;
  const faults = components.flatMap(textsOf).filter(([, source]) => asks.test(source));
  expect(faults.map(([name]) => name)).toEqual([]);
  expect(asks.test("language === 'ar'")).toBe(true);
});
