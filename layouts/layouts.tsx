/**
 * The layout of each kind of route, by the kind's name: props and site to the text of a file. Pictures
 * have none, their bytes go out as they are. Everything in this folder is pure.
 */
import './guard.ts';
import type { FunctionComponent } from 'preact';
import type { Site } from '../src/content/site.ts';
import type { ArchiveDayProps } from '../src/routes/archive-day.ts';
import type { ArchiveMonthProps } from '../src/routes/archive-month.ts';
import type { ArchiveYearProps } from '../src/routes/archive-year.ts';
import type { ArticleProps } from '../src/routes/article.ts';
import type { AuthorFrontProps } from '../src/routes/author-front.ts';
import type { CorrectionsProps } from '../src/routes/corrections.ts';
import type { FeedProps } from '../src/routes/feeds.ts';
import type { FrontPageProps } from '../src/routes/front-page.ts';
import type { PageHead } from '../src/routes/kind.ts';
import type { NamesProps } from '../src/routes/names.ts';
import type { NewsSitemapProps } from '../src/routes/news-sitemap.ts';
import type { NotFoundProps } from '../src/routes/not-found.ts';
import type { PageProps } from '../src/routes/page.ts';
import type { RedirectProps } from '../src/routes/redirect.ts';
import type { RobotsProps } from '../src/routes/robots.ts';
import type { SectionFrontProps } from '../src/routes/section-front.ts';
import type { SitemapProps } from '../src/routes/sitemap.ts';
import type { SitemapIndexProps } from '../src/routes/sitemap-index.ts';
import type { TopicFrontProps } from '../src/routes/topic-front.ts';
import type { UndatedSitemapProps } from '../src/routes/undated-sitemap.ts';
import type { WithdrawnProps } from '../src/routes/withdrawn.ts';
import { atomFeed } from './feeds/atom.ts';
import { type Feed, feedOf } from './feeds/feed.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { newsSitemap } from './feeds/news-sitemap.ts';
import { robotsText } from './feeds/robots.ts';
import { rssFeed } from './feeds/rss.ts';
import { monthSitemap, undatedSitemap } from './feeds/sitemap.ts';
import { sitemapIndex } from './feeds/sitemap-index.ts';
import { ArchiveDay } from './pages/archive-day.tsx';
import { ArchiveMonth } from './pages/archive-month.tsx';
import { ArchiveYear } from './pages/archive-year.tsx';
import { ArticlePage } from './pages/article.tsx';
import { AuthorFront } from './pages/author-front.tsx';
import { Corrections } from './pages/corrections.tsx';
import { FeedsPage } from './pages/feeds-page.tsx';
import { FrontPage } from './pages/front-page.tsx';
import { Names } from './pages/names.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { StandingPage } from './pages/page.tsx';
import { RedirectPage } from './pages/redirect.tsx';
import { SectionFront } from './pages/section-front.tsx';
import { TopicFront } from './pages/topic-front.tsx';
import { WithdrawnPage } from './pages/withdrawn.tsx';
import { renderPage } from './render-page.ts';

export type Layout<Props> = (props: Props, site: Site) => string;

/** What each layout is given: the contract with `src/routes/`, a kind at a time. */
export type LayoutProps = {
  'front-page': FrontPageProps;
  article: ArticleProps;
  'section-front': SectionFrontProps;
  'topic-front': TopicFrontProps;
  'author-front': AuthorFrontProps;
  'archive-year': ArchiveYearProps;
  'archive-month': ArchiveMonthProps;
  'archive-day': ArchiveDayProps;
  page: PageProps;
  'not-found': NotFoundProps;
  corrections: CorrectionsProps;
  'feeds-page': PageHead;
  'topic-index': NamesProps;
  'author-index': NamesProps;
  'feed-rss': FeedProps;
  'feed-atom': FeedProps;
  'feed-json': FeedProps;
  'news-sitemap': NewsSitemapProps;
  sitemap: SitemapProps;
  'undated-sitemap': UndatedSitemapProps;
  'sitemap-index': SitemapIndexProps;
  robots: RobotsProps;
  redirect: RedirectProps;
  withdrawn: WithdrawnProps;
};

export type LayoutName = keyof LayoutProps;

export const layouts: { readonly [Name in LayoutName]: Layout<LayoutProps[Name]> } = {
  'front-page': pageOf(FrontPage),
  article: pageOf(ArticlePage),
  'section-front': pageOf(SectionFront),
  'topic-front': pageOf(TopicFront),
  'author-front': pageOf(AuthorFront),
  'archive-year': pageOf(ArchiveYear),
  'archive-month': pageOf(ArchiveMonth),
  'archive-day': pageOf(ArchiveDay),
  page: pageOf(StandingPage),
  'not-found': pageOf(NotFoundPage),
  corrections: pageOf(Corrections),
  'feeds-page': pageOf(FeedsPage),
  'topic-index': pageOf(Names),
  'author-index': pageOf(Names),
  'feed-rss': feedAs(rssFeed),
  'feed-atom': feedAs(atomFeed),
  'feed-json': feedAs(jsonFeed),
  'news-sitemap': newsSitemap,
  sitemap: monthSitemap,
  'undated-sitemap': undatedSitemap,
  'sitemap-index': sitemapIndex,
  robots: robotsText,
  redirect: pageOf(RedirectPage),
  withdrawn: pageOf(WithdrawnPage),
};

function pageOf<Props extends object>(Page: FunctionComponent<Props & { site: Site }>): Layout<Props> {
  return (props, site) => renderPage(<Page {...props} site={site} />);
}

function feedAs(render: (feed: Feed, site: Site) => string): Layout<FeedProps> {
  return (props, site) => render(feedOf(props, site), site);
}
