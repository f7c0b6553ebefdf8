/** An item of a WordPress export: a story, a page, a picture, or what WordPress keeps for itself. */
import type {
  Named,
  SourceItem,
  SourceMedium,
  SourceMenuLink,
  SourcePicture,
  SourceSite,
  SourceStory,
  SourceTime,
} from '../source-story.ts';
import { withParagraphs } from './autop.ts';
import { distinct, isSameHost, pathOfAddress } from './site-paths.ts';
import { childrenOf, textIn, wordOf, type XmlElement } from './xml-records.ts';

export type WordpressContext = {
  site: SourceSite;
  /** By their logins. */
  authors: Map<string, Named>;
  /** The path below which the site stood; mostly none. */
  root: string;
  file: string;
};

/** What is no text for readers: revisions, settings of plugins and themes. */
const inner =
  /^(?:revision|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-.*|wpcf7.*|elementor_.*|jp_\w+|amp_validated_url)$/;
const neverShown = /^(?:trash|auto-draft|inherit)$/;

export function wordpressItem(item: XmlElement, number: number, context: WordpressContext): SourceItem[] {
  const type = wordOf(item, 'wp:post_type') ?? 'post';
  const meta = metaOf(item);
  if (type === 'attachment') return [mediumOf(item, { number, context, meta })];
  if (type === 'nav_menu_item') return menuLink(item, { number, context, meta });
  if (inner.test(type) || neverShown.test(wordOf(item, 'wp:status') ?? '')) return [];
  return [storyOf(item, { number, context, meta, type })];
}

/** Each key once: several values of one are a list. */
type Meta = ReadonlyMap<string, string[]>;
type Read = { number: number; context: WordpressContext; meta: Meta };

function metaOf(item: XmlElement): Meta {
  const meta = new Map<string, string[]>();
  for (const each of childrenOf(item, 'wp:postmeta')) {
    const key = wordOf(each, 'wp:meta_key');
    const value = wordOf(each, 'wp:meta_value');
    if (key !== undefined && value !== undefined) meta.set(key, [...(meta.get(key) ?? []), value]);
  }
  return meta;
}

/** To a page by its number, or to an address; what leads to a list is led by its own. */
function menuLink(item: XmlElement, { number, context, meta }: Read): SourceMenuLink[] {
  const said = (name: string) => meta.get(`_menu_item_${name}`)?.[0];
  const url =
    said('type') === 'post_type'
      ? `${context.root}/?page_id=${said('object_id')}`
      : said('type') === 'custom'
        ? said('url')
        : undefined;
  const title = wordOf(item, 'title');
  const place = { file: context.file, line: item.line, item: number };
  return url === undefined ? [] : [{ kind: 'menu-link', place, ...(title && { title }), url }];
}

function mediumOf(item: XmlElement, { number, context, meta }: Read): SourceMedium {
  const url = wordOf(item, 'wp:attachment_url', 'guid');
  const caption = wordOf(item, 'excerpt:encoded');
  const alt = meta.get('_wp_attachment_image_alt')?.[0];
  const id = wordOf(item, 'wp:post_id');
  return {
    kind: 'medium',
    place: { file: context.file, line: item.line, item: number },
    ...(id && { id }),
    srcs: url === undefined ? [] : [url, ...smallerSizes(url, meta)],
    ...(alt && { alt }),
    ...(caption && { caption: { format: 'html', text: caption } }),
  };
}

/** WordPress makes `name-300x200.jpg` of `name.jpg`, and texts name either. */
function smallerSizes(url: string, meta: Meta): string[] {
  const folder = url.slice(0, url.lastIndexOf('/') + 1);
  const kept = meta.get('_wp_attachment_metadata')?.[0] ?? '';
  const names = [...kept.matchAll(/s:4:"file";s:\d+:"([^"/]+)"/g)].map(([, name]) => folder + name);
  return distinct(names).filter((name) => name !== url);
}

function storyOf(item: XmlElement, read: Read & { type: string }): SourceStory {
  const { number, context, meta, type } = read;
  const { site } = context;
  const terms = childrenOf(item, 'category');
  const ofDomain = (...domains: string[]) =>
    terms.filter(({ attributes }) => domains.includes(attributes.domain ?? 'category')).flatMap(namedOf);
  const text = (...names: string[]) => wordOf(item, ...names);
  const summary = text('excerpt:encoded') ?? meta.get('_yoast_wpseo_metadesc')?.[0];
  const language = ofDomain('language')[0]?.id;
  const translationOf = ofDomain('post_translations')[0]?.id;
  const canonical = ['_yoast_wpseo_canonical', 'rank_math_canonical_url'].flatMap((key) => meta.get(key) ?? [])[0];
  const thumbnail = meta.get('_thumbnail_id')?.[0];
  const slug = text('wp:post_name');
  const published = timeOf(item, 'wp:post_date_gmt', 'wp:post_date') ?? feedTime(text('pubDate'));
  const updated = timeOf(item, 'wp:post_modified_gmt', 'wp:post_modified');
  return {
    kind: type === 'page' ? 'page' : 'story',
    place: { file: context.file, line: item.line, item: number },
    urls: urlsOf(item, read),
    ...(slug && { slug: decoded(slug) }),
    title: { format: 'html', text: text('title') ?? '' },
    ...(summary && { summary: { format: 'html', text: summary } }),
    ...(published && { published }),
    ...(updated && { updated }),
    authors: authorsOf(item, ofDomain('author'), context),
    sections: ofDomain('category'),
    tags: ofDomain('post_tag', 'tag'),
    ...(language && { language }),
    ...(translationOf && { translationOf }),
    state: stateOf(item),
    body: { format: 'html', text: bodyOf(textOfChild(item, 'content:encoded')) },
    ...(thumbnail && { lead: { id: thumbnail } satisfies SourcePicture }),
    ...(canonical && !isSameHost(canonical, site.url) ? { canonical } : {}),
    ...(isNoindex(meta) ? { noindex: true } : {}),
    rest: restOf(item, { meta, type, terms }),
  };
}

