/** What the archive's years, months and days have in common: whose archive it is, and its neighbours. */

import { type Language, textIn } from '../content/names.ts';
import { readScope, type Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import type { Bucket } from '../content/times.ts';
import { archiveUrl, authorUrl, frontUrl, sectionUrl, topicUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { type PageHead, type Place, pageHead } from './kind.ts';

/** Whose archive: `name` is undefined for that of the whole site. */
type ArchiveOf = { of: 'all' | 'section' | 'topic' | 'author'; id: string; name?: string; front: string };

export type ArchiveHead = PageHead & { archive: ArchiveOf; bucket: Bucket; total: number };

/** The front whose archive a scope is, in a language. */
function archiveFront(scope: Scope, language: Language, site: Site): string | undefined {
  const { of, id } = readScope(scope);
  if (of === 'all') return frontUrl(language, site);
  if (of === 'section') return sectionUrl(id, language, site);
  if (of === 'topic') return topicUrl(id, language, site);
  if (of === 'author') return authorUrl(id, language, site);
  return undefined;
}

/** The URL of an archive page if the scope is one of `kinds` and the bucket is as long as `digits`. */
export function archivePageUrl(
  { scope, bucket }: Place,
  site: Site,
  kinds: readonly string[],
  digits: number,
): string | undefined {
  const { of, language } = readScope(scope);
  const front = archiveFront(scope, language, site);
  if (front === undefined || !kinds.includes(of) || String(bucket).length !== digits) return undefined;
  return archiveUrl(front, bucket);
}

export function archiveHead(queries: Queries, { scope, bucket }: Place, site: Site): ArchiveHead {
  const { of, id, language } = readScope(scope);
  const front = (each: Language) => archiveFront(scope, each, site) ?? '/';
  return {
    ...pageHead(queries, site, language, (each) => archiveUrl(front(each), bucket)),
    archive: { of: of as ArchiveOf['of'], id, name: nameOf(queries, of, id, language, site), front: front(language) },
    bucket,
    total: queries.count(scope, bucket),
  };
}

function nameOf(queries: Queries, of: string, id: string, language: Language, site: Site): string | undefined {
  if (of === 'topic') return queries.topic(id, language).name;
  if (of === 'author') return textIn(queries.author(id)?.name ?? id, language, site.languages);
  const title = site.sections.find((section) => section.id === id)?.title;
  return of === 'section' && title !== undefined ? textIn(title, language, site.languages) : undefined;
}
