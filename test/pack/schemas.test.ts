/** The schemas in `schemas/` are those of the forms: `npm exec vitest run test/pack/schemas -- -u` writes them anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { forms, schemaText } from '../../pack/schemas.ts';
import { shownExample } from '../../src/content/example.ts';
import { schemaLine } from '../../src/desk/schema-line.ts';
import { siteYaml } from '../support/newsroom.ts';
import { problemsOf } from '../support/problems-of.ts';

const root = join(import.meta.dirname, '../..');
const shipped = (name: string) => JSON.parse(readFileSync(join(root, `schemas/${name}.json`), 'utf8'));

describe.each(Object.entries(forms))('%s.json', (name, form) => {
  test('is what its form says', async () => {
    await expect(schemaText(form)).toMatchFileSnapshot(join(root, `schemas/${name}.json`));
  });

  test('takes the example, refuses a key that there is not, and says what each key is for', () => {
    const schema = z.fromJSONSchema(shipped(name));
    const example = shownExample(form.example());
    expect(schema.safeParse(example).error).toBeUndefined();
    const [one] = [example].flat() as [object];
    const wrong = { ...one, nonsense: 1 };
    expect(schema.safeParse(Array.isArray(example) ? [wrong] : wrong).success).toBe(false);
    expect(keysWithout('description', shipped(name))).toEqual([]);
  });
});

test('one is stale as soon as its form has another key', () => {
  const { schema, example } = forms.topic as { schema: z.ZodObject; example: () => never };
  const other = { schema: schema.extend({ motto: z.string() }), example };
  expect(schemaText(other)).not.toBe(readFileSync(join(root, 'schemas/topic.json'), 'utf8'));
  expect(keysWithout('description', JSON.parse(schemaText(other)))).toEqual(['motto']);
});

test('a file may begin with the line that names its schema', async () => {
  const files = {
    'site.yaml': siteYaml,
    'authors/desk.yaml': 'name: Desk\n',
    'front.yaml': 'picks: []\n',
    'gone.yaml': '',
  };
  const withLines = Object.entries(files).map(([path, text]) => [path, schemaLine('site', path) + text]);
  expect(await problemsOf(Object.fromEntries(withLines))).toEqual([]);
  expect(schemaLine('author', 'content/authors/ann.yaml')).toBe(
    '# yaml-language-server: $schema=../../node_modules/broadsheet/schemas/author.json\n',
  );
  expect(schemaLine('publish', 'publish.yaml')).toContain('=./node_modules/broadsheet/schemas/publish.json');
});

/** Names of properties that have no such word beside them. */
function keysWithout(word: string, schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as { properties?: Record<string, object> };
  const own = Object.entries(properties).flatMap(([key, each]) => (word in each ? [] : [key]));
  return [...own, ...Object.values(schema).flatMap((each) => keysWithout(word, each))];
}
