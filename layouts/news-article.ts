/** An article as schema.org describes it; it says only what the page shows. */
import type {
  AnalysisNewsArticle,
  NewsArticle,
  OpinionNewsArticle,
  ReportageNewsArticle,
  WithContext,
} from 'schema-dts';
import type { ArticleType } from '../src/content/article.ts';
import { absoluteUrl, frontUrl } from '../src/content/urls.ts';
import type { ArticleWithBody } from '../src/queries/queries.ts';
import { type Here, publicationOf, sectionTitle } from './here.ts';
import { isoTime } from './times.ts';

type AnyNewsArticle = NewsArticle | AnalysisNewsArticle | OpinionNewsArticle | ReportageNewsArticle;

const typeOf = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  interview: 'NewsArticle',
  feature: 'ReportageNewsArticle',
} as const satisfies Record<ArticleType, string>;

export function newsArticle(story: ArticleWithBody, here: Here): WithContext<AnyNewsArticle> {
  const { site, language } = here;
  return {
    '@context': 'https://schema.org',
    '@type': typeOf[story.type],
    headline: story.title,
    description: story.summary,
    datePublished: isoTime(story.at, site),
    dateModified: isoTime(story.updated ?? story.at, site),
    author: story.byline.map(({ name, url }) => ({ '@type': 'Person' as const, name, url: absoluteUrl(url, site) })),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: publicationOf(here),
      url: absoluteUrl(frontUrl(language, site), site),
      ...(site.social.length > 0 ? { sameAs: site.social.map((each) => each.url) } : {}),
    },
    mainEntityOfPage: absoluteUrl(story.url, site),
    articleSection: sectionTitle(story.section, here),
    inLanguage: language,
    ...(story.topics.length > 0 ? { keywords: story.topics.map((topic) => topic.name) } : {}),
    ...(story.image ? { image: absoluteUrl(story.image.url, site) } : {}),
    ...(story.corrections.length > 0 ? { correction: correctionsOf(story, here) } : {}),
  };
}

function correctionsOf(story: ArticleWithBody, { site }: Here) {
  return story.corrections.map(({ at, text }) => ({
    '@type': 'CorrectionComment' as const,
    text,
    datePublished: isoTime(at, site),
  }));
}
