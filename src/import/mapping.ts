/** `import.yaml`: how what a source says becomes what a newsroom has. Guessed on the first run, and then its editors'. */
import { z } from 'zod';
import { id, title, webAddress } from '../content/fields.ts';
import { idFrom } from '../content/names.ts';
import { yamlLine } from '../content/yaml/write.ts';
import { readYaml } from '../content/yaml.ts';
import { slugOf } from '../desk/slug.ts';
import type { Problem } from '../problem.ts';
import type { Use } from './guess.ts';

const byName = (value: z.ZodType<string>) => z.record(z.string(), value).default({});

const schema = z.strictObject({
  source: z.string().optional(),
  url: webAddress.optional(),
  formerly: z.array(webAddress).default([]),
  timeZone: z.string().optional(),
  language: z.string().optional(),
  languages: byName(z.string()),
  keys: byName(z.string()),
  section: id,
  sections: byName(z.string()),
  titles: byName(title),
  desk: id,
  authors: byName(z.string()),
  topics: byName(z.string()),
  shortcodes: byName(z.string()),
  furniture: z.array(z.string()).default([]),
});

export type Mapping = z.infer<typeof schema>;

const example = {
  source: 'Hugo',
  url: 'https://old.example',
  formerly: ['https://older.example'],
  timeZone: 'Europe/Lisbon',
  language: 'en',
  languages: { en_US: 'en' },
  keys: { standfirst: 'summary' },
  section: 'news',
  sections: { blog: 'news' },
  titles: { news: 'News' },
  desk: 'editorial-desk',
  authors: { 'Ann Lee': 'ann-lee' },
  topics: { Ferries: 'ferries' },
  shortcodes: { pullquote: '<blockquote>{inner}</blockquote>' },
  furniture: ['promo'],
};

export function parseMapping(text: string, file: string): { mapping?: Mapping; problems: Problem[] } {
  const { asRead, problems } = readYaml(
    text,
    { schema: schema as unknown as z.ZodType<Mapping>, example: () => example },
    file,
  );
  return problems.some(({ weight }) => weight === undefined) ? { problems } : { mapping: asRead, problems };
}

/** An id for a name of the source: Latin letters, digits and hyphens. */
export function idOf(name: string, language: string): string {
  return (
    (idFrom(name).length >= name.replace(/[^\p{L}\p{N}]/gu, '').length / 2 && idFrom(name)) ||
    slugOf(name, language) ||
    idFrom(name)
  );
}

/** The file, with how often each line applied. */
export function writeMapping(
  mapping: Mapping,
  used: {
    program: string;
    keys: readonly (readonly [string, Use])[];
    counts: Record<'sections' | 'authors' | 'languages', ReadonlyMap<string, number>>;
    shortcodes: ReadonlyMap<string, number>;
  },
): string {
  const times = (count: number | undefined) =>
    count === undefined ? '' : ` # ${count.toLocaleString('en')} ${count === 1 ? 'time' : 'times'}`;
  const table = (key: keyof Mapping, about: string, counts?: ReadonlyMap<string, number>) => {
    const rows = Object.entries(mapping[key] as Record<string, string>);
    const sorted = counts ? rows.toSorted((a, b) => (counts.get(b[0]) ?? 0) - (counts.get(a[0]) ?? 0)) : rows;
    const lines = sorted.map(([from, to]) => `  ${yamlLine(from, '{}')}: ${yamlLine(to)}${times(counts?.get(from))}`);
    return [`# ${about}`, lines.length === 0 ? `${key}: {}` : `${key}:`, ...lines, ''];
  };
  const known = used.keys.filter(([, { field }]) => field !== undefined);
  const others = used.keys.filter(([, { field }]) => field === undefined);
  const one = (key: 'url' | 'timeZone' | 'language') =>
    mapping[key] === undefined ? [`# ${key}:`] : [`${key}: ${yamlLine(mapping[key])}`];
  return [
    `# What import made of the source, a ${used.program}. Edit it and run import again: stories that you have edited stay as they are.`,
    `source: ${used.program}`,
    '',
    '# The address of the old site: links to it become links to stories.',
    ...one('url'),
    `formerly: ${yamlLine(mapping.formerly)}`,
    '# The zone of times that do not say theirs, and the language of stories that do not.',
    ...one('timeZone'),
    ...one('language'),
    ...table('languages', 'Languages as the source has them: their codes here.', used.counts.languages),
    '# Keys of front matter and what they were taken for; write another field, or none.',
    ...(known.length === 0
      ? ['keys: {}']
      : ['keys:', ...known.map(([key, { count, field }]) => `  ${yamlLine(key, '{}')}: ${field}${times(count)}`)]),
    ...(others.length === 0
      ? []
      : ['  # Not used:', ...others.map(([key, { count }]) => `  # ${key}:${times(count)}`)]),
    '',
    '# The section of stories that have none.',
    `section: ${mapping.section}`,
    ...table('sections', 'Sections and categories: the id of a section here, topic, or none.', used.counts.sections),
    ...table('titles', 'Titles of sections that site.yaml does not have yet.'),
    '# The desk in the byline of stories without an author.',
    `desk: ${mapping.desk}`,
    ...table('authors', 'Authors: their ids here, or none.', used.counts.authors),
    ...table('topics', 'Tags that get another id than that of their words, or none.'),
    '# Shortcodes: HTML with {inner}, {name} and {0} for what they are given, inner for the text inside, or drop.',
    // A table that has nothing but remarks would be no table.
    Object.keys(mapping.shortcodes).length > 0
      ? 'shortcodes:'
      : used.shortcodes.size > 0
        ? '# shortcodes:'
        : 'shortcodes: {}',
    ...Object.entries(mapping.shortcodes).map(([name, to]) => `  ${yamlLine(name, '{}')}: ${yamlLine(to)}`),
    ...[...used.shortcodes]
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `  # ${yamlLine(name, '{}')}:${times(count)}`),
    '# Classes and ids of what stands in texts and is none of them, beside those that are known.',
    `furniture: ${yamlLine(mapping.furniture)}`,
    '',
  ].join('\n');
}
