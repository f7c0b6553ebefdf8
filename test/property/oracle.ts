/**
 * What the site must be, worked out the plain way: all files parsed, lists filtered and sorted in
 * memory, every route asked. Shares with the product how files are parsed, what records and props are
 * and the layouts, and nothing of the catalog, the queries, the plan or the renderer's bookkeeping.
 */
import { layouts } from '../../layouts/layouts.tsx';
import { wordLanguages } from '../../layouts/words.ts';
import { type Article, parseArticle } from '../../src/content/article.ts';
import { type Author, parseAuthor } from '../../src/content/author.ts';
import { emptyFront, type Front, parseFront } from '../../src/content/front.ts';
import { plainText, splitFrontMatter } from '../../src/content/front-matter.ts';
import { readLink, writtenLink } from '../../src/content/links.ts';
import { renderBody } from '../../src/content/markdown/body.ts';
import type { PicturePlace } from '../../src/content/markdown/picture-html.ts';
import { type Page, parsePage, parseTopic, type Topic } from '../../src/content/page.ts';
import { contentPath } from '../../src/content/paths.ts';
import { pictureName } from '../../src/content/picture-names.ts';
import { type PictureFile, pictureSource } from '../../src/content/pictures.ts';
import {
  fullArticleOf,
  type Headline,
  headlineOf,
  type Joins,
  picturePath,
  picturesOf,
  teaserOf,
  topicOf,
} from '../../src/content/records.ts';
import { parseSite, type Site } from '../../src/content/site.ts';
import { articleUrl } from '../../src/content/urls.ts';
import type { Answer, Body, BodyFor, Count, Depth, Queries } from '../../src/queries/queries.ts';
import { variantName } from '../../src/render/picture-maker.ts';
import type { Place } from '../../src/routes/kind.ts';
import { kinds } from '../../src/routes/kinds.ts';
import type { PictureProps } from '../../src/routes/picture.ts';
import { blobId } from '../../src/source/blob-id.ts';
import { labelPictures } from '../support/pictures.ts';
import { bucketsAt, remembered } from './remembered.ts';

export type Files = ReadonlyMap<string, string | Uint8Array>;

/** All pictures of the newsrooms that are tried are as large as this. */
const pictureSize = { width: 8, height: 6 };

/** Every file of the site, by path below the output folder. The content must have no Problems. */
export async function siteOf(files: Files, now: number): Promise<Map<string, string>> {
  const newsroom = readNewsroom(files, now);
  const places = [...placesOf(newsroom), ...kinds.flatMap((kind) => kind.always?.(newsroom.site) ?? [])];
  const routes = new Map<string, { kind: (typeof kinds)[number]; place: Place }>();
  for (const kind of kinds) {
    for (const place of places) {
      const urls = [kind.url(place, newsroom.site) ?? []].flat();
      const isThere =
        newsroom.hasPlace(place) ||
        kind.always?.(newsroom.site).some((each) => each.scope === place.scope && each.bucket === place.bucket);
      if (isThere) for (const url of urls) routes.set(url, { kind, place });
    }
  }
  const queries = new PlainQueries(newsroom, new Set(routes.keys()));
  const built = new Map<string, string>();
  for (const [url, { kind, place }] of routes)
    built.set(
      decodeURIComponent(url).replace(/\/$/, '/index.html').slice(1),
      await contentOf(newsroom, queries, kind, place, url),
    );
  return built;
}

async function contentOf(
  newsroom: PlainNewsroom,
  queries: PlainQueries,
  kind: (typeof kinds)[number],
  place: Place,
  url: string,
): Promise<string> {
  const props = kind.props(queries, place, newsroom.site, url);
  if (kind.name === 'picture') {
    const variant = props as PictureProps;
    const made = await labelPictures(bytesOf(newsroom.pictures.get(variant.blob) ?? ''), pictureSize.width);
    return Buffer.from(made.get(variantName(variant)) ?? '').toString('latin1');
  }
  return remembered(JSON.stringify([kind.name, props, newsroom.site]), () => {
    const text = layouts[kind.name as keyof typeof layouts](props as never, newsroom.site);
    return Buffer.from(text).toString('latin1');
  });
}

/** Whatever the case and the composition of a name. */
const plain = (name: string) => name.normalize('NFD').toUpperCase();

function pictureIn(newsroom: PlainNewsroom, path: string): PictureFile {
  const file = newsroom.blobs.get(plain(path));
  if (!file) throw new Error(`The oracle knows no picture ${path}`);
  return file;
}

