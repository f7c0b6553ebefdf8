/** Undated Markdown: standing pages (`pages/about.md`) and introductions of topics (`topics/syria.md`). */
import { z } from 'zod';
import { inLanguages, list, name, passage, title } from './fields.ts';
import { isFreeId } from './names.ts';
import { emptyBodyAdvice } from './near-misses.ts';
import { reservedRemedy } from './own-addresses.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import type { ContentPath } from './paths.ts';
import { readFormerAddresses } from './redirect.ts';
import type { Site } from './site.ts';
import { readUndated, type Undated } from './undated.ts';
import { described } from './yaml/schema.ts';

const redirectFrom = described(list(z.string()).default([]), 'Old addresses that lead here.');

const pageSchema = z.strictObject({
  title: described(title, 'What the page is called.'),
  summary: described(passage.optional(), 'A sentence for search engines, and where a link to it is shared.'),
  redirectFrom,
  noindex: described(z.boolean().default(false), 'Not for search engines.'),
});
const topicSchema = z.strictObject({
  name: described(inLanguages(name), 'What readers see in place of its id.'),
  redirectFrom,
});

export const pageForm = {
  schema: pageSchema,
  example: () => ({
    title: 'About us',
    summary: 'Who we are and how we work',
    redirectFrom: ['/who-we-are/'],
    noindex: true,
  }),
};
export const topicForm = {
  schema: topicSchema,
  example: () => ({ name: 'Ferries', redirectFrom: ['/topics/boats/'] }),
};

export type Page = z.infer<typeof pageSchema> & Undated;
export type Topic = z.infer<typeof topicSchema> & Undated;

export function parsePage(bytes: Uint8Array, path: ContentPath & { kind: 'page' }, site: Site): ParsedFile<Page> {
  const { read, value, problems } = readUndated(bytes, path, site, pageForm);
  if (!value) return { problems };
  const former = readFormerAddresses({ ...read, list: value.redirectFrom, field: ['redirectFrom'] }, site);
  problems.push(...former.problems);
  value.redirectFrom = former.redirectFrom;
  problems.push(...emptyBodyAdvice(read.body, read.bodyLine, path.path, ', or remove the file until it is written'));
  const isTaken = !isFreeId(path.id, site.languages) || site.sections.some((section) => section.id === path.id);
  if (!isTaken) return parsedFile(value, problems);
  const problem = {
    code: 'page/reserved-id',
    file: path.path,
    what: `A page cannot be called “${path.id}”: /${path.id}/ is used for something else.`,
    fix: reservedRemedy().replace('Choose', 'Rename the file to'),
  };
  return { asRead: value, problems: [...problems, problem] };
}

export function parseTopic(bytes: Uint8Array, path: ContentPath & { kind: 'topic' }, site: Site): ParsedFile<Topic> {
  const { read, value, problems } = readUndated(bytes, path, site, topicForm);
  if (!value) return { problems };
  const former = readFormerAddresses({ ...read, list: value.redirectFrom, field: ['redirectFrom'] }, site);
  return parsedFile({ ...value, redirectFrom: former.redirectFrom }, [...problems, ...former.problems]);
}
