/** What the archive's years, months and days have in common: whose archive it is, and its neighbours. */

import type { Language } from '../content/names.ts';
import { readScope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import type { Bucket } from '../content/times.ts';
import { archiveUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { type FrontOf, frontOf, frontUrlOf } from './front-of.ts';
import { type PageHead, type Place, pageHead } from './kind.ts';

export type ArchiveHead = PageHead & { archive: FrontOf; bucket: Bucket; total: number };

/** The URL of an archive page if the scope is one of `kinds` and the bucket is as long as `digits`. */
export function archivePageUrl(
  { scope, bucket }: Place,
  site: Site,
  kinds: readonly FrontOf['of'][],
  digits: number,
): string | undefined {
  const { of, language } = readScope(scope);
  const front = frontUrlOf(scope, language, site);
  const isOne = (kinds as readonly string[]).includes(of) && String(bucket).length === digits;
  return front !== undefined && isOne ? archiveUrl(front, bucket) : undefined;
}

export function archiveHead(queries: Queries, { scope, bucket }: Place, site: Site): ArchiveHead {
  const urlIn = (language: Language) => archiveUrl(frontUrlOf(scope, language, site) ?? '/', bucket);
  return {
    ...pageHead(queries, site, readScope(scope).language, urlIn),
    archive: frontOf(queries, scope, site),
    bucket,
    total: queries.count(scope, bucket),
  };
}
