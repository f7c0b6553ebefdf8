/**
 * An article: dated journalism in one language. `parseArticle` reads one file; what only the rest of
 * the newsroom can tell (does the author exist?) is asked in `sync/cross-check.ts`.
 */
import type { Problem } from '../problem.ts';
import { articleForm, type Written } from './article-form.ts';
import { readTimes } from './article-times.ts';
import { canonicalProblems } from './canonical.ts';
import { withCorrections } from './corrections.ts';
import { documentPathAt } from './documents.ts';
import type { Focus } from './focus.ts';
import { type Known, nothingKnown } from './known.ts';
import type { Unpublished } from './life.ts';
import { pathOnSite } from './links.ts';
import type { Outline } from './markdown/outline.ts';
import { type MarkdownFile, readMarkdownFile } from './markdown-file.ts';
import { defaultLanguage, type Language, type Text } from './names.ts';
import { emptyBodyAdvice, headlineAdvice, needlessTitles } from './near-misses.ts';
import { ownValues } from './own-fields.ts';
import { type ParsedFile, parsedFile } from './parsed-file.ts';
import type { ContentPath } from './paths.ts';
import { picturePath } from './picture-names.ts';
import { claimOf, readOldAddresses } from './redirect.ts';
import { wordsOfStory } from './search/story-words.ts';
import { isIndexed, type Site } from './site.ts';
import { renamedProblems } from './story-id.ts';
import { dayOf, type Moment, type Seconds } from './times.ts';
import { toComeProblems } from './to-come.ts';
import { sectionProblems } from './unknown-sections.ts';
import { articleUrl } from './urls.ts';
import { readFocus } from './written-focus.ts';

/**
 * An article without its body, which stays in its file; its own time is `at`. What of it is not there yet at
 * an instant, `life.ts` tells.
 */
export type Article = Omit<Written, 'date' | 'updated' | 'corrections' | 'withdrawn' | 'image' | 'pictures'> &
  Moment & {
    path: string;
    /** Date and slug, shared by all languages: `2015/11/26/hollande-putin-talks`. */
    story: string;
    language: Language;
    updated?: Moment;
    image?: Omit<NonNullable<Written['image']>, 'focus' | 'expires'> & PictureTerms;
    /** What is said of pictures that the text shows. */
    pictures: ({ file: string } & PictureTerms)[];
    /** `links`: those inside the site that its text has, if any. */
    corrections: (Moment & { text: string; links?: string[] })[];
    withdrawn?: Withdrawal;
    /** What another language of the story says of all. Not of the file: the sync adds it (`withdrawals.ts`). */
    withdrawnElsewhere?: Withdrawal;
    /** Why readers do not have it. Not of the file: a preview says so of what it shows all the same (`life.ts`). */
    unpublished?: Unpublished;
    outline: Outline;
    /** The values of a newsroom's own fields, by key, if it has any. */
    own?: Record<string, unknown>;
  };

/** `language`: of the file that says so, in which the reason is unless it is said in several. */
export type Withdrawal = Moment & { reason: Text; allLanguages: boolean; language: Language };

/** What is to stay in a picture where it is cut, the first instant at which it may not be shown, and whether it is shown wider than the text. */
type PictureTerms = { focus?: Focus; expires?: Seconds; wide?: boolean };

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
  const old = readOldAddresses({ ...read, list: written.redirectFrom, field: ['redirectFrom'] }, site);
  problems.push(
    ...sectionProblems(written.section, path.story, read, site),
    ...old.problems,
    ...renamedProblems(read, { addresses: old.addresses, own: articleUrl(path.story, language, site) }, site),
    ...canonicalProblems(read, site),
    ...repeats('authors', read),
    ...repeats('translators', read),
    ...repeats('topics', read),
    ...repeats('redirectFrom', read, old.addresses.map(claimOf)),
    ...repeats(
      'pictures',
      read,
      written.pictures.map(({ file }) => picturePath({ story: path.story }, file)),
    ),
  );
  problems.push(...headlineAdvice(written, language, place), ...needlessTitles(read));
  const orDraft = ', or make the story a draft with draft: true';
  if (!written.draft) problems.push(...toComeProblems(bytes, path.path, orDraft));
  if (!written.draft && !written.withdrawn) problems.push(...emptyBodyAdvice(body, bodyLine, path.path, orDraft));
  const times = readTimes(read, path.story, site);
  const told = withCorrections(outline, written.corrections, site, place);
  problems.push(...times.problems, ...told.problems);
  const { date: _date, updated: _updated, corrections: _corrections, withdrawn: _withdrawn, ...rest } = written;
  const own = ownValues(rest);
  const { expires, withdrawn, ...moments } = times.values;
  const { image } = written;
  const value: Article = {
    ...withoutKeys(rest, own),
    ...(own ? { own } : {}),
    ...moments,
    ...(withdrawn && { withdrawn: { ...withdrawn, language } }),
    image: image && read.isKnown(['image', 'file']) ? withTerms(image, expires.image) : undefined,
    pictures: written.pictures.flatMap((each, index) =>
      read.isKnown(['pictures', index, 'file']) ? withTerms(each, expires.pictures[index]) : [],
    ),
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
    outline: withOwnDocuments(told.outline, path.story, site),
  };
  const words = isIndexed(site) ? { words: wordsOfStory(value, read.readable) } : {};
  return { ...parsedFile(value, problems), ...words };
}

function withoutKeys<T extends object>(value: T, keys: object | undefined): T {
  if (keys === undefined) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !(key in keys))) as T;
}

/** Ids of authors, and `` for one that cannot be read. */
function knownIds(list: 'authors' | 'translators', { written, isKnown }: MarkdownFile<Written>): string[] {
  return written[list].map((id, index) => (isKnown([list, index]) ? id : ''));
}

/** What is written of a picture, with the instant at which it expires. */
function withTerms<T extends { focus?: string; expires?: string }>(
  { focus, expires: _expires, ...picture }: T,
  expires: Seconds | undefined,
): Omit<T, 'focus' | 'expires'> & PictureTerms {
  const point = focus === undefined ? undefined : readFocus(focus);
  return { ...picture, ...(point && { focus: point }), ...(expires !== undefined && { expires }) };
}

/** Documents of the story itself that are named by their whole addresses are its documents too. */
function withOwnDocuments(outline: Outline, story: string, site: Site): Outline {
  const own = outline.links.flatMap((href) => {
    const path = documentPathAt((pathOnSite(href, site) ?? href).replace(/[?#].*$/s, ''));
    return path?.startsWith(`articles/${story}/`) ? [path.slice(path.lastIndexOf('/') + 1)] : [];
  });
  return own.length === 0 ? outline : { ...outline, documents: [...new Set([...outline.documents, ...own])] };
}

/** A correction with the links its words hold; the field is absent where there are none. */
function withLinks<T extends object>(correction: T, links: string[] = []): T & { links?: string[] } {
  return { ...correction, ...(links.length > 0 ? { links } : {}) };
}

/** What stands twice in a list, told by what each is compared by; `` for what cannot be compared. */
function repeats(
  list: 'authors' | 'translators' | 'topics' | 'redirectFrom' | 'pictures',
  { written, isKnown, place, removal }: MarkdownFile<Written>,
  compared: readonly string[] = written[list].map(nameOf),
): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [index, name] of written[list].map(nameOf).entries()) {
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

function nameOf(each: string | { file: string }): string {
  return typeof each === 'string' ? each : each.file;
}
