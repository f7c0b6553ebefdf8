/**
 * Who depends on whom: what a file refers to, and which files have to be looked at again when another
 * changes. Targets are names such as `author:desk`, `picture:articles/…` or `link:/about/`.
 */

import { articlePath, type Catalog } from '../catalog/catalog.ts';
import { linkRef } from '../catalog/tables/refs.ts';
import type { Article } from '../content/article.ts';
import type { Author } from '../content/author.ts';
import { creditsOf } from '../content/credits.ts';
import { documentsOf, documentUrl } from '../content/documents.ts';
import { type Gone, gonePath } from '../content/endings.ts';
import { claimedBy, frontAbove } from '../content/former.ts';
import { type Front, picksOf } from '../content/front-picks.ts';
import { addressOf, readLink } from '../content/links.ts';
import { linksOfFile } from '../content/links-of-file.ts';
import { author } from '../content/listings/author.ts';
import { hasIndex, type ListingWithFront } from '../content/listings/listing.ts';
import { listingsWithFront } from '../content/listings/listings.ts';
import type { Language } from '../content/names.ts';
import { type ContentPath, isBytes } from '../content/paths.ts';
import { widerThan } from '../content/periods.ts';
import { portraitKey } from '../content/portrait.ts';
import { publicUrl } from '../content/public-files.ts';
import { picturesOf } from '../content/records.ts';
import { claimOf, filesAbove } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import { fileKey } from '../content/story-files.ts';
import { dayBucket } from '../content/times.ts';
import { archiveUrl, articleUrl, authorUrl, listingUrl, pageUrl, topicUrl } from '../content/urls.ts';
import { idsNamedBy } from './near-ids.ts';

/** Articles to derive again, each with the file that made it so, and files to cross-check; by id. */
export type ToDo = {
  site: Site;
  dirty: Map<number, string>;
  recheck: Set<number>;
  /** Claims of lines of `gone.yaml` to cross-check, where not the whole file is. */
  endings: Set<string>;
};

/** Everything elsewhere that a file depends on. */
export function refsOf(content: ContentPath, value: unknown, site: Site): string[] {
  const links = [
    ...linksOfFile(content, value, site).map(({ href }) => linkRef(readLink(href, site).url)),
    ...claimedBy(content, value, site).flatMap(claimRefs),
  ];
  if (content.kind === 'article') return [...links, ...articleRefs(value as Article)];
  if (content.kind === 'author') return [...links, ...authorRefs(value as Author)];
  if (content.kind === 'public-file') return claimRefs(publicUrl(content.path));
  if (content.kind === 'gone') return [...links, ...goneRefs(value as Gone, site)];
  return content.kind === 'front' ? frontRefs(value as Front, site) : links;
}

function articleRefs(article: Article): string[] {
  return [
    ...(article.id === undefined ? [] : [idRef(article.id)]),
    ...[...namedBy(article), ...idsNamedBy(article)].map(({ listing, id }) => `${listing.name}:${id}`),
    ...creditsOf(article).map(({ id }) => `${author.name}:${id}`),
    ...picturesOf(article).map((key) => `picture:${key}`),
    ...documentsOf(article).map((key) => documentRef(key)),
  ];
}

function authorRefs(value: Author): string[] {
  const key = portraitKey(value);
  return key === undefined ? [] : [`picture:${key}`];
}

/** What it stands in only because it names it: its authors, its topics, its series. */
function namedBy(article: Article): { listing: ListingWithFront; id: string }[] {
  return listingsWithFront()
    .filter(hasIndex)
    .flatMap((listing) => listing.idsOf(article, article.at).map((id) => ({ listing, id })));
}

/** The claim itself, and those that would be in its way. */
function claimRefs(address: string): string[] {
  const claim = claimOf(address);
  return [claim, ...filesAbove(claim)].map((each) => `claim:${each}`);
}

