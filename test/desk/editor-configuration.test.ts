/** The configuration of the editor in a browser is one that Sveltia CMS takes, and has a field for all that files may say. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { forms } from '../../pack/schemas.ts';
import { backendOf } from '../../src/commands/editor-command.ts';
import { parseSite, type Site } from '../../src/content/site.ts';
import { editorBlocks } from '../../src/desk/editor/blocks.ts';
import { type EditorSettings, editorConfiguration } from '../../src/desk/editor/configuration.ts';
import { type EditorField, keysOf } from '../../src/desk/editor/fields.ts';
import { siteYaml } from '../support/newsroom.ts';

const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sveltia/cms')));
const schema = JSON.parse(readFileSync(join(packed, 'schema/sveltia-cms.json'), 'utf8'));
const isTaken = new Ajv({ strict: false, logger: false }).compile(schema);

type Collection = { name: string; fields?: EditorField[]; folder?: string; [option: string]: unknown };
const settings: EditorSettings = {
  backend: { name: 'gitlab', repo: 'newsroom/content', branch: 'main' },
  folder: 'content',
  zone: 'Europe/Moscow',
  written: { authors: 'once', topics: 'once' },
};

function siteIn(...languages: string[]): Site {
  const { asRead } = parseSite(siteYaml, 'site.yaml', languages);
  return { ...asRead, languages };
}

function collectionsOf(site: Site, more: Partial<EditorSettings> = {}): Collection[] {
  return editorConfiguration(site, { ...settings, ...more }).collections as Collection[];
}

const inTwo = siteIn('en', 'ru');
const named = (collections: Collection[], name: string) => collections.find((each) => each.name === name);
const fieldIn = (collection: Collection | undefined, name: string) =>
  collection?.fields?.find((each) => each.name === name);

describe.each([
  ['one language', siteIn('en'), 'once'],
  ['two languages', inTwo, 'per language'],
  ['two languages, written in both ways', inTwo, 'both'],
] as const)('of a newsroom in %s', (_, site, written) => {
  test.each([
    ['GitHub, with a token', backendOf({ github: 'owner/paper' })],
    ['GitHub, with a server to sign in', backendOf({ github: 'owner/paper', server: 'https://auth.paper.example' })],
    ['GitLab, with a token', backendOf({ gitlab: 'group/sub/paper', branch: 'live' })],
    ['a GitLab of its own', backendOf({ gitlab: 'group/paper', 'app-id': 'x', server: 'https://git.paper.example' })],
    ['this server', settings.backend],
  ] as const)('it is taken, with the backend of %s', (_name, backend) => {
    const made = editorConfiguration(site, { ...settings, backend, written: { authors: written, topics: written } });
    expect(isTaken(made), JSON.stringify(isTaken.errors?.slice(0, 3))).toBe(true);
    expect(isTaken({ ...made, collections: [{ name: 'x', label: 'X', folder: 'x', fields: [{ widget: 1 }] }] })).toBe(
      false,
    );
  });
});

test.each([
  ['stories-world', 'article'],
  ['authors', 'author'],
  ['pages', 'page'],
  ['topics', 'topic'],
  ['notices', 'notice'],
])('%s has the fields of the form “%s”, and no other', (name, form) => {
  const { properties = {}, required } = z.toJSONSchema(forms[form]?.schema as z.ZodType, {
    io: 'input',
    unrepresentable: 'any',
  });
  const fields = (named(collectionsOf(siteIn('en')), name)?.fields ?? []).filter((each) => each.name !== 'body');
  const sorted = (names: readonly string[] | undefined) => [...(names ?? [])].sort();
  expect(sorted(fields.map((each) => each.name))).toEqual(sorted(Object.keys(properties)));
  expect(sorted(fields.filter((each) => each.required).map((each) => each.name))).toEqual(sorted(required));
  expect(fields.filter(({ hint = '' }) => hint === '')).toEqual([]);
});

test('each key of which more is known than its schema says is one of a form', () => {
  const texts = JSON.stringify(
    Object.values(forms).map((form) =>
      z.toJSONSchema(form.schema as z.ZodType, { io: 'input', unrepresentable: 'any' }),
    ),
  );
  for (const key of Object.values(keysOf).flat()) expect(texts).toContain(`"${key}":{`);
});

test('a story stands where `new` makes it, in its section, with its pictures in the folder with its name', () => {
  const world = named(collectionsOf(inTwo), 'stories-world');
  expect(world).toMatchObject({
    folder: 'content/articles',
    path: "{{date | date('YYYY')}}/{{date | date('MM')}}/{{date | date('DD')}}/{{slug}}",
    preview_path: '{{locale}}/{{dirname}}/{{filename}}/',
    filter: { field: 'section', value: 'world' },
    media_folder: '',
    public_folder: './{{slug}}',
  });
  expect(fieldIn(world, 'section')).toMatchObject({ default: 'world', i18n: 'duplicate' });
  expect(fieldIn(world, 'date')).toMatchObject({ format: 'YYYY-MM-DD HH:mm', input_timezone: 'Europe/Moscow' });
  expect(fieldIn(world, 'title')).toMatchObject({ i18n: true });
  expect(fieldIn(world, 'image')?.fields?.find(({ name }) => name === 'file')).toMatchObject({
    widget: 'image',
    media_folder: '',
    public_folder: '',
  });
  expect(fieldIn(world, 'body')?.editor_components).toEqual(['image', ...editorBlocks().map(({ name }) => name)]);
});

test('a text that is written once and per language has no form, so that none hides what a file has', () => {
  const both = collectionsOf(inTwo, { written: { authors: 'both', topics: 'both' } });
  expect(named(both, 'authors') ?? named(both, 'topics')).toBeUndefined();
  expect(JSON.stringify(both), 'nothing is chosen from what has no form').not.toContain('"relation"');
  const per = collectionsOf(inTwo, { written: { authors: 'per language', topics: 'per language' } });
  expect(fieldIn(named(per, 'authors'), 'name')?.fields?.map(({ name }) => name)).toEqual(['en', 'ru']);
  expect(fieldIn(named(per, 'authors'), 'email')?.widget).toBe('string');
});
