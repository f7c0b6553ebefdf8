/** What the fronts of sections, topics and authors have in common: the newest, and the way to the rest. */

import { bounds } from '../content/bounds.ts';
import { listingOf } from '../content/listings/listings.ts';
import { section } from '../content/listings/section.ts';
import type { Scope } from '../content/scopes.ts';
import type { Bucket } from '../content/times.ts';
import type { Count, Notices, Queries } from '../queries/queries.ts';
import { bytesOfCards, type Card, cardOf, cardWithTopic, fitting } from './card.ts';
import { inOrderOf } from './front-of.ts';

const mostShown = 30;

export type FrontListing = {
  /** The newest, or the oldest of a listing that begins with these. */
  stories: Card[];
  total: number;
  /** Years that have stories, in the order of the listing, each with its months (`201511`) where these have pages. */
  years: { year: Bucket; n: number; months: Count[] }[];
  notices: Notices;
};

const firstYear = 1000;
const lastYear = 9999;

/** On a section's, cards name a topic instead of the section. */
export function frontListing(queries: Queries, scope: Scope): FrontListing {
  const { id, language } = scope;
  const isSection = scope.of === section.name;
  const months = queries.counts(scope, firstYear * 100, lastYear * 100 + 99);
  const years = queries.counts(scope, firstYear, lastYear);
  const stories = listingOf(scope)?.front?.isOldestFirst
    ? queries.oldest(scope, mostShown, 'teaser')
    : queries.newest(scope, mostShown, 'teaser');
  return {
    stories: fitting(stories.map(isSection ? cardWithTopic : cardOf), bounds.page, (card) => bytesOfCards([card])),
    total: queries.count(scope, 0),
    years: inOrderOf(scope, years).map(({ bucket, n }) => ({
      year: bucket,
      n,
      months: months.filter((month) => Math.floor(month.bucket / 100) === bucket),
    })),
    notices: queries.notices(
      isSection ? { is: 'section-front', language, section: id } : { is: 'other-front', language },
    ),
  };
}
