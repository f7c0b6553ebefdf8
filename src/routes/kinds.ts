/** All kinds of route, in the order in which they are rendered. A new kind of page is one line here. */

import { archiveDay } from './archive-day.ts';
import { archiveMonth } from './archive-month.ts';
import { archiveYear } from './archive-year.ts';
import { article } from './article.ts';
import { authorFront } from './author-front.ts';
import { authorIndex } from './author-index.ts';
import { corrections } from './corrections.ts';
import { document } from './document.ts';
import { feedAtom } from './feed-atom.ts';
import { feedJson } from './feed-json.ts';
import { feedRss } from './feed-rss.ts';
import { feedsPage } from './feeds-page.ts';
import { foundStories } from './found-stories.ts';
import { frontPage } from './front-page.ts';
import { gone } from './gone.ts';
import { icon } from './icon.ts';
import type { Kind } from './kind.ts';
import { listingFront } from './listing-front.ts';
import { listingIndex } from './listing-index.ts';
import { newsSitemap } from './news-sitemap.ts';
import { notFound } from './not-found.ts';
import { page } from './page.ts';
import { picture } from './picture.ts';
import { publicFile } from './public-file.ts';
import { redirect } from './redirect.ts';
import { robots } from './robots.ts';
import { search } from './search.ts';
import { searchScript } from './search-script.ts';
import { searchShard } from './search-shard.ts';
import { sectionFront } from './section-front.ts';
import { sitemap } from './sitemap.ts';
import { sitemapIndex } from './sitemap-index.ts';
import { socialCard } from './social-card.ts';
import { topicFront } from './topic-front.ts';
import { topicIndex } from './topic-index.ts';
import { undatedSitemap } from './undated-sitemap.ts';
import { withdrawn } from './withdrawn.ts';

export const kinds = [
  frontPage,
  article,
  sectionFront,
  topicFront,
  authorFront,
  listingFront,
  topicIndex,
  authorIndex,
  listingIndex,
  archiveYear,
  archiveMonth,
  archiveDay,
  page,
  corrections,
  feedsPage,
  search,
  notFound,
  feedRss,
  feedAtom,
  feedJson,
  sitemap,
  undatedSitemap,
  sitemapIndex,
  newsSitemap,
  robots,
  searchShard,
  foundStories,
  searchScript,
  icon,
  redirect,
  withdrawn,
  gone,
  picture,
  socialCard,
  document,
  publicFile,
] as const satisfies readonly Kind[];

type AnyKind = (typeof kinds)[number];

export type KindName = AnyKind['name'];

/** The props that each kind makes, by its name. */
export type KindProps = {
  [Name in KindName]: Extract<AnyKind, { name: Name }> extends Kind<Name, infer Props, never> ? Props : never;
};

/** Of the kinds whose files are copied. */
export type FileName = 'document' | 'public-file';

/** Of all kinds that have a layout: pictures, cards and icons are drawn, a script is bundled, and files go out as they are. */
export type LayoutName = Exclude<KindName, 'picture' | 'social-card' | 'icon' | 'search-script' | FileName>;
