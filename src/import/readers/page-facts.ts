/** What a page of HTML says of itself: in its head, in JSON-LD, and by the elements of its text. */
import type { Element, Root } from 'hast';
import { pageParts } from '../text/page-parts.ts';
import { attribute, elementsIn, firstIn, textOf } from '../text/tree.ts';
import { isRecord } from './front-matter.ts';

export type PageFacts = {
  title: string;
  summary?: string;
  published?: string;
  updated?: string;
  authors: string[];
  sections: string[];
  tags: string[];
  image?: string;
  canonical?: string;
  siteName?: string;
  noindex: boolean;
  /** It shows several texts, and none of them is most of it. */
  isList: boolean;
};

export function pageFacts(root: Root): PageFacts {
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
  const times = [...elementsIn(main), ...all].filter(({ tagName }) => tagName === 'time');
  const marked = all.find((each) => /datePublished|dateCreated/.test(attribute(each, 'itemProp')));
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
    ...[marked, ...times].flatMap((each) =>
      each ? text(attribute(each, 'dateTime') || attribute(each, 'content')) : [],
    ),
  ];
  const [updated] = [...meta('article:modified_time', 'last-modified', 'datemodified'), ...text(said.dateModified)];
  const [summary] = meta('description', 'og:description', 'dc.description');
  const canonical = all.find((each) => each.tagName === 'link' && attribute(each, 'rel') === 'canonical');
  const image = Array.isArray(said.image) ? said.image[0] : said.image;
  const [src] = text(isRecord(image) ? image.url : image);
  return {
    title: headline
      ? textOf(headline)
      : (meta('og:title')[0] ?? ownPart(textOf(firstIn(root, 'title') ?? root), siteName)),
    ...(summary && { summary }),
    ...(published && { published }),
    ...(updated && { updated }),
    authors: authorsOf(said, meta('author', 'dc.creator', 'byl'), all),
    sections: [...new Set([...meta('article:section'), ...[said.articleSection].flat().flatMap(text)])],
    tags: [
      ...new Set([
        ...meta('article:tag'),
        ...keywordsOf(said.keywords),
        ...all.filter((each) => relOf(each).includes('tag')).map(textOf),
      ]),
    ].filter(Boolean),
    ...(src && { image: src }),
    ...(canonical && { canonical: attribute(canonical, 'href') }),
    ...(siteName && { siteName }),
    noindex: meta('robots').some((each) => /noindex/i.test(each)),
    isList: articles > 1 && !('tagName' in main && (main as Element).tagName === 'article'),
  };
}

/** The title without the name of the site behind it. */
function ownPart(title: string, siteName: string | undefined): string {
  const parts = title.split(/\s+(?:[|·•»«]|::|[-–—](?=\s))\s+/);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return title;
  const isName = siteName === undefined ? /\s(?:[|·•»«]|::)\s[^|·•»«]*$/.test(title) : last === siteName;
  return isName
    ? title
        .slice(0, title.lastIndexOf(last))
        .replace(/\s+\S{1,2}\s*$/, '')
        .trim()
    : title;
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

function authorsOf(said: Said, metas: readonly string[], all: readonly Element[]): string[] {
  const ofScript = [said.author]
    .flat()
    .flatMap((each) => (isRecord(each) ? [each.name] : [each]))
    .flat()
    .filter((name): name is string => typeof name === 'string');
  const marked = all
    .filter((each) => relOf(each).includes('author') || attribute(each, 'itemProp') === 'author')
    .map(textOf);
  const [found] = [ofScript, metas.flatMap((each) => each.split(/\s*[,;]\s*/)), marked].filter((each) =>
    each.some(Boolean),
  );
  return [...new Set(found?.map((name) => name.trim()).filter((name) => name !== '' && !/^https?:/.test(name)))];
}