function placeOfPicture(newsroom: PlainNewsroom, path: string): string {
  return `picture:${pictureName(path)}:${pictureIn(newsroom, path).blob}:${pictureSize.width}x${pictureSize.height}`;
}

type PlainNewsroom = {
  site: Site;
  files: Files;
  authors: Map<string, Author>;
  undated: Map<string, Page | Topic>;
  front: Front;
  now: number;
  /** Public now, newest first, then by path. */
  articles: Article[];
  withdrawn: Article[];
  pictures: Map<string, string | Uint8Array>;
  blobs: Map<string, PictureFile>;
  hasPlace(place: Place): boolean;
};

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

function readNewsroom(files: Files, now: number): PlainNewsroom {
  const site = parseSite(plainText(bytesOf(files.get('site.yaml') ?? '')), 'site.yaml', wordLanguages).site;
  if (!site) throw new Error('The oracle was given a site.yaml with problems');
  const newsroom: PlainNewsroom = {
    site,
    files,
    authors: new Map(),
    undated: new Map(),
    front: emptyFront,
    now,
    articles: [],
    withdrawn: [],
    pictures: new Map(),
    blobs: new Map(),
    hasPlace: () => true,
  };
  for (const [path, content] of files) {
    const kind = contentPath(path, 0o100644);
    if (!kind || 'code' in kind) continue;
    const bytes = bytesOf(content);
    if (kind.kind === 'author') newsroom.authors.set(kind.id, parseAuthor(bytes, kind).value as Author);
    if (kind.kind === 'topic') newsroom.undated.set(path, parseTopic(bytes, kind, site).value as Topic);
    if (kind.kind === 'page') newsroom.undated.set(path, parsePage(bytes, kind, site).value as Page);
    if (kind.kind === 'front') newsroom.front = parseFront(bytes, path, site).value as Front;
    if (kind.kind === 'picture') {
      newsroom.blobs.set(plain(path), { blob: blobId(bytes), ...pictureSize });
      newsroom.pictures.set(blobId(bytes), content);
    }
    if (kind.kind !== 'article') continue;
    const article = parseArticle(bytes, kind, site).value as Article;
    if (article.draft || article.at > now) continue;
    (article.withdrawn ? newsroom.withdrawn : newsroom.articles).push(article);
  }
  newsroom.articles.sort((a, b) => b.at - a.at || (a.path < b.path ? -1 : 1));
  newsroom.hasPlace = (place) => countIn(newsroom, place) > 0;
  return newsroom;
}

/** The number of public articles, or things they make, at a place. */
function countIn(newsroom: PlainNewsroom, { scope, bucket }: Place): number {
  const { site, articles } = newsroom;
  const [of = '', ...rest] = scope.split(':');
  if (of === 'page')
    return newsroom.undated.has(`pages/${rest[0]}${rest[1] === site.languages[0] ? '' : `.${rest[1]}`}.md`) ? 1 : 0;
  if (of === 'withdrawn')
    return newsroom.withdrawn.some((each) => each.story === rest[0] && each.language === rest[1]) ? 1 : 0;
  if (of === 'article') return articles.some((each) => each.story === rest[0] && each.language === rest[1]) ? 1 : 0;
  if (of === 'redirect') return told(newsroom).some((each) => each.redirectFrom.includes(rest.join(':'))) ? 1 : 0;
  if (of === 'picture')
    return articles.some((each) => picturesOf(each).some((path) => placeOfPicture(newsroom, path) === scope)) ? 1 : 0;
  return entriesOf(newsroom, scope).filter(({ at }) => bucket === 0 || bucketsAt(at, site).includes(bucket)).length;
}

/** Stories that readers know of: they may be withdrawn. */
function told({ articles, withdrawn }: PlainNewsroom): Article[] {
  return [...articles, ...withdrawn];
}

/** One article in one listing, at its instant there: a correction is listed by its own. */
type Entry = { article: Article; at: number };

function entriesOf({ articles, now }: PlainNewsroom, scope: string): Entry[] {
  const [of = '', id = '', language = id] = scope.split(':');
  const listed = articles.filter((each) => {
    if (of === 'every') return true;
    if (of === 'recent') return each.at > now - 48 * 3600;
    if (each.language !== language) return false;
    if (of === 'all') return true;
    if (of === 'section') return each.section === id;
    if (of === 'topic') return each.topics.includes(id);
    if (of === 'opinion') return each.type === 'opinion';
    if (of === 'corrections') return each.corrections.length > 0;
    return of === 'author' && each.authors.includes(id);
  });
  const entries = listed.flatMap((article) => instantsIn(article, scope).map((at) => ({ article, at })));
  return entries.sort((a, b) => b.at - a.at || (a.article.path < b.article.path ? -1 : 1));
}