/** What may come to be where something ended: a front with its feeds, a page of an archive; or what it was below. */
function goneRefs({ endings }: Gone, site: Site): string[] {
  return endings.flatMap(({ url }) => {
    const above = frontAbove(url);
    return [...(above === undefined ? [] : claimRefs(above)), ...archivesAt(url, site).map(endedRef)];
  });
}

/** Fronts and archives that something at an address would be of. */
function archivesAt(url: string, site: Site): string[] {
  const target = readLink(addressOf(claimOf(url), site), site);
  const found = target.kind === 'none' ? readLink(url, site) : target;
  if (found.kind === 'listed') return [listingUrl(found.listing, found.id, found.language, site)];
  if (found.kind !== 'passing' || !found.of) return [];
  const { listing, id, language, period } = found.of;
  return [`${listingUrl(listing, id, language, site)}${period}/`];
}

/** What `gone.yaml` refers to by naming something of an archive. */
function endedRef(url: string): string {
  return `ended:${url}`;
}

function frontRefs(front: Front, site: Site): string[] {
  return picksOf(front).flatMap(({ pick: { story } }) =>
    site.languages.map((language) => linkRef(articleUrl(story, language, site))),
  );
}

/**
 * A changed or removed file: articles that show it are derived again, files that lead to it checked again.
 * `isNameAlone`: it is there as before, and of what has changed no check of a story tells (`story-names.ts`).
 */
export function markDependents(catalog: Catalog, toDo: ToDo, content: ContentPath, isNameAlone: boolean): void {
  const { site, dirty } = toDo;
  const derive = (id: number) => {
    if (!dirty.has(id) && catalog.articles.row(id)) dirty.set(id, content.path);
  };
  for (const shown of shownAs(content))
    for (const file of catalog.refs.filesReferringTo(shown)) {
      if (!isNameAlone) toDo.recheck.add(file);
      derive(file);
    }
  if (isBytes(content)) for (const { id } of catalog.files.allKeyed(fileKey(content.path))) toDo.recheck.add(id);
  if (content.kind === 'public-file')
    for (const id of catalog.claims.filesBelow(claimOf(publicUrl(content.path)))) toDo.recheck.add(id);
  // What a language says of a picture holds in all of them, and for all files with its bytes.
  if (content.kind === 'article' || content.kind === 'picture') {
    for (const language of site.languages) {
      const sibling = catalog.files.at(articlePath(content.story, language, site));
      if (sibling) derive(sibling.id);
    }
  }
  const urlIn = urlOf(content, site);
  if (urlIn) for (const url of new Set(site.languages.map(urlIn))) recheckUrl(catalog, toDo, url);
}

/**
 * What an article was or is now, others may be wrong about: links to a topic that it was the last to
 * have, another file's claim to an old address.
 */
export function markSharers(catalog: Catalog, toDo: ToDo, article: Article | undefined): void {
  const { site } = toDo;
  for (const { listing, id } of article ? namedBy(article) : [])
    if (listing.front.ids === 'named')
      for (const language of site.languages) recheckUrl(catalog, toDo, listingUrl(listing, id, language, site));
  for (const url of article?.redirectFrom ?? []) recheckUrl(catalog, toDo, url);
  if (article?.id !== undefined) recheckUrl(catalog, toDo, article.id);
  for (const key of article ? documentsOf(article) : [])
    for (const { id, path } of catalog.files.allKeyed(key)) {
      toDo.recheck.add(id);
      recheckUrl(catalog, toDo, documentUrl(path));
    }
}

/** With the first story of a day a pick of the front page may have become old. */
export function markFront(catalog: Catalog, { recheck }: ToDo, content: ContentPath): void {
  const front = content.kind === 'article' ? catalog.files.at('front.yaml') : undefined;
  const day = content.path.slice(0, 'articles/2015/11/26/'.length);
  if (front && !catalog.files.isBeside(day, content.path)) recheck.add(front.id);
}

