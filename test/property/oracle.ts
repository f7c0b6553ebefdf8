import { sayIn } from '../../layouts/block-words.ts';
import type { Article } from '../../src/content/article.ts';
import { plainText, splitFrontMatter } from '../../src/content/front-matter.ts';
import { pathOnSite, readLink, writtenLink } from '../../src/content/links.ts';
import { renderBody } from '../../src/content/markdown/body.ts';
import type { PicturePlace } from '../../src/content/markdown/picture-html.ts';
import type { Page, Topic } from '../../src/content/page.ts';
import { picturePath } from '../../src/content/picture-names.ts';
import { pictureSource } from '../../src/content/pictures.ts';
import { fullArticleOf, headlineOf, type Joins, teaserOf, topicOf } from '../../src/content/records.ts';
import { type Scope, scopeName } from '../../src/content/scopes.ts';
import { sponsoredRel } from '../../src/content/sponsored.ts';
import { articleUrl } from '../../src/content/urls.ts';
import type { Answer, Body, BodyFor, Count, Depth, Entry, Notices, Queries } from '../../src/queries/queries.ts';
import type { Kind, Place } from '../../src/routes/kind.ts';
import type { LayoutName } from '../../src/routes/kinds.ts';
import { kindsByName } from '../../src/routes/rules.ts';
import { render } from '../support/render-directly.ts';
import { type MadeUpLayouts, withShown } from './made-up-layouts.ts';
import { bytesOfKind } from './plain-bytes.ts';
import { endedRoutes, formerAddresses, goneNoticeOf, ledFrom, noticeOf, type Route } from './plain-histories.ts';
import { idsIn, letterPlaces, lettersIn, namesOf } from './plain-index.ts';
import {
  bytesOf,
  chosenIn,
  countIn,
  documentIn,
  entriesOf,
  type Files,
  listingAt,
  listOf,
  type PlainNewsroom,
  placesOf,
  plain,
  readNewsroom,
  shownPicture,
  shownPortrait,
} from './plain-newsroom.ts';
import { entriesIn, isLast, isLong, pagesOf } from './plain-periods.ts';
import { plainFoundStories, plainShard, plainSizes, searchPlaces } from './plain-search.ts';
import { smallBounds } from './small-bounds.ts';

export type { Files } from './plain-newsroom.ts';

/** Every file of the site, by path below the output folder. The content must have no Problems. */
export async function siteOf(files: Files, now: number, layouts: MadeUpLayouts): Promise<Map<string, string>> {
  const newsroom = readNewsroom(files, now);
  const kinds = [...kindsByName().values()];
  const ofLetters = letterPlaces(newsroom, joinsOf(newsroom));
  const ofSearch = searchPlaces(newsroom);
  const places = [
    ...placesOf(newsroom),
    ...ofLetters,
    ...ofSearch,
    ...kinds.flatMap((kind) => kind.always?.(newsroom.site) ?? []),
  ];
  const routes = new Map<string, Route>();
  for (const kind of kinds)
    for (const place of places) {
      const urls = [kind.url(place, newsroom.site) ?? []].flat();
      const isThere =
        ofLetters.includes(place) ||
        ofSearch.includes(place) ||
        newsroom.hasPlace(place) ||
        kind.always?.(newsroom.site).some((each) => isSame(each, place));
      if (isThere) for (const url of urls) routes.set(url, { kind, place });
    }
  for (const [url, { kind, place }] of [...routes])
    for (const former of formerAddresses(newsroom, url, place))
      routes.set(former, { kind: /\/feed\.[a-z]+$/.test(url) ? kind : (kindsByName().get('redirect') as Kind), place });
  const there = new Set(routes.keys());
  for (const [url, route] of endedRoutes(newsroom, there)) routes.set(url, route);
  const answering = [...routes].flatMap(([url, { kind }]) => (kind.name === 'gone' ? [] : url));
  const queries = new PlainQueries(newsroom, new Set(answering));
  const built = new Map<string, string>();
  for (const [url, { kind, place }] of routes)
    built.set(
      decodeURIComponent(url).replace(/\/$/, '/index.html').slice(1),
      await contentOf(newsroom, queries, { kind, place, url, layouts }),
    );
  return built;
}

function isSame(one: Place, other: Place): boolean {
  return scopeName(one.scope) === scopeName(other.scope) && one.bucket === other.bucket;
}

