/** `authors/id.yaml`: who may stand in a byline. */
import { z } from 'zod';
import { isFault } from '../problem.ts';
import type { ParsedFile } from './article.ts';
import { inLanguages, list, name, passage, webAddress } from './fields.ts';
import { plainText } from './front-matter.ts';
import type { ContentPath } from './paths.ts';
import { sizeProblem } from './size.ts';
import { readYaml } from './yaml.ts';

const authorSchema = z.strictObject({
  name: inLanguages(name),
  role: inLanguages(name).optional(),
  bio: inLanguages(passage).optional(),
  /** A desk, not a person. */
  desk: z.boolean().default(false),
  links: list(z.strictObject({ name, url: webAddress })).default([]),
});

export type Author = z.infer<typeof authorSchema> & { id: string };

export function parseAuthor(bytes: Uint8Array, path: ContentPath & { kind: 'author' }): ParsedFile<Author> {
  const tooLarge = sizeProblem('file', bytes.length, path.path);
  if (tooLarge) return { problems: [tooLarge] };
  const { value, problems } = readYaml(plainText(bytes), authorSchema, path.path);
  return { value: value && !problems.some(isFault) ? { ...value, id: path.id } : undefined, problems };
}
