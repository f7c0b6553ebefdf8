/** The former addresses of places, as the files that name them say. */

import { type Catalog, undatedPath } from '../catalog/catalog.ts';
import { type Former, formersAt } from '../content/former.ts';
import { scopeIn } from '../content/listings/listing.ts';
import { listingOf, listingsWithFront } from '../content/listings/listings.ts';
import { section } from '../content/listings/section.ts';
import { defaultLanguage } from '../content/names.ts';
import type { ContentPath } from '../content/paths.ts';
import { type Scope, scopeName, singles } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import type { Changes } from './changes.ts';
import { markRenamed, type ToDo } from './dependents.ts';

/** Remembers what it has found, since a place of each month asks for the same. */
export function formersIn(catalog: Catalog, site: Site): (scope: Scope) => readonly Former[] {
  const known = new Map<string, readonly Former[]>();
  return (scope) => {
    const name = scopeName(scope);
    const found = known.get(name) ?? formersAt(scope, addressesOf(catalog, scope, site), site);
    known.set(name, found);
    return found;
  };
}

function addressesOf(catalog: Catalog, scope: Scope, site: Site): readonly string[] {
  const { of, id } = scope;
  if (of === section.name) return site.sections.find((each) => each.id === id)?.redirectFrom ?? [];
  return filesNaming(scope, site).flatMap((path) => catalog.record<Redirected>(path)?.redirectFrom ?? []);
}

type Taking = { catalog: Catalog; intake: ToDo; changes: Changes };

/** An undated file is read, or gone: what its old addresses were before, and who may lead to them. To be called while its record is the one before. */
export function noteFormers(
  { catalog, intake, changes }: Taking,
  content: ContentPath,
  { id, value }: { id: number; value: unknown },
): void {
  const before: Redirected | null = JSON.parse(catalog.records.of(id) ?? 'null');
  for (const each of [before, value]) markRenamed(catalog, intake, content, each);
  const [were, are] = [before, value as Redirected | undefined].map((each) => each?.redirectFrom ?? []);
  if (JSON.stringify(were) === JSON.stringify(are)) return;
  changes.hasRedirects = true; // of those at which no file can answer there is no route
  for (const scope of scopesNamedBy(content, intake.site))
    changes.renamed.set(scopeName(scope), formersAt(scope, were ?? [], intake.site));
}

type Redirected = { redirectFrom?: string[] };

/** What an undated file says something of: its page, or what has a front; of `site.yaml`, the sections. */
export function scopesNamedBy(content: ContentPath, site: Site): Scope[] {
  if (content.kind === 'page') return [singles.page(content.id, content.language ?? defaultLanguage(site))];
  if (content.kind === 'site')
    return site.sections.flatMap(({ id }) => site.languages.map((language) => scopeIn(section, language, id)));
  if (content.kind !== 'topic' && content.kind !== 'author') return [];
  const named = listingsWithFront().filter(({ front }) => front.namedIn === `${content.kind}s`);
  return named.flatMap((listing) => site.languages.map((language) => scopeIn(listing, language, content.id)));
}

/** The files that say something of a page, or of what has a front. */
function filesNaming({ of, id, language }: Scope, site: Site): string[] {
  if (of === 'page') return [undatedPath('pages', id, language, site)];
  const namedIn = listingOf({ of })?.front?.namedIn;
  if (namedIn === 'authors') return [`authors/${id}.yaml`];
  if (namedIn === 'topics') return site.languages.map((each) => undatedPath('topics', id, each, site));
  return [];
}
