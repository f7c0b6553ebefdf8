/** A story as one version of its file has it: what it tells, and what of it readers see at an instant. */
import type { Article } from '../../content/article.ts';
import { articleForm, type Written } from '../../content/article-form.ts';
import { readTimes } from '../../content/article-times.ts';
import { plainText } from '../../content/front-matter.ts';
import { nothingKnown } from '../../content/known.ts';
import { type MarkdownFile, readMarkdownFile } from '../../content/markdown-file.ts';
import { defaultLanguage, type Language } from '../../content/names.ts';
import type { ContentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { dayOf, type Seconds } from '../../content/times.ts';
import type { StoryText } from './telling.ts';

export type Version = Pick<Article, 'at' | 'updated' | 'corrections'> & {
  language: Language;
  text: StoryText;
  read: MarkdownFile<Written>;
  /** Of the whole file. */
  lines: readonly string[];
  draft: boolean;
  withdrawn: { at: Seconds; allLanguages: boolean } | undefined;
};

/** Undefined where the file cannot be told apart into front matter and text. Of what is written wrong, nothing is told. */
export function readVersion(
  bytes: Uint8Array,
  path: ContentPath & { kind: 'article' },
  site: Site,
): Version | undefined {
  const { read } = readMarkdownFile(bytes, path, site, articleForm(site, nothingKnown, dayOf(path.story)));
  if (!read) return undefined;
  const { written, body, isKnown } = read;
  const { at, updated, corrections, withdrawn } = readTimes(read, path.story, site).values;
  const text: StoryText = { title: '', body };
  for (const key of ['title', 'titles', 'kicker', 'summary', 'warning', 'points', 'image'] as const)
    if (isKnown([key])) Object.assign(text, { [key]: written[key] });
  const { draft } = written;
  const lines = plainText(bytes).split('\n');
  return {
    lines,
    language: path.language ?? defaultLanguage(site),
    text,
    read,
    at,
    updated,
    corrections,
    withdrawn,
    draft,
  };
}

export function isPublicAt({ draft, at, withdrawn }: Version, now: Seconds): boolean {
  return !draft && at <= now && !(withdrawn && withdrawn.at <= now);
}

/** Whether the new version says that something was changed: by a later `updated`, or in a correction. */
export function saysSo(before: Version, after: Version): boolean {
  if (after.updated && after.updated.at > (before.updated?.at ?? Number.NEGATIVE_INFINITY)) return true;
  const had = new Set(before.corrections.map(({ at, text }) => `${at} ${text}`));
  return after.corrections.some(({ at, text }) => !had.has(`${at} ${text}`));
}
