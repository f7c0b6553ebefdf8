/** `authors/id.yaml`: who may stand in a byline. */
import { z } from 'zod';
import { mailAddress } from './errors-to.ts';
import type { Example } from './example.ts';
import { alt, day, inLanguages, list, name, passage, webAddress, word } from './fields.ts';
import type { Focus } from './focus.ts';
import { plainText } from './front-matter.ts';
import { maxPathBytes } from './lengths.ts';
import { encodingProblem, notTextProblem } from './not-text.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import type { ContentPath } from './paths.ts';
import { readFormerAddresses } from './redirect.ts';
import type { Site } from './site.ts';
import { sizeProblem } from './size.ts';
import { endOf, readTime, type Seconds } from './times.ts';
import { untranslatedProblems } from './untranslated.ts';
import { focus, readFocus } from './written-focus.ts';
import { described } from './yaml/schema.ts';
import { type Field, readYaml } from './yaml.ts';

const portrait = z.strictObject({
  file: described(word(maxPathBytes), 'Its name, in the folder with the author’s id.'),
  alt: described(
    inLanguages(alt),
    'What it shows, for those who cannot see it; "" where it says no more than the name beside it.',
  ),
  credit: described(inLanguages(name).optional(), 'Who made it.'),
  license: described(name.optional(), 'Under which it may be shown.'),
  focus: described(focus.optional(), 'What is to stay in it where it is cut: how far from the left and from the top.'),
  expires: described(day.optional(), 'The last day on which it may be shown.'),
});

const authorSchema = z.strictObject({
  name: described(inLanguages(name), 'As it stands in bylines.'),
  role: described(inLanguages(name).optional(), 'What they do for the paper.'),
  bio: described(inLanguages(passage).optional(), 'A few sentences for their own page.'),
  email: described(mailAddress.optional(), 'Where readers can write to them.'),
  portrait: described(portrait.optional(), 'A picture of them, on their own page and beside their opinion.'),
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
  portrait: {
    file: 'ann.jpg',
    alt: 'Ann Lee at the quay',
    credit: 'Tom Reed',
    license: 'CC BY 4.0',
    focus: '50% 20%',
    expires: '2018-12-31',
  },
  desk: true,
  links: [{ name: 'Mastodon', url: 'https://social.example/@ann' }],
  left: '2015-12-31',
  redirectFrom: ['/authors/ann/'],
};

export const authorForm = { schema: authorSchema, example: () => exampleAuthor };

type Written = z.infer<typeof authorSchema>;

/** `expires`: the first instant at which the portrait may not be shown. */
export type Author = Omit<Written, 'portrait'> & {
  id: string;
  portrait?: Omit<NonNullable<Written['portrait']>, 'focus' | 'expires'> & { focus?: Focus; expires?: Seconds };
};

export function parseAuthor(
  bytes: Uint8Array,
  { path: file, id }: ContentPath & { kind: 'author' },
  site: Site,
): ParsedFile<Author> {
  const unreadable = notTextProblem(bytes, file) ?? sizeProblem('file', bytes.length, file);
  if (unreadable) return { problems: [unreadable] };
  const text = plainText(bytes);
  const encoded = encodingProblem(bytes, { file, text, languages: site.languages });
  if (encoded) return { problems: [encoded] };
  const { asRead, problems: told, at, line, isKnown, removal } = readYaml(text, authorForm, file);
  const place = (field: Field) => ({ file, ...at(field) });
  const problems = [...told, ...untranslatedProblems(asRead, authorSchema, site, { place, line })];
  const written = { list: asRead.redirectFrom, field: ['redirectFrom'], isKnown, place, line, removal };
  const former = readFormerAddresses(written, site);
  const value = { ...asRead, redirectFrom: former.redirectFrom, id, portrait: portraitOf(asRead, isKnown, site) };
  return parsedFile(value, [...problems, ...former.problems]);
}

function portraitOf({ portrait }: Written, isKnown: (field: Field) => boolean, site: Site): Author['portrait'] {
  if (!portrait || !isKnown(['portrait', 'file'])) return undefined;
  const { focus: point, expires: last, ...rest } = portrait;
  const read = point === undefined ? undefined : readFocus(point);
  const time = last === undefined || !isKnown(['portrait', 'expires']) ? undefined : readTime(last, site.timeZone);
  const end = time && 'at' in time ? endOf(time, site.timeZone) : undefined;
  return { ...rest, ...(read && { focus: read }), ...(end !== undefined && { expires: end }) };
}
