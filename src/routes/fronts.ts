/** What the fronts of sections, topics and authors have in common: the newest, and the way to the rest. */

import { listingOf } from '../content/listings/listings.ts';
import { section } from '../content/listings/section.ts';
import type { Scope } from '../content/scopes.ts';
import type { Bucket } from '../content/times.ts';
import type { Count, Notices, Queries } from '../queries/queries.ts';
import { type Card, cardOf, cardWithTopic } from './card.ts';

const mostShown = 30;

export type FrontListing = {
  /** The newest, or the oldest of a listing that begins with these. */
  stories: Card[];
  total: number;
  /** Years that have stories, newest first or as the stories are, each with its months (`201511`) where months have pages. */
  years: { year: Bucket; n: number; months: Count[] }[];
  notices: Notices;
};

const firstYear = 1000;
const lastYear = 9999;

/** A front links to months where these have pages; on a section's, cards name a topic instead of the section. */
export function frontListing(queries: Queries, scope: Scope): FrontListing {
  const { id, language } = scope;
  const isSection = scope.of === section.name;
  const { spans, front } = listingOf(scope) ?? {};
  const months = spans?.includes('month') ? queries.counts(scope, firstYear * 100, lastYear * 100 + 99) : [];
  const years = queries.counts(scope, firstYear, lastYear);
  const stories = front?.isOldestFirst
    ? queries.oldest(scope, mostShown, 'teaser')
    : queries.newest(scope, mostShown, 'teaser');
  return {
    stories: stories.map(isSection ? cardWithTopic : cardOf),
    total: queries.count(scope, 0),
    years: (front?.isOldestFirst ? years : years.toReversed()).map(({ bucket, n }) => ({
      year: bucket,
      n,
      months: months.filter((month) => Math.floor(month.bucket / 100) === bucket),
    })),
    notices: queries.notices(
      isSection ? { is: 'section-front', language, section: id } : { is: 'other-front', language },
    ),
  };
}
