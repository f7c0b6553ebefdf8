/** `authors/id.yaml`: who may stand in a byline. */
import { z } from 'zod';
import type { Example } from './example.ts';
import { day, inLanguages, list, name, passage, webAddress } from './fields.ts';
import { plainText } from './front-matter.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import type { ContentPath } from './paths.ts';
import { readFormerAddresses } from './redirect.ts';
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
  /** The last day with the paper: the front stays, and nothing new is written. */
  left: day.optional(),
  /** Old addresses that lead here. */
  redirectFrom: list(z.string()).default([]),
});

const exampleAuthor: Example = {
  name: 'Ann Lee',
  role: 'Reporter',
  bio: 'She writes about the port',
  desk: true,
  links: [{ name: 'Mastodon', url: 'https://social.example/@ann' }],
  left: '2015-12-31',
  redirectFrom: ['/authors/ann/'],
};

export const authorForm = { schema: authorSchema, example: () => exampleAuthor };

export type Author = z.infer<typeof authorSchema> & { id: string };

export function parseAuthor(
  bytes: Uint8Array,
  { path: file, id }: ContentPath & { kind: 'author' },
  site: Site,
): ParsedFile<Author> {
  const tooLarge = sizeProblem('file', bytes.length, file);
  if (tooLarge) return { problems: [tooLarge] };
  const { asRead, problems: told, at, line, isKnown, removal } = readYaml(plainText(bytes), authorForm, file);
  const place = (field: Field) => ({ file, ...at(field) });
  const problems = [...told, ...untranslatedProblems(asRead, authorSchema, site, { place, line })];
  const written = { list: asRead.redirectFrom, field: ['redirectFrom'], isKnown, place, line, removal };
  const former = readFormerAddresses(written, site);
  return parsedFile({ ...asRead, redirectFrom: former.redirectFrom, id }, [...problems, ...former.problems]);
}