async function contentOf(
  newsroom: PlainNewsroom,
  queries: PlainQueries,
  { kind, place, url, layouts }: Route & { url: string; layouts: MadeUpLayouts },
): Promise<string> {
  const props = kind.props(queries, place, newsroom.site, url);
  const bytes = await bytesOfKind(newsroom, { kind, place, url, props });
  if (bytes) return Buffer.from(bytes).toString('latin1');
  const text = render(kind.name as LayoutName, props, newsroom.site);
  return Buffer.from(withShown(text, kind.name, layouts)).toString('latin1');
}

function joinsOf(newsroom: PlainNewsroom): Joins {
  const { authors, undated, articles, documents, site } = newsroom;
  return {
    author: (id) => authors.get(id),
    topic: (id, language) =>
      (undated.get(`topics/${id}${language === site.languages[0] ? '' : `.${language}`}.md`) ??
        undated.get(`topics/${id}.md`)) as Topic | undefined,
    languages: (story) =>
      site.languages.flatMap((language) => {
        const own = articles.find((each) => each.story === story && each.language === language);
        const isAlone = articles.filter((each) => each.story === story).length === 1;
        if (!own) return [];
        const isHidden = own.canonical !== undefined || own.noindex;
        return isHidden && !isAlone ? [{ language, isForSearch: false as const }] : [{ language }];
      }),
    picture: (path) => shownPicture(newsroom, path),
    document: (path) => documents.get(plain(path)),
  };
}

type PlainFiles = { pictures: Record<string, PicturePlace>; documents: Body['documents']; isSponsored?: true };

class PlainQueries implements Queries {
  readonly #newsroom: PlainNewsroom;
  readonly #urls: ReadonlySet<string>;

  constructor(newsroom: PlainNewsroom, urls: ReadonlySet<string>) {
    this.#newsroom = newsroom;
    this.#urls = urls;
  }

  get #joins(): Joins {
    return joinsOf(this.#newsroom);
  }

  #answer<D extends Depth>(article: Article, depth: D): Answer<D> {
    const { site } = this.#newsroom;
    if (depth === 'ids') return { story: article.story, language: article.language } as Answer<D>;
    if (depth === 'headline') return headlineOf(article, site) as Answer<D>;
    return (
      depth === 'teaser' ? teaserOf(article, site, this.#joins) : fullArticleOf(article, site, this.#joins)
    ) as Answer<D>;
  }

