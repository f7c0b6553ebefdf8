/** What the fronts of sections, topics and authors have in common: the newest, and the way to the rest. */
import type { Teaser } from '../content/records.ts';
import type { Bucket } from '../content/times.ts';
import type { Count, Queries, Scope } from '../queries/queries.ts';

const newestShown = 30;

export type FrontListing = {
  stories: Teaser[];
  total: number;
  /** Years that have stories, newest first, each with its months (`201511`) where months have pages. */
  years: { year: Bucket; n: number; months: Count[] }[];
};

const firstYear = 1000;
const lastYear = 9999;

export function frontListing(queries: Queries, scope: Scope, withMonths: boolean): FrontListing {
  const months = withMonths ? queries.counts(scope, firstYear * 100, lastYear * 100 + 99) : [];
  const years = queries.counts(scope, firstYear, lastYear);
  return {
    stories: queries.newest(scope, newestShown, 'teaser'),
    total: queries.count(scope, 0),
    years: years.reverse().map(({ bucket, n }) => ({
      year: bucket,
      n,
      months: months.filter((month) => Math.floor(month.bucket / 100) === bucket),
    })),
  };
}

