/** `authors/id.yaml`: who may stand in a byline. */
import { z } from 'zod';
import { isFault } from '../problem.ts';
import type { ParsedFile } from './article.ts';
import { inLanguages, list, name, passage, webAddress } from './fields.ts';
import { plainText } from './front-matter.ts';
import type { ContentPath } from './paths.ts';
import type { Site } from './site.ts';
import { sizeProblem } from './size.ts';
import { untranslatedProblems } from './untranslated.ts';
import { type Field, readYaml } from './yaml.ts';

const authorSchema = z.strictObject({
  name: inLanguages(name),
  role: inLanguages(name).optional(),
  bio: inLanguages(passage).optional(),
  /** A desk, not a person. */
  desk: z.boolean().default(false),
  links: list(z.strictObject({ name, url: webAddress })).default([]),
});

export type Author = z.infer<typeof authorSchema> & { id: string };

export function parseAuthor(
  bytes: Uint8Array,
  { path: file, id }: ContentPath & { kind: 'author' },
  site: Site,
): ParsedFile<Author> {
  const tooLarge = sizeProblem('file', bytes.length, file);
  if (tooLarge) return { problems: [tooLarge] };
  const read = readYaml(plainText(bytes), authorSchema, file);
  const place = (field: Field) => ({ file, ...read.at(field) });
  const problems = [...read.problems, ...untranslatedProblems(read.value, authorSchema, site, place)];
  return { value: read.value && !problems.some(isFault) ? { ...read.value, id } : undefined, problems };
}
