/**
 * The layout of each kind of route, by the kind's name: props and site to the text of a file. Pictures
 * have none, their bytes go out as they are. Everything in this folder is pure.
 */
import './guard.ts';
import type { FunctionComponent } from 'preact';
import type { Site } from '../src/content/site.ts';
import type { KindProps, LayoutName } from '../src/routes/kinds.ts';
import { atomFeed } from './feeds/atom.ts';
import { feedOf } from './feeds/feed.ts';
import { foundStoriesJson } from './feeds/found-stories.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { newsSitemap } from './feeds/news-sitemap.ts';
import { robotsText } from './feeds/robots.ts';
import { rssFeed } from './feeds/rss.ts';
import { searchShardText } from './feeds/search-shard.ts';
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
import { GonePage } from './pages/gone.tsx';
import { ListingFront } from './pages/listing-front.tsx';
import { Names } from './pages/names.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { StandingPage } from './pages/page.tsx';
import { RedirectPage } from './pages/redirect.tsx';
import { SearchPage } from './pages/search.tsx';
import { SectionFront } from './pages/section-front.tsx';
import { TopicFront } from './pages/topic-front.tsx';
import { WithdrawnPage } from './pages/withdrawn.tsx';
import { renderPage } from './render-page.ts';

type Layout<Props> = (props: Props, site: Site) => string;

/** Each is given what its kind makes. */
export type Layouts = { readonly [Name in LayoutName]: Layout<KindProps[Name]> };

export const layouts: Layouts = {
  'front-page': pageOf('front-page', FrontPage),
  article: pageOf('article', ArticlePage),
  'section-front': pageOf('section-front', SectionFront),
  'topic-front': pageOf('topic-front', TopicFront),
  'author-front': pageOf('author-front', AuthorFront),
  'listing-front': pageOf('listing-front', ListingFront),
  'archive-year': pageOf('archive-year', ArchiveYear),
  'archive-month': pageOf('archive-month', ArchiveMonth),
  'archive-day': pageOf('archive-day', ArchiveDay),
  page: pageOf('page', StandingPage),
  'not-found': pageOf('not-found', NotFoundPage),
  corrections: pageOf('corrections', Corrections),
  'feeds-page': pageOf('feeds-page', FeedsPage),
  search: pageOf('search', SearchPage),
  'topic-index': pageOf('topic-index', Names),
  'author-index': pageOf('author-index', Names),
  'listing-index': pageOf('listing-index', Names),
  'feed-rss': (props, site) => rssFeed(feedOf(props, site), site),
  'feed-atom': (props, site) => atomFeed(feedOf(props, site), site),
  'feed-json': (props, site) => jsonFeed(feedOf(props, site), site),
  'news-sitemap': newsSitemap,
  sitemap: monthSitemap,
  'undated-sitemap': undatedSitemap,
  'sitemap-index': sitemapIndex,
  robots: robotsText,
  'search-shard': searchShardText,
  'found-stories': foundStoriesJson,
  redirect: pageOf('redirect', RedirectPage),
  withdrawn: pageOf('withdrawn', WithdrawnPage),
  gone: pageOf('gone', GonePage),
};

/** A page is told its own kind. */
function pageOf<Props extends object>(
  kind: LayoutName,
  Page: FunctionComponent<Props & { site: Site }>,
): Layout<Props> {
  return (props, site) => renderPage(<Page {...props} kind={kind} site={site} />);
}
