/** What a file makes by being there, without an article: a page, a public file. */
import { defaultLanguage } from '../content/names.ts';
import type { Page } from '../content/page.ts';
import type { ContentPath } from '../content/paths.ts';
import { leftoverAdvice } from '../content/public-files.ts';
import { type Scope, scopeName, singles } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import type { FileId } from '../source/source.ts';
import type { Changes } from './changes.ts';

/** Undefined where there was no file, or is none now. */
type Move = { before: FileId | undefined; after: FileId | undefined; site: Site };

export function movePlace(changes: Changes, content: ContentPath, { before, after, site }: Move): void {
  const [stood, stands] = [before, after].map((file) => file && placeOf(content, file, site));
  if (stood && stands && scopeName(stood) === scopeName(stands)) return;
  if (stood) changes.place(stood, -1, content.path);
  if (stands) changes.place(stands, 1, content.path);
}

/** A page that search engines are told of now, or no more. */
export function noteForSearch(
  changes: Changes,
  content: ContentPath & { kind: 'page' },
  [before, after]: readonly [record: string | undefined, Page],
  site: Site,
): void {
  if (before === undefined || (JSON.parse(before) as Page).noindex === after.noindex) return;
  changes.single(singles.namesForSearch('page', content.language ?? defaultLanguage(site)), 0, content.path);
}

function placeOf(content: ContentPath, { blob }: FileId, site: Site): Scope | undefined {
  if (content.kind === 'page') return singles.page(content.id, content.language ?? defaultLanguage(site));
  const isOnSite = content.kind === 'public-file' && leftoverAdvice(content.path).length === 0;
  return isOnSite ? singles.publicFile(content.path, blob) : undefined;
}
