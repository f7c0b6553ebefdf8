/** An article as schema.org describes it; it says only what the page shows, or has as its title. */
import type {
  AdvertiserContentArticle,
  AnalysisNewsArticle,
  CreativeWorkSeries,
  ImageObject,
  NewsArticle,
  OpinionNewsArticle,
  Organization,
  Quotation,
  ReportageNewsArticle,
} from 'schema-dts';
import type { ArticleType } from '../../src/content/article-form.ts';
import { cropsOf } from '../../src/content/crops.ts';
import { plainLine } from '../../src/content/markdown/line.ts';
import { jpegOf } from '../../src/content/pictures.ts';
import type { Credited, Named, Picture } from '../../src/content/records.ts';
import type { Site } from '../../src/content/site.ts';
import type { SocialCard } from '../../src/content/social-card.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import { canonicalAddress } from '../canonical.ts';
import { type Here, sectionTitle } from '../here.ts';
import { cardAddress, cardSize } from '../social-card.ts';
import { isoMoment } from '../times.ts';
import { addressOf, bylineEntry, newsOrganization } from './organization.ts';

type AnyNewsArticle =
  | AdvertiserContentArticle
  | NewsArticle
  | AnalysisNewsArticle
  | OpinionNewsArticle
  | ReportageNewsArticle;

const typeOf = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  interview: 'NewsArticle',
  feature: 'ReportageNewsArticle',
} as const satisfies Record<ArticleType, string>;

export function newsArticle(story: ArticleWithBody, card: SocialCard | undefined, here: Here): AnyNewsArticle {
  const { site, language, words } = here;
  const { type, titles, kicker, topics, corrections, body, series, translators, sponsor, license } = story;
  const image = story.hasWarning ? undefined : story.image;
  const contributors = new Map(story.contributors.flatMap(({ names }) => names.map((each) => [each.id, each])));
  const entries = (who: Iterable<Credited>) => [...who].map((each) => bylineEntry(each, site));
  return {
    '@type': sponsor === undefined ? typeOf[type] : 'AdvertiserContentArticle',
    '@id': story.id,
    headline: story.title, // as readers see it: reader modes take it from here
    ...(titles.search === undefined ? {} : { alternativeHeadline: titles.search }),
    description: story.summary,
    datePublished: isoMoment(story, site),
    dateModified: isoMoment(story.changed ?? story, site),
    author: entries(story.byline),
    ...(translators.length > 0 ? { translator: entries(translators) } : {}),
    ...(contributors.size > 0 ? { contributor: entries(contributors.values()) } : {}),
    publisher: newsOrganization(here),
    mainEntityOfPage: canonicalAddress(story.url, story, here),
    ...(series ? { isPartOf: seriesOf(series, site) } : {}),
    articleSection: sectionTitle(story.section, here),
    inLanguage: language,
    isAccessibleForFree: true,
    ...(type === 'news' || kicker !== undefined ? {} : { genre: words.types[type] }),
    ...(sponsor === undefined ? {} : { sponsor: sponsorOf(sponsor, story, site) }),
    ...(license ? { license: license.url } : {}),
    ...(story.place === undefined || sponsor !== undefined ? {} : { dateline: story.place }),
    ...(topics.length > 0 ? { keywords: topics.map((topic) => topic.name) } : {}),
    ...(image ? { image: [imageObject(image, site), ...cropObjects(image, site)] } : {}),
    ...(card ? { image: [cardObject(card, story, site)] } : {}),
    ...(corrections.length > 0 ? { correction: correctionsOf(story, here) } : {}),
    ...(body.quotations.length > 0 ? { hasPart: quotationsIn(story, here) } : {}),
  };
}

function sponsorOf(name: string, { sponsorUrl }: ArticleWithBody, site: Site): Organization {
  return { '@type': 'Organization', name, ...(sponsorUrl === undefined ? {} : { url: addressOf(sponsorUrl, site) }) };
}

function seriesOf({ name, url }: Named, site: Site): CreativeWorkSeries {
  return { '@type': 'CreativeWorkSeries', name, url: absoluteUrl(url, site) };
}

function imageObject(image: Picture, site: Site): ImageObject {
  const { url, width, height } = jpegOf(image, 'large');
  const { caption, credit, license } = image;
  return {
    '@type': 'ImageObject',
    url: absoluteUrl(url, site),
    width: String(width),
    height: String(height),
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { creditText: credit }),
    ...(license === undefined ? {} : { copyrightNotice: license }),
  };
}

function cardObject(card: SocialCard, { story }: ArticleWithBody, site: Site): ImageObject {
  const { width, height } = cardSize;
  return {
    '@type': 'ImageObject',
    url: cardAddress(card, story, site),
    width: String(width),
    height: String(height),
  };
}

/** The same cut to the shapes that search engines ask for. */
function cropObjects(image: Picture, site: Site): ImageObject[] {
  return cropsOf(image).map(({ url, width, height }) => ({
    '@type': 'ImageObject',
    url: absoluteUrl(url, site),
    width: String(width),
    height: String(height),
  }));
}

function correctionsOf(story: ArticleWithBody, { site }: Here) {
  return story.corrections.map((each) => ({
    '@type': 'CorrectionComment' as const,
    text: plainLine(each.text),
    datePublished: isoMoment(each, site),
  }));
}

function quotationsIn({ url, body }: ArticleWithBody, { site }: Here): Quotation[] {
  return body.quotations.map(({ place, text, by, role, source }) => ({
    '@type': 'Quotation' as const,
    url: `${absoluteUrl(url, site)}#${place}`,
    text,
    spokenByCharacter: { '@type': 'Person' as const, name: by, ...(role ? { jobTitle: role } : {}) },
    ...(source ? { citation: addressOf(source, site) } : {}),
  }));
}
