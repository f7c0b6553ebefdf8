/** The form of Front Matter CMS has a field for all that its kind of file may say, and no other. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { forms } from '../../pack/schemas.ts';
import { parseSite } from '../../src/content/site.ts';
import { frontMatterCms } from '../../src/desk/front-matter-cms.ts';
import { siteYaml } from '../support/newsroom.ts';

type Field = {
  name: string;
  type: string;
  required?: true;
  description?: string;
  choices?: unknown[];
  fields?: Field[];
};

const { asRead: site } = parseSite(siteYaml, 'site.yaml', ['en', 'ru']);
const settings = frontMatterCms(site);
const types = settings['frontMatter.taxonomy.contentTypes'] as { name: string; fields: Field[] }[];

test.each([
  ['default', 'article', ['contributors', 'pictures', 'sources', 'corrections']],
  ['page', 'page', []],
  ['topic', 'topic', []],
  ['notice', 'notice', []],
])('%s has the fields of the form “%s”', (name, form, listsOfThings) => {
  const { properties = {}, required } = z.toJSONSchema(forms[form]?.schema as z.ZodType, {
    io: 'input',
    unrepresentable: 'any',
  });
  const fields = types.find((each) => each.name === name)?.fields ?? [];
  expect(fields.map((each) => each.name)).toEqual(
    Object.keys(properties).filter((key) => !listsOfThings.includes(key)),
  );
  expect(fields.filter((each) => each.required).map((each) => each.name)).toEqual(required);
  expect(fields.filter(({ description = '' }) => description === '')).toEqual([]);
});

test('what can be chosen is given: sections by their titles, types, slots; a picture has fields of its own', () => {
  const fieldOf = (type: string, name: string) =>
    types.find((each) => each.name === type)?.fields.find((each) => each.name === name);
  expect(fieldOf('default', 'section')?.choices).toEqual([
    { id: 'world', title: 'World' },
    { id: 'culture', title: 'Culture' },
  ]);
  expect(fieldOf('default', 'type')?.choices).toContain('opinion');
  expect(fieldOf('notice', 'slot')?.choices).toContain('footer');
  expect(fieldOf('default', 'draft')?.type).toBe('draft');
  expect(fieldOf('default', 'image')?.fields?.map(({ name }) => name)).toContain('alt');
  expect(settings['frontMatter.content.pageFolders']).toContainEqual(
    expect.objectContaining({
      path: '[[workspace]]/content/articles',
      contentTypes: ['default'],
      disableCreation: true,
    }),
  );
});
