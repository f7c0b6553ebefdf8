/**
 * The sitemaps of what has no date, three a language: fronts and pages, topics, authors. None says when anything
 * changed: a front does with each story, and each new story would touch them.
 */
import { listings, readScope } from '../content/scopes.ts';
import {
  authorUrl,
  correctionsUrl,
  feedsUrl,
  frontUrl,
  namesUrl,
  pageUrl,
  sectionUrl,
  topicUrl,
  undatedSitemaps,
  undatedSitemapUrl,
} from '../content/urls.ts';
import { eachLanguage, type Kind } from './kind.ts';

/** What a sitemap may hold (https://www.sitemaps.org/protocol.html). */
const mostUrls = 50_000;

export type UndatedSitemapProps = { url: string; urls: string[] };

export const undatedSitemap: Kind<UndatedSitemapProps> = {
  name: 'undated-sitemap',
  always: (site) => eachLanguage(site, (language) => listings.all(language)),
  url({ scope, bucket }) {
    const { of, language } = readScope(scope);
    return of === 'all' && bucket === 0 ? undatedSitemaps.map((each) => undatedSitemapUrl(each, language)) : undefined;
  },
  props(queries, { scope }, site, url) {
    const { language } = readScope(scope);
    const lists = {
      pages: () => [
        frontUrl(language, site),
        ...site.sections.map(({ id }) => sectionUrl(id, language, site)),
        correctionsUrl(language, site),
        feedsUrl(language, site),
        ...queries.names('page', language).map((id) => pageUrl(id, language, site)),
      ],
      topics: () => [
        namesUrl('topics', language, site),
        ...queries.names('topic', language).map((id) => topicUrl(id, language, site)),
      ],
      authors: () => [
        namesUrl('authors', language, site),
        ...queries.names('author', language).map((id) => authorUrl(id, language, site)),
      ],
    };
    const of = undatedSitemaps.find((each) => undatedSitemapUrl(each, language) === url) ?? 'pages';
    return { url, urls: lists[of]().slice(0, mostUrls) };
  },
};
