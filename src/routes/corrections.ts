/** What was corrected: the newest corrections at `/corrections/`, and those of each year. */
import { readLink, writtenLink } from '../content/links.ts';
import type { Language } from '../content/names.ts';
import type { FullArticle } from '../content/records.ts';
import type { Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { correctionIdOf } from '../content/story-id.ts';
import { type Bucket, type Moment, momentOf, spanOf } from '../content/times.ts';
import { archiveUrl, correctionsUrl } from '../content/urls.ts';
import type { Body, Queries } from '../queries/queries.ts';
import { type Listed, listed } from './card.ts';
import { frontListingOf, lastingFronts } from './front-of.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';

const newestShown = 30;
/** Of years there are pages, not of months and days. */
const lastYear = 9999;

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
  /** The year whose page this is; undefined on the page of the newest. */
  year?: Bucket;
  /** All years that have corrections, newest first. */
  years: Bucket[];
};

export const corrections: Kind<'corrections', CorrectionsProps> = {
  name: 'corrections',
  always: (site) => lastingFronts(site, ({ kind }) => kind === 'corrections'),
  url({ scope, bucket }, site) {
    const isShown = frontListingOf(scope)?.front.kind === 'corrections' && bucket <= lastYear;
    return isShown ? urlIn(scope.language, bucket, site) : undefined;
  },
  props(queries, { scope, bucket }, site) {
    const { language } = scope;
    return {
      ...pageHead(queries, site, language, (each) => urlIn(each, bucket, site)),
      corrections:
        bucket === 0
          ? newestCorrections(queries, scope, newestShown, site)
          : correctionsBetween(queries, scope, bucket, site),
      ...(bucket === 0 ? {} : { year: bucket }),
      years: queries.buckets(scope, 1000, lastYear).reverse(),
    };
  },
};

function urlIn(language: Language, bucket: Bucket, site: Site): string {
  const front = correctionsUrl(language, site);
  return bucket === 0 ? front : archiveUrl(front, bucket);
}

/** Each of these stories has one of the newest corrections; what it has besides is cut off. */
export function newestCorrections(queries: Queries, scope: Scope, limit: number, site: Site): CorrectionRecord[] {
  const newest = correctionsOf(queries.newest(scope, limit, 'full'), site).slice(0, limit);
  return newest.map((each) => withLinks(each, queries, site));
}

function correctionsBetween(queries: Queries, scope: Scope, bucket: Bucket, site: Site): CorrectionRecord[] {
  const { from, to } = spanOf(bucket, site.timeZone);
  const all = correctionsOf(queries.between(scope, from, to, 'full'), site).filter(({ at }) => at >= from && at <= to);
  return all.map((each) => withLinks(each, queries, site));
}

type Unlinked = Omit<CorrectionRecord, 'links'> & { hrefs: readonly string[] };

function withLinks({ hrefs, ...correction }: Unlinked, queries: Queries, site: Site): CorrectionRecord {
  const links = hrefs.map((href) => {
    const target = readLink(href, site);
    return [href, queries.exists(target.url) ? writtenLink(href, target, site) : null] as const;
  });
  return { ...correction, links: Object.fromEntries(links) };
}

/** All corrections of some stories, newest first. A story that was corrected more than once is listed as often. */
function correctionsOf(stories: readonly FullArticle[], site: Site): Unlinked[] {
  const unique = [...new Map(stories.map((story) => [story.url, story])).values()];
  const all = unique.flatMap((story) =>
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