/** A story that left a front or a period of an archive may have been the last there that a link means. */
export function markLeft(catalog: Catalog, toDo: ToDo, before: Article | undefined, after?: Article): void {
  const { site, recheck } = toDo;
  const isGoneTold = catalog.files.at(gonePath) !== undefined;
  if (!before && !isGoneTold) return;
  const there = new Set(after ? archivesOf(after, site) : []);
  for (const url of before ? archivesOf(before, site) : []) if (!there.has(url)) recheckLinks(catalog, toDo, url);
  if (!isGoneTold) return;
  for (const url of there) for (const file of catalog.refs.filesReferringTo(endedRef(url))) recheck.add(file);
}

/** Fronts and periods in which a story stands at any instant. */
function archivesOf(article: Article, site: Site): string[] {
  if (article.draft) return [];
  return listingsWithFront().flatMap((listing) =>
    listing.idsOf(article, article.at).flatMap((id) => {
      const front = listingUrl(listing, id, article.language, site);
      const days = (listing.instantsOf?.(article) ?? [article.at]).map((at) => dayBucket(at, site.timeZone));
      return [front, ...days.flatMap((day) => widerThan(day).map((bucket) => archiveUrl(front, bucket)))];
    }),
  );
}

/** Who leads to a former address of an undated file, claims one too, or still names what was renamed. */
export function markRenamed(catalog: Catalog, toDo: ToDo, content: ContentPath, value: unknown): void {
  if (value === null || value === undefined) return;
  for (const url of claimedBy(content, value, toDo.site)) {
    recheckUrl(catalog, toDo, url);
    const target = readLink(url, toDo.site);
    if (target.kind !== 'listed') continue;
    for (const file of catalog.refs.filesReferringTo(`${target.listing.name}:${target.id}`)) toDo.recheck.add(file);
  }
}

/** What a story refers to by saying its id. */
export function idRef(id: string): string {
  return `id:${id}`;
}

/** What a story refers to by naming a document. */
export function documentRef(key: string): string {
  return `document:${key}`;
}

/** What articles call it that show something of it. */
function shownAs(content: ContentPath): string[] {
  if (content.kind === 'document') return [documentRef(fileKey(content.path))];
  if (content.kind === 'picture') return [`picture:${fileKey(content.path)}`];
  if (content.kind === 'portrait') return [`picture:${fileKey(content.path)}`, `${author.name}:${content.id}`];
  if (content.kind !== 'author' && content.kind !== 'topic') return [];
  const named = listingsWithFront().filter(({ front }) => front.namedIn === `${content.kind}s`);
  return named.map(({ name }) => `${name}:${content.id}`);
}

function urlOf(content: ContentPath, site: Site): ((language: Language) => string) | undefined {
  if (content.kind === 'article') return (language) => articleUrl(content.story, language, site);
  if (content.kind === 'page') return (language) => pageUrl(content.id, language, site);
  if (content.kind === 'topic') return (language) => topicUrl(content.id, language, site);
  if (content.kind === 'author') return (language) => authorUrl(content.id, language, site);
  if (content.kind === 'document') return () => documentUrl(content.path);
  if (content.kind === 'public-file') return () => publicUrl(content.path);
  return undefined;
}

export function recheckUrl(catalog: Catalog, toDo: ToDo, url: string): void {
  recheckLinks(catalog, toDo, url);
  const others = [...claimRefs(url), ...claimRefs(frontAbove(url) ?? ''), idRef(url), endedRef(url)];
  for (const file of others.flatMap((each) => catalog.refs.filesReferringTo(each))) toDo.recheck.add(file);
}

/** Of `gone.yaml` only the lines that lead there. */
function recheckLinks(catalog: Catalog, { recheck, endings }: ToDo, url: string): void {
  const led = catalog.endings.leadingTo(url);
  for (const each of led) endings.add(claimOf(each.url));
  const gone = led.length > 0 ? catalog.files.at(gonePath)?.id : undefined;
  for (const file of catalog.refs.filesLinkingTo(url)) if (file !== gone) recheck.add(file);
}
