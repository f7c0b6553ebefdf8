/**
 * An article: dated journalism in one language. `parseArticle` reads one file; what only the rest of
 * the newsroom can tell (does the author exist?) is asked in `sync/cross-check.ts`.
 */
import type { Problem } from '../problem.ts';
import { articleForm, type Written } from './article-form.ts';
import { readTimes } from './article-times.ts';
import { canonicalProblems } from './canonical.ts';
import { withCorrections } from './corrections.ts';
import { type Known, nothingKnown } from './known.ts';
import type { Outline } from './markdown/outline.ts';
import { type MarkdownFile, readMarkdownFile } from './markdown-file.ts';
import { defaultLanguage, type Language } from './names.ts';
import { emptyBodyAdvice, headlineAdvice, needlessTitles } from './near-misses.ts';
import { ownValues } from './own-fields.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import type { ContentPath } from './paths.ts';
import { claimOf, readOldAddresses } from './redirect.ts';
import { type Site, sectionOf } from './site.ts';
import { dayOf, type Moment } from './times.ts';

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
    /** The values of a newsroom's own fields, by key, if it has any. */
    own?: Record<string, unknown>;
  };

/** Reads an article's file; all its Problems at once. */
export function parseArticle(
  bytes: Uint8Array,
  path: ContentPath & { kind: 'article' },
  site: Site,
  known: Known = nothingKnown,
): ParsedFile<Article> {
  const { read, problems } = readMarkdownFile(bytes, path, site, articleForm(site, known, dayOf(path.story)));
  if (!read) return { problems };
  const { written, outline, body, bodyLine, place } = read;
  const language = path.language ?? defaultLanguage(site);
  const old = readOldAddresses(read, site.url);
  problems.push(
    ...sectionProblems(read, site),
    ...old.problems,
    ...canonicalProblems(read, site),
    ...repeats('authors', read),
    ...repeats('translators', read),
    ...repeats('topics', read),
    ...repeats('redirectFrom', read, old.addresses.map(claimOf)),
  );
  problems.push(...headlineAdvice(written, language, place), ...needlessTitles(read));
  if (!written.draft && !written.withdrawn)
    problems.push(...emptyBodyAdvice(body, bodyLine, path.path, ', or make the story a draft with draft: true'));
  const times = readTimes(read, path.story, site);
  const told = withCorrections(outline, written.corrections, site, place);
  problems.push(...times.problems, ...told.problems);
  const { date: _date, updated: _updated, corrections: _corrections, withdrawn: _withdrawn, ...rest } = written;
  const own = ownValues(rest);
  const value: Article = {
    ...withoutKeys(rest, own),
    ...(own ? { own } : {}),
    ...times.values,
    image: read.isKnown(['image', 'file']) ? written.image : undefined,
    authors: knownIds('authors', read),
    translators: knownIds('translators', read),
    contributors: written.contributors.map((each, index) =>
      read.isKnown(['contributors', index, 'author']) ? each : { ...each, author: '' },
    ),
    corrections: times.values.corrections.map((each, index) => withLinks(each, told.links[index])),
    redirectFrom: old.addresses,
    path: path.path,
    story: path.story,
    language,
    outline: told.outline,
  };
  return parsedFile(value, problems);
}

function withoutKeys<T extends object>(value: T, keys: object | undefined): T {
  if (keys === undefined) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !(key in keys))) as T;
}

/** Ids of authors, and `` for one that cannot be read. */
function knownIds(list: 'authors' | 'translators', { written, isKnown }: MarkdownFile<Written>): string[] {
  return written[list].map((id, index) => (isKnown([list, index]) ? id : ''));
}

/** A correction with the links its words hold; the field is absent where there are none. */
function withLinks<T extends object>(correction: T, links: string[] = []): T & { links?: string[] } {
  return { ...correction, ...(links.length > 0 ? { links } : {}) };
}

function sectionProblems({ written: { section }, isKnown, place, line }: MarkdownFile<Written>, site: Site): Problem[] {
  if (site.unknown?.includes('sections') || !isKnown(['section'])) return [];
  if (site.sections.some(({ id }) => id === section)) return [];
  const meant = sectionOf(site).meant(section);
  const told = { code: 'article/unknown-section', ...place(['section']), what: `There is no section “${section}”.` };
  const ids = site.sections.map(({ id }) => id).join(', ');
  const others = `Write one of these: ${ids}; or add “${section}” to sections in site.yaml.`;
  if (meant === undefined) return [{ ...told, fix: others }];
  return [{ ...told, fix: `Did you mean “${meant}”? ${others}`, replacement: line(['section'], meant).replacement }];
}

/** What stands twice in a list, told by what each is compared by; `` for what cannot be compared. */
function repeats(
  list: 'authors' | 'translators' | 'topics' | 'redirectFrom',
  { written, isKnown, place, removal }: MarkdownFile<Written>,
  compared: readonly string[] = written[list],
): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, name] of written[list].entries()) {
    const known = isKnown([list, index]) ? (compared[index] ?? '') : '';
    if (known !== '' && seen.has(known))
      problems.push({
        code: 'article/repeated',
        ...place([list, index]),
        what: `“${name}” stands twice in ${list}.`,
        fix: 'Remove one of the two.',
        replacement: removal([list, index]),
      });
    seen.add(known);
  }
  return problems;
}
