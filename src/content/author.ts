/** `authors/id.yaml`: who may stand in a byline. */
import { z } from 'zod';
import { mailAddress } from './errors-to.ts';
import type { Example } from './example.ts';
import { day, inLanguages, list, name, passage, webAddress } from './fields.ts';
import { plainText } from './front-matter.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import type { ContentPath } from './paths.ts';
import { readFormerAddresses } from './redirect.ts';
import type { Site } from './site.ts';
import { sizeProblem } from './size.ts';
import { untranslatedProblems } from './untranslated.ts';
import { described } from './yaml/schema.ts';
import { type Field, readYaml } from './yaml.ts';

const authorSchema = z.strictObject({
  name: described(inLanguages(name), 'As it stands in bylines.'),
  role: described(inLanguages(name).optional(), 'What they do for the paper.'),
  bio: described(inLanguages(passage).optional(), 'A few sentences for their own page.'),
  email: described(mailAddress.optional(), 'Where readers can write to them.'),
  desk: described(z.boolean().default(false), 'A desk, not a person.'),
  links: described(
    list(
      z.strictObject({ name: described(name, 'What readers see.'), url: described(webAddress, 'Where it leads.') }),
    ).default([]),
    'Their pages elsewhere.',
  ),
  left: described(day.optional(), 'The last day with the paper: their page stays, and nothing new is written.'),
  redirectFrom: described(list(z.string()).default([]), 'Old addresses that lead here.'),
});

const exampleAuthor: Example = {
  name: 'Ann Lee',
  role: 'Reporter',
  bio: 'She writes about the port',
  email: 'ann@paper.example',
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
