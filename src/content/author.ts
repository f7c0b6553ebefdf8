/** `authors/id.yaml`: who may stand in a byline. */
import { z } from 'zod';
import type { ParsedFile } from './article.ts';
import { line, text, webAddress } from './fields.ts';
import { plainText } from './front-matter.ts';
import type { ContentPath } from './paths.ts';
import { sizeProblem } from './size.ts';
import { readYaml } from './yaml.ts';

const authorSchema = z.strictObject({
  name: text,
  role: text.optional(),
  bio: text.optional(),
  /** A desk, not a person. */
  desk: z.boolean().default(false),
  links: z.array(z.strictObject({ name: line, url: webAddress })).default([]),
});

export type Author = z.infer<typeof authorSchema> & { id: string };

export function parseAuthor(bytes: Uint8Array, path: ContentPath & { kind: 'author' }): ParsedFile<Author> {
  const tooLarge = sizeProblem('file', bytes.length, path.path);
  if (tooLarge) return { problems: [tooLarge] };
  const { value, problems } = readYaml(plainText(bytes), authorSchema, path.path);
  return { value: value && problems.length === 0 ? { ...value, id: path.id } : undefined, problems };
}
