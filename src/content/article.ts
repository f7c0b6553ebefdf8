/**
 * An article: dated journalism in one language. `parseArticle` reads one file; what only the rest of
 * the newsroom can tell (does the author exist?) is asked in `catalog/cross-check.ts`.
 */
import { z } from 'zod';
import { isFault, type Problem } from '../problem.ts';
import { readTimes } from './article-times.ts';
import { withCorrections } from './corrections.ts';
import { alt, id, inLanguages, list, markdownLine, name, passage, time, title, webAddress, word } from './fields.ts';
import { maxPathBytes } from './lengths.ts';
import type { Outline } from './markdown/outline.ts';
import { readMarkdownFile } from './markdown-file.ts';
import { defaultLanguage, type Language } from './names.ts';
import { emptyBodyAdvice, headlineAdvice } from './near-misses.ts';
import type { ContentPath } from './paths.ts';
import { claimOf, readOldAddresses } from './redirect.ts';
import type { Site } from './site.ts';
import { suggestion } from './suggest.ts';
import type { Moment } from './times.ts';
import type { Field } from './yaml.ts';

const articleTypes = ['news', 'analysis', 'opinion', 'interview', 'feature'] as const;
export type ArticleType = (typeof articleTypes)[number];

const image = z.strictObject({
  file: word(maxPathBytes),
  alt,
  caption: inLanguages(passage).optional(),
  credit: inLanguages(name).optional(),
  license: name.optional(),
});

const articleSchema = z.strictObject({
  /** The headline. */
  title,
  /** The standfirst; also the meta description, and what feeds and cards show. */
  summary: passage,
  /** `2015-11-26 09:30` in the site's time zone, or with an offset. Not public before it. */
  date: time,
  /** Ids of `authors/`, in the order of the byline. */
  authors: list(id).min(1, 'It needs at least one author'),
  /** The dateline: where the story was written. */
  place: name.optional(),
  section: id,
  /** Any ids; a file in `topics/` gives a topic a name and an introduction. */
  topics: list(id).default([]),
  /** Any id: stories with the same one are one running story, whose earlier and later parts each shows. */
  thread: id.optional(),
  /** Key points, shown above the text. */
  points: list(passage).default([]),
  type: z.enum(articleTypes).default('news'),
  /** The lead picture, from the folder with the story's name. */
  image: image.optional(),
  sources: list(z.strictObject({ title, url: webAddress, publisher: name.optional() })).default([]),
  /** When something that matters was added or changed. */
  updated: time.optional(),
  /** Each text is a line of Markdown. */
  corrections: list(z.strictObject({ date: time, text: markdownLine })).default([]),
  /** Old addresses that lead here. */
  redirectFrom: list(z.string()).default([]),
  /** Never public. */
  draft: z.boolean().default(false),
  /** Taken down: its URL says why, and nothing else of it is left. */
  withdrawn: z.strictObject({ date: time, reason: passage }).optional(),
});

/** Front matter as it is written. */
export type Written = z.infer<typeof articleSchema>;

/**
 * An article without its body, which stays in its file; its own time is `at`. What of it is not there yet at
 * an instant, `life.ts` tells.
 */
export type Article = Omit<Written, 'date' | 'updated' | 'corrections' | 'withdrawn'> &
  Moment & {
    path: string;
    /** Date and slug, shared by all languages: `2015/11/26/hollande-putin-talks`. */
    story: string;
    language: Language;
    updated?: Moment;
    /** `links`: those inside the site that its text has, if any. */
    corrections: (Moment & { text: string; links?: string[] })[];
    withdrawn?: Moment & { reason: string };
    outline: Outline;
  };

type At = (field: Field) => { file: string; line: number; column: number };

export type ParsedFile<T> = {
  value?: T;
  problems: Problem[];
  /** What was read although it has Problems, so that others are found by comparing it with other files. */
  asRead?: T;
};

/** Reads an article's file; all its Problems at once. */
export function parseArticle(
  bytes: Uint8Array,
  path: ContentPath & { kind: 'article' },
  site: Site,
): ParsedFile<Article> {
  const { read, problems } = readMarkdownFile(bytes, path, site, articleSchema);
  if (!read?.written) return { problems };
  const { written, outline, body, bodyLine, place } = read;
  const language = path.language ?? defaultLanguage(site);
  if (!site.unknown?.includes('sections') && !site.sections.some((section) => section.id === written.section)) {
    const known = site.sections.map((section) => section.id);
    problems.push({
      code: 'article/unknown-section',
      ...place(['section']),
      what: `There is no section “${written.section}”.`,
      fix: suggestion(written.section, known, 'Add it to site.yaml, or choose one that is there.'),
    });
  }
  const old = readOldAddresses(written.redirectFrom, site.url, (index) => place(['redirectFrom', index]));
  problems.push(
    ...old.problems,
    ...repeats('authors', written.authors, place),
    ...repeats('topics', written.topics, place),
    ...repeats('redirectFrom', written.redirectFrom, place, old.addresses.map(claimOf)),
  );
  problems.push(...headlineAdvice(written.title, language, place(['title'])));
  if (!written.draft && !written.withdrawn)
    problems.push(...emptyBodyAdvice(body, bodyLine, path.path, ', or make the story a draft with draft: true'));
  const times = readTimes(written, path.story, site, place);
  const told = withCorrections(outline, written.corrections, site, place);
  problems.push(...times.problems, ...told.problems);
  const { date: _date, updated: _updated, corrections: _corrections, withdrawn: _withdrawn, ...rest } = written;
  const value: Article = {
    ...rest,
    ...times.values,
    corrections: times.values.corrections.map((each, index) => withLinks(each, told.links[index])),
    redirectFrom: old.addresses,
    path: path.path,
    story: path.story,
    language,
    outline: told.outline,
  };
  return problems.some(isFault) ? { problems, asRead: value } : { value, problems };
}

/** A correction with the links its words hold; the field is absent where there are none. */
function withLinks<T extends object>(correction: T, links: string[] = []): T & { links?: string[] } {
  return { ...correction, ...(links.length > 0 ? { links } : {}) };
}

/** What stands twice in a list, told by what each is compared by; `` for what cannot be compared. */
function repeats(
  list: 'authors' | 'topics' | 'redirectFrom',
  written: readonly string[],
  place: At,
  compared = written,
): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, name] of written.entries()) {
    const known = compared[index] ?? '';
    if (known !== '' && seen.has(known))
      problems.push({
        code: 'article/repeated',
        ...place([list, index]),
        what: `“${name}” stands twice in ${list}.`,
        fix: 'Remove one of the two.',
      });
    seen.add(known);
  }
  return problems;
}