  newest<D extends Depth>(scope: Scope, limit: number, depth: D): Answer<D>[] {
    return listOf(this.#newsroom, scope)
      .slice(0, limit)
      .map((each) => this.#answer(each, depth));
  }

  newestAt = (scope: Scope) => entriesOf(this.#newsroom, scope)[0]?.at;

  oldest<D extends Depth>(scope: Scope, limit: number, depth: D): Answer<D>[] {
    return listOf(this.#newsroom, scope)
      .slice(-limit)
      .reverse()
      .map((each) => this.#answer(each, depth));
  }

  newestWithBodies: Queries['newestWithBodies'] = (scope, limit, body) =>
    listOf(this.#newsroom, scope)
      .slice(0, limit)
      .map((each) => {
        const story = fullArticleOf(each, this.#newsroom.site, this.#joins);
        return { ...story, body: this.#articleBody(each, body(story)) };
      });

  between<D extends Depth>(scope: Scope, from: number, to: number, depth: D): Answer<D>[] {
    return entriesOf(this.#newsroom, scope)
      .filter(({ at }) => at >= from && at <= to)
      .map(({ article }) => this.#answer(article, depth));
  }

  later: Queries['later'] = (scope, than) => {
    const list = listOf(this.#newsroom, scope);
    const own = list.findIndex((each) => each.story === than.story && each.language === than.language);
    const found = list[own - 1];
    return found && headlineOf(found, this.#newsroom.site);
  };

  older: Queries['older'] = (scope, than, limit) => {
    const list = listOf(this.#newsroom, scope);
    const own = list.findIndex((each) => each.story === than.story && each.language === than.language);
    return list.slice(own + 1, own + 1 + limit).map((each) => headlineOf(each, this.#newsroom.site));
  };

  exists = (url: string) => this.#urls.has(url);

  inPeriod<D extends Depth>(scope: Scope, bucket: number, depth: D): Entry<D>[] {
    return entriesIn(listingAt(this.#newsroom, scope), bucket).map(({ article, at }) => ({
      at,
      story: this.#answer(article, depth),
    }));
  }

  isTooLong = (scope: Scope, bucket: number) => isLong(listingAt(this.#newsroom, scope), bucket);
  isFew = (scope: Scope, bucket: number) => countIn(this.#newsroom, { scope, bucket }) < 3;
  isNewest = (scope: Scope, bucket: number) => isLast(listingAt(this.#newsroom, scope), bucket);

  counts(scope: Scope, from: number, to: number): Count[] {
    const pages = pagesOf(listingAt(this.#newsroom, scope)).filter((bucket) => bucket >= from && bucket <= to);
    return pages.map((bucket) => ({ bucket, n: countIn(this.#newsroom, { scope, bucket }) }));
  }

  buckets: Queries['buckets'] = (...asked) => this.counts(...asked).map(({ bucket }) => bucket);
  count = (scope: Scope, bucket: number) => countIn(this.#newsroom, { scope, bucket });

  #find(story: string, language: string): Article | undefined {
    return this.#newsroom.articles.find((each) => each.story === story && each.language === language);
  }

  article: Queries['article'] = (story, language, body) => {
    const article = this.#find(story, language);
    const full = article && fullArticleOf(article, this.#newsroom.site, this.#joins);
    return full && { ...full, body: this.#articleBody(article, body) };
  };

  #seenAs<Seen>(of: (...all: Parameters<typeof fullArticleOf>) => Seen, ...[story, language]: [string, string]) {
    const article = this.#find(story, language);
    return article && of(article, this.#newsroom.site, this.#joins);
  }

  teaser: Queries['teaser'] = (story, language) => this.#seenAs(teaserOf, story, language);
  full: Queries['full'] = (story, language) => this.#seenAs(fullArticleOf, story, language);

  withdrawn: Queries['withdrawn'] = (story, language) => {
    const article = this.#newsroom.withdrawn.find((each) => each.story === story && each.language === language);
    return article && noticeOf(article);
  };
  withdrawals: Queries['withdrawals'] = (scope, limit) => {
    const { site, now, withdrawn: all } = this.#newsroom;
    const noticed = all.filter(({ at, withdrawn }) => {
      const end = withdrawn?.at ?? 0;
      return at < end && now < end + 30 * 86400;
    });
    const listed = entriesOf({ ...this.#newsroom, articles: noticed }, scope).map(({ article }) => article);
    listed.sort((a, b) => (b.withdrawn?.at ?? 0) - (a.withdrawn?.at ?? 0) || (a.path < b.path ? -1 : 1));
    return listed.slice(0, limit).map((article) => {
      const { at, story, language, id } = article;
      const url = articleUrl(story, language, site);
      return { id: `https://courier.example${id ?? url}`, url, at, withdrawn: noticeOf(article) };
    });
  };
  notices: Queries['notices'] = (carrier) => {
    const places = {
      story: 'top after-story footer',
      'front-page': 'top front footer',
      'section-front': 'top section footer',
    };
    const { notices, now } = this.#newsroom;
    const carried: Notices = {};
    for (const notice of notices) {
      const { slot, sections, title, from, until, language, outline } = notice;
      if (now < from || now >= until || language !== carrier.language) continue;
      if (!(carrier.is === 'other-front' ? 'top footer' : places[carrier.is]).split(' ').includes(slot)) continue;
      if (sections.length > 0 && !('section' in carrier && sections.includes(carrier.section))) continue;
      if (carrier.is === 'story' && (carrier.at < from - 30 * 86400 || carrier.at >= until)) continue;
      const body = this.#body(notice, outline.links, { page: '', root: '' });
      carried[slot] = [...(carried[slot] ?? []), title === undefined ? { body } : { title, body }];
    }
    return carried;
  };

  author: Queries['author'] = (id) => this.#newsroom.authors.get(id);
  portrait: Queries['portrait'] = (id, language) => shownPortrait(this.#newsroom, id, language);
  front: Queries['front'] = (section) => chosenIn(this.#newsroom, section);

  topic: Queries['topic'] = (id, language) => {
    const { site, undated } = this.#newsroom;
    const named = topicOf(id, language, site, this.#joins);
    const own = undated.get(`topics/${id}${language === site.languages[0] ? '' : `.${language}`}.md`);
    return own && own.outline.words > 0
      ? { ...named, introduction: this.#body(own, own.outline.links, { page: '', root: '' }) }
      : named;
  };

  topicName: Queries['topicName'] = (id, language) => topicOf(id, language, this.#newsroom.site, this.#joins).name;

  names: Queries['names'] = (of, language) => {
    if (of === 'page') {
      const pages = [...this.#newsroom.undated].filter(
        ([path, page]) => path.startsWith('pages/') && page.language === language,
      );
      return pages.map(([, { id }]) => id).sort();
    }
    return idsIn(this.#newsroom, of, language);
  };

  namesForSearch: Queries['namesForSearch'] = (of, language) =>
    this.names(of, language).filter((id) =>
      of === 'page' ? !this.page(id, language)?.noindex : !this.isFew({ of, language, id }, 0),
    );

  index: Queries['index'] = (of, language) => namesOf(this.#newsroom, of, language, this.#joins);
  letters: Queries['letters'] = (of, language) => lettersIn(this.index(of, language));
  indexUnder: Queries['indexUnder'] = (of, language, letter) =>
    this.index(of, language).filter((each) => each.letter === letter);

  shard: Queries['shard'] = (...asked) => plainShard(this.#newsroom, ...asked);
  searchIndexSize: Queries['searchIndexSize'] = (language) => plainSizes(this.#newsroom, language);
  foundStories: Queries['foundStories'] = (...asked) => plainFoundStories(this.#newsroom, ...asked);

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
        ...(page.noindex ? { noindex: true } : {}),
        body: this.#body(page, page.outline.links, { page: '', root: '' }),
      }
    );
  };

  redirect: Queries['redirect'] = (from) => {
    const { to, story } = ledFrom(this.#newsroom, from) ?? {};
    if (to === undefined) return undefined;
    return { to, ...(story && { story: fullArticleOf(story, this.#newsroom.site, this.#joins) }) };
  };
  gone: Queries['gone'] = (address) => goneNoticeOf(this.#newsroom, address);

  #articleBody(article: Article, body: BodyFor): Body {
    const pictures = article.outline.pictures.map((written) => {
      const path = picturePath(article, written);
      const file = shownPicture(this.#newsroom, path);
      const said = article.pictures.find((each) => plain(picturePath(article, each.file)) === plain(path));
      const own =
        article.image && plain(picturePath(article, article.image.file)) === plain(path) ? article.image : undefined;
      const focus = body.root === '' ? (said?.focus ?? own?.focus) : undefined;
      const isWide = body.root === '' && (said?.wide ?? own?.wide ?? article.type === 'feature');
      return [written, file && { ...pictureSource(file, focus), ...(isWide ? { isWide } : {}), root: body.root }];
    });
    const documents = article.outline.documents.map((written) => {
      const { path, bytes } = documentIn(this.#newsroom, article.story, written);
      const url = `${body.root}${encodeURI(path.slice('articles'.length))}`;
      return [written, article.outline.weighed.includes(written) ? { url, bytes } : { url }];
    });
    return this.#body(article, article.outline.links, body, {
      pictures: Object.fromEntries(pictures),
      documents: Object.fromEntries(documents),
      ...(article.sponsor ? { isSponsored: true } : {}),
    });
  }

  #body(
    { path, language }: { path: string; language: string },
    hrefs: string[],
    { page, root }: BodyFor,
    { pictures, documents, isSponsored }: PlainFiles = { pictures: {}, documents: {} },
  ): Body {
    const { site } = this.#newsroom;
    const { split } = splitFrontMatter(plainText(bytesOf(this.#newsroom.files.get(path) ?? '')), path);
    const text = split?.body ?? '';
    const links = Object.fromEntries(hrefs.map((href) => [href, this.#link(href, root) ?? null]));
    const rendered = renderBody(text, {
      page,
      picture: (written) => pictures[written],
      document: (written) => documents[written],
      frames: page === '' ? site.frames : [],
      say: sayIn(language, site),
      link: (href) => this.#link(href, root),
      ...(isSponsored ? { relOf: sponsoredRel(site) } : {}),
      ...(page === '' ? {} : { mostBytes: smallBounds.feedText }),
    });
    return {
      isRendered: true,
      ...{ path, language, text: '' },
      links,
      pictures: {},
      documents,
      page,
      ...(isSponsored ? { isSponsored } : {}),
      ...rendered,
    };
  }

  #link(href: string, root: string): string | undefined {
    const { site } = this.#newsroom;
    if (pathOnSite(href, site) === undefined) return href;
    const target = readLink(href, site);
    if (this.#urls.has(target.url)) return root + writtenLink(href, target, site);
    // A page of an archive that is not there, as what it would list is on a wider one.
    const [, front, period] = /^(.*?\/)(\d{4}\/\d{2}\/.*)$/.exec(target.kind === 'passing' ? target.url : '') ?? [];
    if (front === undefined || period === undefined) return undefined;
    const always = front.endsWith('/world/') || front.endsWith('/culture/') ? 2 : /^\/(ru\/)?$/.test(front) ? 3 : 1;
    const names = period.split('/').filter(Boolean);
    for (let length = names.length - 1; length >= always; length--) {
      const wider = `${front}${names.slice(0, length).join('/')}/`;
      if (this.#urls.has(wider)) return root + wider;
    }
    return undefined;
  }
}
