/** Undated Markdown: standing pages (`pages/about.md`) and introductions of topics (`topics/syria.md`). */
import { z } from 'zod';
import { inLanguages, name, passage, title } from './fields.ts';
import { Places } from './markdown/finding.ts';
import type { Outline } from './markdown/outline.ts';
import { readMarkdownFile } from './markdown-file.ts';
import { defaultLanguage, isFreeId, type Language } from './names.ts';
import { emptyBodyAdvice } from './near-misses.ts';
import { reservedRemedy } from './own-addresses.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import type { ContentPath } from './paths.ts';
import type { Site } from './site.ts';
import type { Form } from './yaml.ts';

const pageSchema = z.strictObject({ title, summary: passage.optional() });
const topicSchema = z.strictObject({ name: inLanguages(name) });

export const pageForm = {
  schema: pageSchema,
  example: () => ({ title: 'About us', summary: 'Who we are and how we work' }),
};
export const topicForm = { schema: topicSchema, example: () => ({ name: 'Ferries' }) };

type Undated = { path: string; id: string; language: Language; outline: Outline };
export type Page = z.infer<typeof pageSchema> & Undated;
export type Topic = z.infer<typeof topicSchema> & Undated;

export function parsePage(bytes: Uint8Array, path: ContentPath & { kind: 'page' }, site: Site): ParsedFile<Page> {
  const parsed = parseUndated(bytes, path, site, {
    ...pageForm,
    remedyOfEmpty: ', or remove the file until it is written',
  });
  const isTaken = !isFreeId(path.id, site.languages) || site.sections.some((section) => section.id === path.id);
  if (!isTaken) return parsed;
  const problem = {
    code: 'page/reserved-id',
    file: path.path,
    what: `A page cannot be called “${path.id}”: /${path.id}/ is used for something else.`,
    fix: reservedRemedy().replace('Choose', 'Rename the file to'),
  };
  return { asRead: parsed.value ?? parsed.asRead, problems: [...parsed.problems, problem] };
}

export function parseTopic(bytes: Uint8Array, path: ContentPath & { kind: 'topic' }, site: Site): ParsedFile<Topic> {
  return parseUndated(bytes, path, site, topicForm);
}

function parseUndated<T extends object>(
  bytes: Uint8Array,
  path: ContentPath & { kind: 'page' | 'topic' },
  site: Site,
  { remedyOfEmpty, ...form }: Form<T> & { remedyOfEmpty?: string },
): ParsedFile<T & Undated> {
  const { read, problems } = readMarkdownFile(bytes, path, site, form);
  if (!read) return { problems };
  const { written, outline, body, bodyLine } = read;
  if (remedyOfEmpty !== undefined) problems.push(...emptyBodyAdvice(body, bodyLine, path.path, remedyOfEmpty));
  const places = new Places(body);
  for (const picture of outline.pictures) {
    const finding = {
      code: 'picture/not-in-a-story',
      line: 0,
      search: picture,
      what: `“${picture}” is on a page that is not a story.`,
      fix: 'Remove it; only stories can have pictures.',
    };
    problems.push(places.toProblem(finding, path.path, bodyLine));
  }
  const value = { ...written, path: path.path, id: path.id, language: path.language ?? defaultLanguage(site), outline };
  return parsedFile(value, problems);
}
