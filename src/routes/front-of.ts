/** The front that a listing belongs to: the page its archive and its feeds are of, and what it is called. */
import { type Language, textIn } from '../content/names.ts';
import { readScope, type Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { authorUrl, correctionsUrl, frontUrl, sectionUrl, topicUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';

const listed = ['all', 'section', 'topic', 'author', 'corrections'] as const;
type Listed = (typeof listed)[number];

/** `name` is undefined for what the interface has words for: the whole site, the corrections. */
export type FrontOf = { of: Listed; id: string; name?: string; url: string };

export function frontUrlOf(scope: Scope, language: Language, site: Site): string | undefined {
  const { of, id } = readScope(scope);
  if (of === 'all') return frontUrl(language, site);
  if (of === 'section') return sectionUrl(id, language, site);
  if (of === 'topic') return topicUrl(id, language, site);
  if (of === 'author') return authorUrl(id, language, site);
  return of === 'corrections' ? correctionsUrl(language, site) : undefined;
}

/** Throws for a scope that has no front. */
export function frontOf(queries: Queries, scope: Scope, site: Site): FrontOf {
  const { of, id, language } = readScope(scope);
  const url = frontUrlOf(scope, language, site);
  const kind = listed.find((each) => each === of);
  if (!kind || url === undefined) throw new Error(`The listing ${scope} has no front`);
  return { of: kind, id, name: nameOf(queries, kind, id, language, site), url };
}

function nameOf(queries: Queries, of: Listed, id: string, language: Language, site: Site): string | undefined {
  if (of === 'topic') return queries.topicName(id, language);
  if (of === 'author') return textIn(queries.author(id)?.name ?? id, language, site.languages);
  const title = site.sections.find((section) => section.id === id)?.title;
  return of === 'section' && title !== undefined ? textIn(title, language, site.languages) : undefined;
}
