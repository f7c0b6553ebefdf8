/** What the fronts of sections, topics and authors have in common: three stories, the newest below, and the ways to the rest and to what it is about. */

import { bounds, markupBytes } from '../content/bounds.ts';
import { listingOf } from '../content/listings/listings.ts';
import { section } from '../content/listings/section.ts';
import { topic } from '../content/listings/topic.ts';
import type { Named, Teaser } from '../content/records.ts';
import type { Scope } from '../content/scopes.ts';
import type { Bucket } from '../content/times.ts';
import type { Chosen, Count, Notices, Queries } from '../queries/queries.ts';
import { bytesOfCards, type Card, cardOf, cardWithTopic, fitting } from './card.ts';
import { chosenFirst } from './chosen.ts';
import { inOrderOf } from './front-of.ts';

const mostShown = 30;

const openingShown = 3;

const topicsShown = 6;

export type FrontListing = {
  /** What an editor put there, filled up with the newest; or the oldest, of a listing that begins with these. */
  opening: Card[];
  /** What comes next. */
  stories: Card[];
  total: number;
  /** Years that have stories, in the order of the listing, each with its months (`201511`) where these have pages. */
  years: { year: Bucket; n: number; months: Count[] }[];
  /** What else these stories are about: what most of them are first. */
  topics: Named[];
  notices: Notices;
};

const firstYear = 1000;
const lastYear = 9999;

/** On a section's, cards name a topic instead of the section, and an editor may choose what stands first. */
export function frontListing(queries: Queries, scope: Scope): FrontListing {
  const { id, language } = scope;
  const isSection = scope.of === section.name;
  const months = queries.counts(scope, firstYear * 100, lastYear * 100 + 99);
  const years = queries.counts(scope, firstYear, lastYear);
  const { first, next } = storiesOf(queries, scope, isSection ? queries.front(id) : { picks: [] });
  const topics = topicsOf([...first, ...next], scope);
  const cards = fitting(
    [...first, ...next].map(isSection ? cardWithTopic : cardOf),
    bounds.page - bytesOfNames(topics),
    (card) => bytesOfCards([card]),
  );
  return {
    opening: cards.slice(0, first.length),
    stories: cards.slice(first.length),
    total: queries.count(scope, 0),
    years: inOrderOf(scope, years).map(({ bucket, n }) => ({
      year: bucket,
      n,
      months: months.filter((month) => Math.floor(month.bucket / 100) === bucket),
    })),
    topics,
    notices: queries.notices(
      isSection ? { is: 'section-front', language, section: id } : { is: 'other-front', language },
    ),
  };
}

/** What leads, and the rest in its order. */
function storiesOf(queries: Queries, scope: Scope, chosen: Chosen): { first: Teaser[]; next: Teaser[] } {
  if (listingOf(scope)?.front?.isOldestFirst) {
    const oldest = queries.oldest(scope, mostShown, 'teaser');
    return { first: oldest.slice(0, openingShown), next: oldest.slice(openingShown) };
  }
  const newest = queries.newest(scope, mostShown, 'teaser');
  const shown = Math.max(openingShown, 1 + chosen.picks.length);
  const first = chosenFirst(queries, chosen, { language: scope.language, newest, shown });
  const isFirst = new Set(first.map(({ story }) => story));
  return { first, next: newest.filter(({ story }) => !isFirst.has(story)) };
}

/** Not the one whose front it is. */
function topicsOf(stories: readonly Teaser[], { of, id }: Scope): Named[] {
  const found = new Map<string, { topic: Named; n: number }>();
  for (const each of stories.flatMap(({ topics }) => topics))
    found.set(each.id, { topic: each, n: (found.get(each.id)?.n ?? 0) + 1 });
  if (of === topic.name) found.delete(id);
  return [...found.values()]
    .sort((a, b) => b.n - a.n)
    .slice(0, topicsShown)
    .map((each) => each.topic);
}

const aroundName = 30;

function bytesOfNames(names: readonly Named[]): number {
  return names.reduce((sum, { name, url }) => sum + aroundName + url.length + markupBytes(name), 0);
}