function textOfChild(item: XmlElement, name: string): string {
  return textIn(childrenOf(item, name)[0]);
}

function namedOf(term: XmlElement): Named[] {
  const id = term.attributes.nicename;
  const name = textIn(term).trim();
  if (id) return [{ id: decoded(id), ...(name && { name }) }];
  return name ? [{ name }] : [];
}

/** Slugs of other scripts are kept percent-encoded. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** Those of the plugin Co-Authors stand in the place of the one that WordPress knows. */
function authorsOf(item: XmlElement, coAuthors: readonly Named[], { authors }: WordpressContext): Named[] {
  if (coAuthors.length > 0)
    return coAuthors.map((each) => {
      const login = each.id?.replace(/^cap-/, '');
      return (login === undefined ? undefined : authors.get(login)) ?? { ...each, ...(login && { id: login }) };
    }) as Named[];
  const login = wordOf(item, 'dc:creator');
  return login === undefined ? [] : [authors.get(login) ?? { id: login }];
}

function urlsOf(item: XmlElement, { context: { site, root }, meta, type }: Read & { type: string }): string[] {
  const id = wordOf(item, 'wp:post_id');
  const link = wordOf(item, 'link');
  const guid = wordOf(item, 'guid');
  const usual = link !== undefined && isSameHost(link, site.url) ? pathOfAddress(link) : undefined;
  const byId = id === undefined ? undefined : `${root}/?${type === 'page' ? 'page_id' : 'p'}=${id}`;
  const first = guid && /^https?:/.test(guid) && isSameHost(guid, site.url) ? pathOfAddress(guid) : undefined;
  const old = (meta.get('_wp_old_slug') ?? []).map((slug) => usual?.replace(/[^/]+(\/?)$/, `${slug}$1`));
  const isOfOne = (url: string | undefined) => url !== `${root}/` && url !== root;
  return distinct([usual, ...(isPublicPath(usual) ? old : []), byId, first].filter(isOfOne));
}

function isPublicPath(path: string | undefined): boolean {
  return path !== undefined && !path.includes('?');
}

function stateOf(item: XmlElement): SourceStory['state'] {
  const status = wordOf(item, 'wp:status') ?? 'publish';
  if (status === 'private' || wordOf(item, 'wp:post_password') !== undefined) return 'private';
  return status === 'publish' || status === 'future' ? 'public' : 'draft';
}

function bodyOf(content: string): string {
  const isOfBlocks = /<!--\s*wp:/.test(content);
  return isOfBlocks ? content.replace(/<!--\s*\/?wp:[\s\S]*?-->\n?/g, '').trim() : withParagraphs(content);
}

/** The first in UTC, which drafts lack; the second by the clocks of the site. */
function timeOf(item: XmlElement, utc: string, local: string): SourceTime | undefined {
  const isTime = (text: string | undefined): text is string => text !== undefined && !text.startsWith('0000');
  const [exact, written] = [wordOf(item, utc), wordOf(item, local)];
  if (isTime(exact)) return { text: exact, zone: 'UTC' };
  return isTime(written) ? { text: written } : undefined;
}

function feedTime(text: string | undefined): SourceTime | undefined {
  return text === undefined || Number.isNaN(Date.parse(text)) || text.includes('-0001') ? undefined : { text };
}

function isNoindex(meta: Meta): boolean {
  if (meta.get('_yoast_wpseo_meta-robots-noindex')?.[0] === '1') return true;
  return meta.get('rank_math_robots')?.some((each) => each.includes('noindex')) ?? false;
}

/** What is said elsewhere, or is of use to the editor of WordPress alone. */
const saidOrOwn =
  /^(?:_thumbnail_id|_wp_old_slug|_edit_\w+|_pingme|_encloseme|_oembed_.*|_wp_(?!old_slug).*|_yoast_wpseo_(?:metadesc|canonical|meta-robots-noindex))$/;

function restOf(
  item: XmlElement,
  { meta, type, terms }: { meta: Meta; type: string; terms: XmlElement[] },
): Record<string, unknown> {
  const known = ['category', 'post_tag', 'tag', 'author', 'language', 'post_translations'];
  const others = Map.groupBy(
    terms.filter(({ attributes }) => !known.includes(attributes.domain ?? 'category')),
    ({ attributes }) => attributes.domain ?? '',
  );
  const comments = childrenOf(item, 'wp:comment').length;
  const order: [string, unknown][] = [
    ...[...meta]
      .filter(([key]) => !saidOrOwn.test(key))
      .map(([key, [first, ...more]]) => [key, more.length > 0 ? [first, ...more] : first] as [string, unknown]),
    ...[...others].map(([domain, each]) => [domain, each.map((term) => textIn(term).trim())] as [string, unknown]),
    ...(type === 'post' || type === 'page' ? [] : [['post_type', type] as [string, unknown]]),
    ...(wordOf(item, 'wp:is_sticky') === '1' ? [['sticky', true] as [string, unknown]] : []),
    ...(comments > 0 ? [['comments', comments] as [string, unknown]] : []),
  ];
  return Object.fromEntries(order);
}
