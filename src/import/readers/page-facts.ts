/** What a page of HTML says of itself: in its head, in JSON-LD, and by the elements of its text. */
import type { Element, Root } from 'hast';
import { pageParts } from '../text/page-parts.ts';
import { attribute, elementsIn, firstIn, textOf } from '../text/tree.ts';
import { isRecord } from './front-matter.ts';
import { bylineOf, dayShown } from './page-byline.ts';
import { lookOf, type PageLook } from './page-look.ts';

export type PageFacts = {
  /** Its headline; where it has none, the title that its head says for other sites. */
  title?: string;
  /** That of its head, mostly with the name of the site. */
  headTitle: string;
  /** The first in its text. */
  heading?: string;
  look: PageLook;
  /** Its head says that it is a story. */
  isStory: boolean;
  /** Where its main part is one of several, and has a heading: what that links to. */
  headlineHref?: string;
  summary?: string;
  published?: string;
  updated?: string;
  /** As machines are told, in its text and in its head. */
  authors: string[];
  byline: string[];
  headAuthors: string[];
  sections: string[];
  tags: string[];
  image?: string;
  canonical?: string;
  siteName?: string;
  /** An address that leads to it too, as `/?p=123`. */
  shortlink?: string;
  language?: string;
  noindex: boolean;
  /** It shows several texts, and none of them is most of it. */
  isList: boolean;
};

/** `language`: that of its `<html>`, which the tree of a part has not. */
export function pageFacts(root: Root, language?: string): PageFacts {
  const { main, headline, articles } = pageParts(root);
  const all = [...elementsIn(root)];
  const metas = new Map<string, string[]>();
  for (const each of all) {
    if (each.tagName !== 'meta') continue;
    const name = (attribute(each, 'property') || attribute(each, 'name') || attribute(each, 'itemProp')).toLowerCase();
    const content = attribute(each, 'content').trim();
    if (name !== '' && content !== '') metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  const meta = (...names: string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const said = articleIn(all);
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []);
  const siteName = meta('og:site_name')[0];
  const own = language ?? meta('content-language', 'og:locale')[0];
  const [published] = [
    ...meta(
      'article:published_time',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'pubdate',
      'publishdate',
      'sailthru.date',
      'datepublished',
    ),
    ...text(said.datePublished),
    ...text(dayShown(root, { headline, language: own })),
  ];
  const [updated] = [...meta('article:modified_time', 'last-modified', 'datemodified'), ...text(said.dateModified)];
  const [summary] = meta('description', 'og:description', 'dc.description');
  const image = Array.isArray(said.image) ? said.image[0] : said.image;
  const [src] = text(isRecord(image) ? image.url : image);
  const link = (rel: string) =>
    all.find((each) => each.tagName === 'link' && attribute(each, 'rel') === rel && attribute(each, 'href') !== '');
  const [canonical, shortlink] = [link('canonical'), link('shortlink')].map((each) => each && attribute(each, 'href'));
  const [forOthers] = meta('og:title');
  const title = headline ? textOf(headline) : forOthers;
  const heading = textOf(firstIn(main, 'h1', 'h2', 'h3') ?? { type: 'root', children: [] });
  const teaser = headline && (firstIn(headline, 'a') ?? parentLink(all, headline));
  return {
    ...(title && { title }),
    ...(heading && { heading }),
    headTitle: textOf(firstIn(root, 'title') ?? { type: 'root', children: [] }),
    look: lookOf(root),
    isStory: Object.keys(said).length > 0 || meta('article:published_time').length > 0,
    ...(teaser && { headlineHref: attribute(teaser, 'href') }),
    ...(summary && { summary }),
    ...(published && { published }),
    ...(updated && { updated }),
    ...authorsOf(root, said, meta('author', 'dc.creator', 'byl')),
    sections: [...new Set([...meta('article:section'), ...[said.articleSection].flat().flatMap(text)])],
    tags: [
      ...new Set([
        ...meta('article:tag'),
        ...keywordsOf(said.keywords),
        ...all.filter((each) => relOf(each).includes('tag')).map(textOf),
      ]),
    ].filter(Boolean),
    ...(src && { image: src }),
    ...(canonical && { canonical }),
    ...(shortlink && { shortlink }),
    ...(own && { language: own }),
    ...(siteName && { siteName }),
    noindex: meta('robots').some((each) => /noindex/i.test(each)),
    isList: articles > 1 && !('tagName' in main && (main as Element).tagName === 'article'),
  };
}

function parentLink(all: readonly Element[], headline: Element): Element | undefined {
  return all.find((each) => each.tagName === 'a' && each.children.includes(headline));
}

function relOf(each: Element): string[] {
  return each.tagName === 'a' ? attribute(each, 'rel').split(/\s+/) : [];
}

type Said = Record<string, unknown>;

/** What JSON-LD says of an article; empty if it says nothing. */
function articleIn(all: readonly Element[]): Said {
  for (const each of all) {
    if (each.tagName !== 'script' || attribute(each, 'type') !== 'application/ld+json') continue;
    const found = [parsed(textOf(each))]
      .flat()
      .flatMap((one) => (isRecord(one) && Array.isArray(one['@graph']) ? one['@graph'] : [one]))
      .find(
        (one) =>
          isRecord(one) &&
          [one['@type']].flat().some((type) => /(?:Article|Posting|Report|Review)$/.test(String(type))),
      );
    if (isRecord(found)) return found;
  }
  return {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // half a script says nothing
  }
}

/** One text with commas, or a list. */
function keywordsOf(said: unknown): string[] {
  return [said]
    .flat()
    .flatMap((each) => (typeof each === 'string' ? each.split(',') : []))
    .map((each) => each.trim())
    .filter(Boolean);
}

function authorsOf(
  root: Root,
  said: Said,
  metas: readonly string[],
): Pick<PageFacts, 'authors' | 'byline' | 'headAuthors'> {
  const ofScript = [said.author]
    .flat()
    .flatMap((each) => (isRecord(each) ? [each.name] : [each]))
    .flat()
    .filter((name): name is string => typeof name === 'string');
  const clean = (names: readonly string[]) => [
    ...new Set(names.map((name) => name.trim()).filter((name) => name !== '' && !/^https?:/.test(name))),
  ];
  const { marked, called } = bylineOf(root);
  const [authors = []] = [ofScript, marked].map(clean).filter((each) => each.length > 0);
  return { authors, byline: called, headAuthors: clean(metas.flatMap((each) => each.split(/\s*[,;]\s*/))) };
}