function listOf(newsroom: PlainNewsroom, scope: string): Article[] {
  return entriesOf(newsroom, scope).map(({ article }) => article);
}

function instantsIn({ at, corrections }: Article, scope: string): number[] {
  return scope.startsWith('corrections:') ? [...new Set(corrections.map((each) => each.at))] : [at];
}

/** Every place that anything public could make; kinds decide which of them have a URL. */
function placesOf(newsroom: PlainNewsroom): Place[] {
  const places = new Map<string, Place>();
  const add = (scope: string, bucket = 0) => places.set(`${scope}@${bucket}`, { scope, bucket });
  for (const article of newsroom.articles) {
    const { language, story } = article;
    const scopes = [
      'every',
      `all:${language}`,
      `section:${article.section}:${language}`,
      ...article.topics.map((id) => `topic:${id}:${language}`),
      ...article.authors.map((id) => `author:${id}:${language}`),
      ...(article.corrections.length > 0 ? [`corrections:${language}`] : []),
    ];
    for (const scope of scopes)
      for (const at of instantsIn(article, scope))
        for (const bucket of [0, ...bucketsAt(at, newsroom.site)]) add(scope, bucket);
    add(`article:${story}:${language}`);
    for (const path of picturesOf(article)) add(placeOfPicture(newsroom, path));
  }
  for (const { redirectFrom } of told(newsroom)) for (const from of redirectFrom) add(`redirect:${from}`);
  for (const { story, language } of newsroom.withdrawn) add(`withdrawn:${story}:${language}`);
  for (const [path, page] of newsroom.undated) if (path.startsWith('pages/')) add(`page:${page.id}:${page.language}`);
  return [...places.values()];
}

class PlainQueries implements Queries {
  readonly #newsroom: PlainNewsroom;
  readonly #urls: ReadonlySet<string>;

  constructor(newsroom: PlainNewsroom, urls: ReadonlySet<string>) {
    this.#newsroom = newsroom;
    this.#urls = urls;
  }

