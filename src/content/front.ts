/** `front.yaml`: what an editor puts on the front page by hand. */
import { z } from 'zod';
import type { ParsedFile } from './article.ts';
import { plainText } from './front-matter.ts';
import { readYaml, refuse } from './yaml.ts';

const story = z.string().superRefine(
  refuse(
    (value) => /^\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+$/.test(value),
    (value) => ({
      code: 'front/bad-story',
      what: `“${value}” does not name a story.`,
      fix: 'Name it by its date and slug, as in 2015/11/26/hollande-putin-talks.',
    }),
  ),
);

const frontSchema = z.strictObject({ lead: story.optional(), picks: z.array(story).default([]) });

export type Front = z.infer<typeof frontSchema>;

export function parseFront(bytes: Uint8Array, path: string): ParsedFile<Front> {
  const { value, problems } = readYaml(plainText(bytes), frontSchema, path);
  return { value: problems.length === 0 ? value : undefined, problems };
}
