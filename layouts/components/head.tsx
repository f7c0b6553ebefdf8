/** What stands in every page's head: for browsers, search engines, feed readers and those who share a link. */
import type { Picture } from '../../src/content/records.ts';
import { absoluteUrl, feedUrl } from '../../src/content/urls.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { PageHead } from '../../src/routes/kind.ts';
import { alternatesOf } from '../alternates.ts';
import { type Here, publicationOf } from '../here.ts';
import { newsArticle } from '../news-article.ts';
import { type StyleName, styleOf } from '../styles.ts';
import { StructuredData, StyleSheet } from './html.tsx';
import { OpenGraph } from './open-graph.tsx';

export type HeadProps = {
  here: Here;
  page: Pick<PageHead, 'url' | 'alternates'>;
  style: StyleName;
  /** The page's own; the publication's name is added. */
  title: string;
  isFront?: boolean;
  description: string;
  image?: Picture;
  /** The story the page tells, if it tells one. */
  story?: ArticleWithBody;
  isProfile?: boolean;
  noindex?: boolean;
};

export function Head(props: HeadProps) {
  const { here, page, style, title, description, isFront, story, noindex } = props;
  const publication = publicationOf(here);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{isFront ? `${publication} — ${title}` : `${title} — ${publication}`}</title>
      <meta name="description" content={description} />
      {noindex && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={absoluteUrl(page.url, here.site)} />
      {alternatesOf(page.alternates, here.site).map(({ hreflang, href }) => (
        <link key={hreflang} rel="alternate" hreflang={hreflang} href={href} />
      ))}
      <Appearance />
      <OpenGraph {...props} />
      <link rel="alternate" type="application/rss+xml" title={publication} href={feedUrl(here.language, here.site)} />
      <StyleSheet css={styleOf(style)} />
      {story && <StructuredData data={newsArticle(story, here)} />}
    </head>
  );
}

/** The ridge of the masthead, in the accent colours of `styles/tokens.css`. */
const favicon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:#0b5a4a}@media(prefers-color-scheme:dark){path{fill:#7fcbb2}}</style><path d="M1 25C6 24 9 8 13 8c3 0 3 4 5 4s2-2 4-2c4 0 5 14 9 15z"/></svg>',
)}`;

export function Appearance() {
  return (
    <>
      <meta name="theme-color" content="#fdfdfc" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#111514" media="(prefers-color-scheme: dark)" />
      <link rel="icon" href={favicon} />
    </>
  );
}
