/** What was corrected: the newest corrections at `/corrections/`, and those of each year, in months and days where they are many. */
import { bounds } from '../content/bounds.ts';
import { leadsTo } from '../content/links.ts';
import { correctionBytes } from '../content/listings/corrections.ts';
import { readPart } from '../content/periods.ts';
import type { FullArticle } from '../content/records.ts';
import { headlineBytes } from '../content/row-bytes.ts';
import type { Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { correctionIdOf } from '../content/story-id.ts';
import { type Bucket, type Moment, momentOf } from '../content/times.ts';
import { correctionsUrl } from '../content/urls.ts';
import type { Body, Queries } from '../queries/queries.ts';
import { archiveUrlIn, type PeriodCount, partsBeside, periodsIn } from './archive.ts';
import { fitting, type Listed, listed } from './card.ts';
import { frontListingOf, lastingFronts } from './front-of.ts';
import { type Kind, type PageHead, type Place, pageHead } from './kind.ts';
import { listHead } from './list-head.ts';

const newestShown = 30;

export type CorrectionRecord = Moment & {
  /** What its entry in a feed is called for ever. */
  id: string;
  /** A line of Markdown. */
  text: string;
  /** Where each link in it leads; null where nothing is public. */
  links: Body['links'];
  story: Listed;
};

export type CorrectionsProps = PageHead & {
  corrections: CorrectionRecord[];
  /** The period whose page this is; undefined on the page of the newest. */
  bucket?: Bucket;
  /** Its months or days, where these are what the page lists, newest first. */
  periods: PeriodCount[];
  /** Other parts of the same day. */
  parts: Bucket[];
  /** All years that have corrections, newest first; on the pages of years and of the newest. */
  years: Bucket[];
};

export const corrections: Kind<'corrections', CorrectionsProps> = {
  name: 'corrections',
  always: (site) => lastingFronts(site, ({ kind }) => kind === 'corrections'),
  url(place, site) {
    const { scope, bucket } = place;
    if (frontListingOf(scope)?.front.kind !== 'corrections') return undefined;
    return bucket === 0 ? correctionsUrl(scope.language, site) : archiveUrlIn(scope.language, place, site);
  },
  props(queries, place, site) {
    const { scope, bucket } = place;
    const isFront = bucket === 0;
    const years = bucket <= 9999 ? queries.buckets(scope, 1000, 9999).reverse() : [];
    if (isFront)
      return {
        ...pageHead(queries, site, scope.language, (language) => correctionsUrl(language, site)),
        ...newestOf(queries, scope, site),
        years,
      };
    const shown = correctionsIn(queries, place, site);
    const isFewOfPart = readPart(bucket).part > 1 && shown.corrections.length < bounds.forSearch;
    return {
      ...listHead(queries, place, site, (language) => archiveUrlIn(language, place, site) ?? '/'),
      ...(isFewOfPart ? { isFew: true } : {}),
      bucket,
      ...shown,
      years,
    };
  },
};

type Shown = Pick<CorrectionsProps, 'corrections' | 'periods' | 'parts'>;

/** As many as fit a page. */
function newestOf(queries: Queries, scope: Scope, site: Site): Shown {
  const newest = newestCorrections(queries, scope, newestShown, site);
  const bytesOf = ({ text, story }: CorrectionRecord) => correctionBytes(text) + headlineBytes(story, site);
  return { corrections: fitting(newest, bounds.page, bytesOf), periods: [], parts: [] };
}

function correctionsIn(queries: Queries, place: Place, site: Site): Shown {
  const { scope, bucket } = place;
  const isOfDay = String(bucket).length > 6;
  const periods = isOfDay ? undefined : periodsIn(queries, place);
  if (periods) return { corrections: [], periods, parts: [] };
  const entries = queries.inPeriod(scope, bucket, 'full');
  const all = correctionsOf(
    entries.map(({ at, story }) => ({ ...story, corrections: story.corrections.filter((each) => each.at === at) })),
    site,
  );
  return {
    corrections: all.map((each) => withLinks(each, queries, site)),
    periods: [],
    parts: isOfDay ? partsBeside(queries, place, site) : [],
  };
}

/** Each of these stories has one of the newest corrections; what it has besides is cut off. */
export function newestCorrections(queries: Queries, scope: Scope, limit: number, site: Site): CorrectionRecord[] {
  const newest = queries.newest(scope, limit, 'full');
  const unique = [...new Map(newest.map((story) => [story.url, story])).values()];
  return correctionsOf(unique, site)
    .slice(0, limit)
    .map((each) => withLinks(each, queries, site));
}

type Unlinked = Omit<CorrectionRecord, 'links'> & { hrefs: readonly string[] };

function withLinks({ hrefs, ...correction }: Unlinked, queries: Queries, site: Site): CorrectionRecord {
  const links = hrefs.map((href) => [href, leadsTo(href, site, (url) => queries.exists(url)) ?? null] as const);
  return { ...correction, links: Object.fromEntries(links) };
}

/** All corrections of some stories, newest first. A story that was corrected more than once is listed as often. */
function correctionsOf(stories: readonly FullArticle[], site: Site): Unlinked[] {
  const all = stories.flatMap((story) =>
    story.corrections.map(({ text, links = [], ...each }) => ({
      ...momentOf(each),
      id: correctionIdOf(story.id, each.at, site),
      text,
      hrefs: links,
      story: listed(story),
    })),
  );
  return all.sort((a, b) => b.at - a.at || (a.story.url < b.story.url ? -1 : a.story.url > b.story.url ? 1 : 0));
}
