/** What stands in every page's head: for browsers, search engines, feed readers and those who share a link. */
import type { Thing } from 'schema-dts';
import { hasIcon, iconUrl, showsDrawing } from '../../src/content/icons.ts';
import type { FeedFormat } from '../../src/content/own-addresses.ts';
import type { Picture } from '../../src/content/records.ts';
import type { Site } from '../../src/content/site.ts';
import type { SocialCard } from '../../src/content/social-card.ts';
import { feedUrl, frontUrl } from '../../src/content/urls.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { PageHead } from '../../src/routes/kind.ts';
import { alternatesOf } from '../alternates.ts';
import { canonicalAddress } from '../canonical.ts';
import { type Here, publicationOf } from '../here.ts';
import { scriptsOn } from '../scripts.ts';
import type { StyleName } from '../sheets.ts';
import { styleOf } from '../styles.ts';
import { colour, iconAddress } from '../tokens.ts';
import { Foresight, renderedOnce, StructuredData, StyleSheet } from './html.tsx';
import { OpenGraph } from './open-graph.tsx';

export type HeadProps = {
  here: Here;
  page: Pick<PageHead, 'url' | 'alternates' | 'kind' | 'isFew'>;
  style: StyleName;
  /** The page's own; the publication's name is added, except on the front page, whose title it is. */
  title: string;
  isFront?: boolean;
  description: string;
  image?: Picture;
  /** What is drawn of the story where it has no picture. */
  card?: SocialCard;
  /** The story the page tells, if it tells one. */
  story?: ArticleWithBody;
  isProfile?: boolean;
  noindex?: boolean;
  /** The engine’s own script, which few kinds of page have. */
  script?: string;
  /** The feeds of the front that the page is, beside the site's. */
  feeds?: { title: string; formats: readonly FeedFormat[] };
  /** What the page is about, for search engines. */
  things?: readonly Thing[];
};

export function Head(props: HeadProps) {
  const { here, page, style, description, isFront, story, feeds, things = [] } = props;
  const publication = publicationOf(here);
  const title = story?.titles.search ?? props.title;
  const isForSearch = !here.site.isPreview && !props.noindex && !story?.noindex && !page.isFew;
  const robots = story?.hasWarning ? 'max-image-preview:none' : 'max-image-preview:large';
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{isFront ? title : `${title} — ${publication}`}</title>
      <meta name="description" content={description} />
      <meta name="robots" content={isForSearch ? robots : page.isFew ? 'noindex, follow' : 'noindex'} />
      <Canonical url={page.url} canonical={story?.canonical} here={here} />
      {isForSearch && story?.canonical === undefined && <Alternates page={page} here={here} />}
      <Appearance here={here} />
      <OpenGraph {...props} {...sharedOf(props)} />
      {feeds?.formats.map((format) => (
        <FeedLink key={format} title={feeds.title} front={page.url} format={format} />
      ))}
      {!isFront && <FeedLink title={publication} front={frontUrl(here.language, here.site)} format="rss" />}
      <StyleSheet css={styleOf(style)} />
      <Foresight />
      {props.script !== undefined && <script defer src={props.script} />}
      <Scripts site={here.site} kind={page.kind} />
      {things.length > 0 && <StructuredData things={things} />}
    </head>
  );
}

function sharedOf({ title, story, isProfile }: HeadProps) {
  const type = story ? 'article' : isProfile ? 'profile' : 'website';
  return { type, title: story?.titles.card ?? title, canonical: story?.canonical } as const;
}

type CanonicalProps = { url: string; canonical: string | undefined; here: Here };

/** Of a page that is meant to be elsewhere it says so twice: `check` finds it on every other page that names such a one. */
export function Canonical({ url, canonical, here }: CanonicalProps) {
  return (
    <>
      <link rel="canonical" href={canonicalAddress(url, { canonical }, here)} />
      {canonical !== undefined && <meta name="syndication-source" content={canonical} />}
    </>
  );
}

function Alternates({ page, here }: Pick<HeadProps, 'page' | 'here'>) {
  return alternatesOf(page.alternates, here.site).map(({ hreflang, href }) => (
    <link key={hreflang} rel="alternate" hreflang={hreflang} href={href} />
  ));
}

const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

function FeedLink({ title, front, format }: { title: string; front: string; format: FeedFormat }) {
  return <link rel="alternate" type={feedTypes[format]} title={title} href={feedUrl(front, format)} />;
}

/** Those that the newsroom has named in `site.yaml`; a browser that compares hashes asks for them as for any other site. */
function Scripts({ site, kind }: { site: Site; kind: string | undefined }) {
  return (
    <>
      {scriptsOn(kind, site).map(({ src, integrity }) => (
        <script key={src} defer src={src} integrity={integrity} crossorigin={integrity ? 'anonymous' : undefined} />
      ))}
    </>
  );
}

/** What the browser shows around the page. The `.ico` says that it is small, so that browsers that can show the drawing take that. */
export const Appearance = renderedOnce(function Appearance({ here }: { here: Here }) {
  const { icons } = here.site;
  const paper = colour('paper');
  return (
    <>
      <meta name="theme-color" content={paper.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={paper.dark} media="(prefers-color-scheme: dark)" />
      {hasIcon(icons, 'favicon.ico') && <link rel="icon" href={iconUrl('favicon.ico')} sizes="32x32" />}
      {showsDrawing(icons) && <link rel="icon" href={iconAddress()} type="image/svg+xml" />}
      {hasIcon(icons, 'apple-touch-icon.png') && <link rel="apple-touch-icon" href={iconUrl('apple-touch-icon.png')} />}
    </>
  );
});