  get #joins(): Joins {
    const { authors, undated, articles, blobs, site } = this.#newsroom;
    return {
      author: (id) => authors.get(id),
      topic: (id, language) =>
        (undated.get(`topics/${id}${language === site.languages[0] ? '' : `.${language}`}.md`) ??
          undated.get(`topics/${id}.md`)) as Topic | undefined,
      languages: (story) =>
        site.languages.filter((language) =>
          articles.some((each) => each.story === story && each.language === language),
        ),
      picture: (path) => blobs.get(plain(path)),
    };
  }

  #answer<D extends Depth>(article: Article, depth: D): Answer<D> {
    const { site } = this.#newsroom;
    if (depth === 'ids') return { story: article.story, language: article.language } as Answer<D>;
    if (depth === 'headline') return headlineOf(article, site) as Answer<D>;
    return (
      depth === 'teaser' ? teaserOf(article, site, this.#joins) : fullArticleOf(article, site, this.#joins)
    ) as Answer<D>;
  }

  newest<D extends Depth>(scope: string, limit: number, depth: D): Answer<D>[] {
    return listOf(this.#newsroom, scope)
      .slice(0, limit)
      .map((each) => this.#answer(each, depth));
  }

  newestWithBodies: Queries['newestWithBodies'] = (scope, limit, body) =>
    listOf(this.#newsroom, scope)
      .slice(0, limit)
      .map((each) => {
        const story = fullArticleOf(each, this.#newsroom.site, this.#joins);
        return { ...story, body: this.#articleBody(each, body(story)) };
      });

  between<D extends Depth>(scope: string, from: number, to: number, depth: D): Answer<D>[] {
    return entriesOf(this.#newsroom, scope)
      .filter(({ at }) => at >= from && at <= to)
      .map(({ article }) => this.#answer(article, depth));
  }

  #neighbour(scope: string, than: Headline, step: -1): Headline | undefined {
    const list = listOf(this.#newsroom, scope);
    const own = list.findIndex((each) => each.story === than.story && each.language === than.language);
    const found = list[own + step];
    return found && headlineOf(found, this.#newsroom.site);
  }

  older: Queries['older'] = (scope, than, limit) => {
    const list = listOf(this.#newsroom, scope);
    const own = list.findIndex((each) => each.story === than.story && each.language === than.language);
    return list.slice(own + 1, own + 1 + limit).map((each) => headlineOf(each, this.#newsroom.site));
  };

  later = (scope: string, than: Headline) => this.#neighbour(scope, than, -1);
  exists = (url: string) => this.#urls.has(url);

  counts(scope: string, from: number, to: number): Count[] {
    const tally = new Map<number, number>();
    for (const { at } of entriesOf(this.#newsroom, scope)) {
      for (const bucket of bucketsAt(at, this.#newsroom.site))
        if (bucket >= from && bucket <= to) tally.set(bucket, (tally.get(bucket) ?? 0) + 1);
    }
    return [...tally].sort(([a], [b]) => a - b).map(([bucket, n]) => ({ bucket, n }));
  }

  buckets = (scope: string, from: number, to: number) => this.counts(scope, from, to).map(({ bucket }) => bucket);
  count = (scope: string, bucket: number) => countIn(this.#newsroom, { scope, bucket });

  #find(story: string, language: string): Article | undefined {
    return this.#newsroom.articles.find((each) => each.story === story && each.language === language);
  }

  article: Queries['article'] = (story, language, body) => {
    const article = this.#find(story, language);
    return (
      article && { ...fullArticleOf(article, this.#newsroom.site, this.#joins), body: this.#articleBody(article, body) }
    );
  };

  teaser: Queries['teaser'] = (story, language) => {
    const article = this.#find(story, language);
    return article && teaserOf(article, this.#newsroom.site, this.#joins);
  };

  withdrawn: Queries['withdrawn'] = (story, language) =>
    this.#newsroom.withdrawn.find((each) => each.story === story && each.language === language)?.withdrawn;
  author: Queries['author'] = (id) => this.#newsroom.authors.get(id);
  front: Queries['front'] = () => {
    const { front, now } = this.#newsroom;
    const stories = (picks: Front['picks']) =>
      picks.filter(({ until }) => (until ?? Number.POSITIVE_INFINITY) > now).map(({ story }) => story);
    return { lead: stories(front.lead ? [front.lead] : [])[0], picks: stories(front.picks), sections: front.sections };
  };

  topic: Queries['topic'] = (id, language) => {
    const { site, undated } = this.#newsroom;
    const named = topicOf(id, language, site, this.#joins);
    const own = undated.get(`topics/${id}${language === site.languages[0] ? '' : `.${language}`}.md`);
    return own && own.outline.words > 0
      ? { ...named, introduction: this.#body(own.path, {}, { page: '', root: '' }) }
      : named;
  };

  topicName: Queries['topicName'] = (id, language) => topicOf(id, language, this.#newsroom.site, this.#joins).name;

  names: Queries['names'] = (of, language) => {
    const all = this.#newsroom.articles.filter((each) => each.language === language);
    return [...new Set(all.flatMap((each) => (of === 'topic' ? each.topics : each.authors)))].sort();
  };

  page: Queries['page'] = (id, language) => {
    const page = this.#newsroom.undated.get(
      `pages/${id}${language === this.#newsroom.site.languages[0] ? '' : `.${language}`}.md`,
    ) as Page | undefined;
    return (
      page && {
        id,
        language,
        title: page.title,
        summary: page.summary,
        body: this.#body(page.path, {}, { page: '', root: '' }),
      }
    );
  };

  redirect: Queries['redirect'] = (from) => {
    const article = told(this.#newsroom).find((each) => each.redirectFrom.includes(from));
    return article && articleUrl(article.story, article.language, this.#newsroom.site);
  };

  #articleBody(article: Article, body: BodyFor): Body {
    const pictures = article.outline.pictures.map((written) => {
      const path = picturePath(article, written);
      return [written, { ...pictureSource(pictureName(path), pictureIn(this.#newsroom, path)), root: body.root }];
    });
    return this.#body(article.path, Object.fromEntries(pictures), body);
  }

  #body(path: string, pictures: Record<string, PicturePlace>, { page, root }: BodyFor): Body {
    const split = splitFrontMatter(plainText(bytesOf(this.#newsroom.files.get(path) ?? '')), path);
    const text = 'body' in split ? split.body : '';
    const html = renderBody(text, {
      page,
      picture: (written) => pictures[written],
      link: (href) => this.#link(href, root),
    });
    return { path, blob: '', links: {}, pictures: {}, page, html };
  }

  #link(href: string, root: string): string | undefined {
    if (!href.startsWith('/')) return href;
    const target = readLink(href, this.#newsroom.site);
    return this.#urls.has(target.url) ? root + writtenLink(href, target) : undefined;
  }
}
