/** A newsroom the plain way: all files parsed, and its public articles as arrays that are filtered and sorted. */
import { type Article, parseArticle } from '../../src/content/article.ts';
import { type Author, parseAuthor } from '../../src/content/author.ts';
import type { DocumentFile } from '../../src/content/documents.ts';
import type { Ending } from '../../src/content/endings.ts';
import { parseFront } from '../../src/content/front.ts';
import { plainText } from '../../src/content/front-matter.ts';
import type { Front } from '../../src/content/front-picks.ts';
import { parseGone } from '../../src/content/gone.ts';
import { type Notice, parseNotice } from '../../src/content/notice.ts';
import { type Page, parsePage, parseTopic, type Topic } from '../../src/content/page.ts';
import { contentPath } from '../../src/content/paths.ts';
import { picturePath } from '../../src/content/picture-names.ts';
import type { PictureFile } from '../../src/content/pictures.ts';
import { type Portrait, portraitOf } from '../../src/content/portrait.ts';
import { picturesOf } from '../../src/content/records.ts';
import type { Scope } from '../../src/content/scopes.ts';
import type { StoryWords } from '../../src/content/search/vocabulary.ts';
import { parseSite, type Site } from '../../src/content/site.ts';
import type { Place } from '../../src/routes/kind.ts';
import { blobId } from '../../src/source/blob-id.ts';
import { wordingIn, wordLanguages } from '../support/words.ts';
import { allIn, isPage, type PlainEntry, type PlainListing, pagesOf } from './plain-periods.ts';

export type Files = ReadonlyMap<string, string | Uint8Array>;

/** All pictures of the newsrooms that are tried are as large as this. */
const pictureSize = { width: 320, height: 240 };

/** Whatever the case and the composition of a name. */
export const plain = (name: string) => name.normalize('NFD').toUpperCase();

/** Unless one of the story's files has a date for it, or for another with its bytes, that has passed. */
export function shownPicture(newsroom: PlainNewsroom, path: string): PictureFile | undefined {
  const file = newsroom.blobs.get(plain(path));
  const folder = plain(path.slice(0, path.lastIndexOf('/') + 1));
  const isOver = newsroom.limits.some(
    (limit) =>
      limit.at <= newsroom.now && limit.path.startsWith(folder) && newsroom.blobs.get(limit.path)?.blob === file?.blob,
  );
  return isOver ? undefined : file;
}

export function shownPortrait(newsroom: PlainNewsroom, id: string, language: string): Portrait | undefined {
  const author = newsroom.authors.get(id);
  const picture = (path: string) => shownPicture(newsroom, path);
  return author && portraitOf(author, { language, site: newsroom.site, picture });
}

/** The whole of each picture that it shows, and what is cut from the first. */
function placesOfPictures(newsroom: PlainNewsroom, article: Article): Scope[] {
  const place = (path: string, rest = ''): Scope[] => {
    const file = shownPicture(newsroom, path);
    const { width, height } = pictureSize;
    const id = `${file?.blob}:${width}x${height}${rest}`;
    return file ? [{ of: 'picture', language: '', id }] : [];
  };
  const { image } = article;
  const { x, y } = image?.focus ?? { x: 50, y: 50 };
  const cut = image && article.warning === undefined ? place(picturePath(article, image.file), `:${x},${y}`) : [];
  const portraits = article.authors.flatMap((id) => {
    const { portrait } = newsroom.authors.get(id) ?? {};
    return portrait ? place(`authors/${id}/${portrait.file}`) : [];
  });
  return [...picturesOf(article).flatMap((path) => place(path)), ...portraits, ...cut];
}

/** All is written in Latin or Cyrillic here, and cards have these letters. */
function hasCard(newsroom: PlainNewsroom, { story, image }: Article): boolean {
  const { cards } = newsroom.site;
  if (cards === undefined || story < cards.since.replaceAll('-', '/')) return false;
  return image === undefined || shownPicture(newsroom, picturePath({ story }, image.file)) === undefined;
}

/** The document that a story names, in the folder of that story. */
export function documentIn(newsroom: PlainNewsroom, story: string, written: string): DocumentFile {
  const name = written.slice(written.lastIndexOf('/') + 1);
  const file = newsroom.documents.get(plain(`articles/${story}/${name}`));
  if (!file) throw new Error(`The oracle knows no document ${name} of ${story}`);
  return file;
}

function documentPlaces(newsroom: PlainNewsroom, { story, outline }: Article): string[] {
  return outline.documents.map((written) => {
    const { blob, path } = documentIn(newsroom, story, written);
    return `${blob}:${path}`;
  });
}

export type PlainNewsroom = {
  site: Site;
  files: Files;
  authors: Map<string, Author>;
  undated: Map<string, Page | Topic>;
  notices: Notice[];
  front: Front;
  now: number;
  /** Public now, newest first, then by path. */
  articles: Article[];
  withdrawn: Article[];
  /** What each story is found by, by path. */
  words: Map<string, StoryWords>;
  pictures: Map<string, string | Uint8Array>;
  blobs: Map<string, PictureFile>;
  /** From when on which pictures may not be shown, as any file says it. */
  limits: { path: string; at: number }[];
  /** By their plain paths, as they are called. */
  documents: Map<string, DocumentFile>;
  publicFiles: Map<string, string>;
  /** Addresses that ended on purpose. */
  endings: Ending[];
  hasPlace(place: Place): boolean;
};

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

export function readNewsroom(files: Files, now: number): PlainNewsroom {
  const parsed = parseSite(plainText(bytesOf(files.get('site.yaml') ?? '')), 'site.yaml', wordLanguages).site;
  if (!parsed) throw new Error('The oracle was given a site.yaml with problems');
  const ownIcons = ['favicon.ico', 'apple-touch-icon.png', 'icon-512.png'] as const;
  const icons = { isDrawn: false, own: ownIcons.filter((name) => files.has(`../public/${name}`)) };
  const site = { ...parsed, wording: wordingIn(parsed.languages), icons };
  const newsroom: PlainNewsroom = {
    site,
    files,
    authors: new Map(),
    undated: new Map(),
    notices: [],
    front: { picks: [], sections: [], fronts: [] },
    now,
    articles: [],
    withdrawn: [],
    words: new Map(),
    pictures: new Map(),
    blobs: new Map(),
    limits: [],
    documents: new Map(),
    publicFiles: new Map(),
    endings: [],
    hasPlace: () => true,
  };
  const published: Article[] = [];
  for (const [path, content] of files) {
    const kind = contentPath(path, 0o100644);
    if (!kind || 'code' in kind) continue;
    const bytes = bytesOf(content);
    if (kind.kind === 'author') {
      const author = parseAuthor(bytes, kind, site).value as Author;
      newsroom.authors.set(kind.id, author);
      const { file, expires } = author.portrait ?? {};
      if (expires !== undefined) newsroom.limits.push({ path: plain(`authors/${kind.id}/${file}`), at: expires });
    }
    if (kind.kind === 'topic') newsroom.undated.set(path, parseTopic(bytes, kind, site).value as Topic);
    if (kind.kind === 'page') newsroom.undated.set(path, parsePage(bytes, kind, site).value as Page);
    if (kind.kind === 'notice') newsroom.notices.push(parseNotice(bytes, kind, site).value as Notice);
    if (kind.kind === 'front') newsroom.front = parseFront(bytes, path, site).value as Front;
    if (kind.kind === 'gone') newsroom.endings = parseGone(bytes, path, site).value?.endings ?? [];
    if (kind.kind === 'picture' || kind.kind === 'portrait') {
      newsroom.blobs.set(plain(path), { blob: blobId(bytes), ...pictureSize });
      newsroom.pictures.set(blobId(bytes), content);
    }
    if (kind.kind === 'document')
      newsroom.documents.set(plain(path), { path, blob: blobId(bytes), bytes: bytes.length });
    if (kind.kind === 'public-file') newsroom.publicFiles.set(path, blobId(bytes));
    if (kind.kind !== 'article') continue;
    const { value, words } = parseArticle(bytes, kind, site);
    const article = value as Article;
    if (words) newsroom.words.set(path, words);
    for (const { file, expires } of [article.image ?? [], article.pictures].flat())
      if (expires !== undefined) newsroom.limits.push({ path: plain(picturePath(article, file)), at: expires });
    if (!article.draft) published.push(article);
  }
  for (const article of published.filter(({ at }) => at <= now)) {
    const { updated, story } = article;
    const elsewhere = published.filter((each) => each.story === story && each.withdrawn?.allLanguages);
    const [first] = elsewhere.flatMap((each) => each.withdrawn ?? []).sort((a, b) => a.at - b.at);
    const withdrawn = article.withdrawn ?? first;
    if (withdrawn && now >= withdrawn.at) newsroom.withdrawn.push({ ...article, withdrawn });
    else
      newsroom.articles.push({
        ...article,
        updated: updated && now >= updated.at ? updated : undefined,
        corrections: article.corrections.filter((correction) => now >= correction.at),
        withdrawn: undefined,
      });
  }
  newsroom.notices.sort((a, b) => b.from - a.from || (a.path < b.path ? -1 : 1));
  newsroom.articles.sort((a, b) => b.at - a.at || (a.path < b.path ? -1 : 1));
  newsroom.hasPlace = (place) =>
    isListing(place.scope) ? isPage(listingAt(newsroom, place.scope), place.bucket) : countIn(newsroom, place) > 0;
  return newsroom;
}

/** The number of public articles, or things they make, at a place. */
export function countIn(newsroom: PlainNewsroom, { scope, bucket }: Place): number {
  const { site, articles } = newsroom;
  const { of, id, language } = scope;
  const isIt = (each: Article) => each.story === id && each.language === language;
  if (of === 'page')
    return newsroom.undated.has(`pages/${id}${language === site.languages[0] ? '' : `.${language}`}.md`) ? 1 : 0;
  if (of === 'withdrawn') return newsroom.withdrawn.some(isIt) ? 1 : 0;
  if (of === 'article') return articles.some(isIt) ? 1 : 0;
  if (of === 'social-card') return articles.some((each) => isIt(each) && hasCard(newsroom, each)) ? 1 : 0;
  if (of === 'redirect') return told(newsroom).some((each) => each.redirectFrom.includes(id)) ? 1 : 0;
  if (of === 'picture')
    return articles.some((each) => placesOfPictures(newsroom, each).some((place) => place.id === id)) ? 1 : 0;
  if (of === 'document') return articles.some((each) => documentPlaces(newsroom, each).includes(id)) ? 1 : 0;
  if (of === 'public-file') return [...newsroom.publicFiles].some(([path, blob]) => `${blob}:${path}` === id) ? 1 : 0;
  return allIn(listingAt(newsroom, scope), bucket).length;
}

/** Stories that readers know of: they may be withdrawn. */
export function told({ articles, withdrawn }: PlainNewsroom): Article[] {
  return [...articles, ...withdrawn];
}

export function listingAt(newsroom: PlainNewsroom, scope: Scope): PlainListing {
  return { of: scope.of, site: newsroom.site, entries: entriesOf(newsroom, scope) };
}

export function entriesOf({ articles, now }: PlainNewsroom, scope: Scope): PlainEntry[] {
  const { of, id, language } = scope;
  const listed = articles.filter((each) => {
    const isForSearch = each.canonical === undefined && !each.noindex;
    if (of === 'every') return isForSearch;
    if (of === 'changed') return isForSearch && each.story.startsWith(id.replace(/(?=..$)/, '/'));
    if (of === 'recent') return isForSearch && !each.sponsor && each.at > now - 48 * 3600;
    if (each.language !== language) return false;
    if (of === 'all') return true;
    if (of === 'section') return each.section === id;
    if (of === 'topic') return each.topics.includes(id);
    if (of === 'opinion') return each.type === 'opinion' && !each.sponsor;
    if (of === 'series') return each.series === id;
    if (of === 'thread') return each.thread === id;
    if (of === 'district') return each.own?.district === id;
    if (of === 'pair') return each.thread === undefined && !each.sponsor && isAboutBoth(each, id.split('+'));
    if (of === 'corrections') return each.corrections.length > 0;
    return of === 'author' && each.authors.includes(id);
  });
  const entries = listed.flatMap((article) => instantsIn(article, scope).map((at) => ({ article, at })));
  return entries.sort((a, b) => b.at - a.at || (a.article.path < b.article.path ? -1 : 1));
}

/** Among the first three topics of a story. */
function isAboutBoth({ topics }: Article, pair: readonly string[]): boolean {
  return pair.every((topic) => topics.indexOf(topic) >= 0 && topics.indexOf(topic) < 3);
}

export function listOf(newsroom: PlainNewsroom, scope: Scope): Article[] {
  return entriesOf(newsroom, scope).map(({ article }) => article);
}

function instantsIn({ at, updated, corrections }: Article, { of }: Scope): number[] {
  if (of === 'changed') return [Math.max(at, updated?.at ?? at, ...corrections.map((each) => each.at))];
  return of === 'corrections' ? [...new Set(corrections.map((each) => each.at))] : [at];
}

const single = ['article', 'social-card', 'withdrawn', 'page', 'redirect', 'picture', 'document', 'public-file'];

function isListing({ of }: Scope): boolean {
  return !single.includes(of);
}

/** Every place that anything public could make; kinds decide which of them have a URL. */
export function placesOf(newsroom: PlainNewsroom): Place[] {
  const places = new Map<string, Place>();
  const add = (scope: Scope, bucket = 0) => places.set(JSON.stringify([scope, bucket]), { scope, bucket });
  const of = (name: string, language: string, id = ''): Scope => ({ of: name, language, id });
  for (const article of newsroom.articles) {
    const { language, story } = article;
    const scopes = [
      ...(article.canonical === undefined && !article.noindex ? [of('every', '')] : []),
      ...(article.canonical === undefined && !article.noindex && !article.sponsor ? [of('recent', '')] : []),
      of('all', language),
      of('section', language, article.section),
      ...article.topics.map((id) => of('topic', language, id)),
      ...article.authors.map((id) => of('author', language, id)),
      ...(article.series === undefined ? [] : [of('series', language, article.series)]),
      ...(article.own === undefined ? [] : [of('district', language, String(article.own.district))]),
      ...(article.corrections.length > 0 ? [of('corrections', language)] : []),
    ];
    for (const scope of scopes) for (const bucket of pagesOf(listingAt(newsroom, scope))) add(scope, bucket);
    add(of('article', language, story));
    if (hasCard(newsroom, article)) add(of('social-card', language, story));
    for (const place of placesOfPictures(newsroom, article)) add(place);
    for (const id of documentPlaces(newsroom, article)) add(of('document', '', id));
  }
  for (const { redirectFrom } of told(newsroom)) for (const from of redirectFrom) add(of('redirect', '', from));
  for (const { story, language } of newsroom.withdrawn) add(of('withdrawn', language, story));
  for (const [path, page] of newsroom.undated) if (path.startsWith('pages/')) add(of('page', page.language, page.id));
  for (const [path, blob] of newsroom.publicFiles) add(of('public-file', '', `${blob}:${path}`));
  return [...places.values()];
}

/** What `front.yaml` puts on the front page, or on that of a section, and is still there. */
export function chosenIn({ front, now }: PlainNewsroom, section: string | undefined) {
  const none = { lead: undefined, picks: [] };
  const chosen = section === undefined ? front : (front.fronts.find((each) => each.section === section) ?? none);
  const stories = (picks: Front['picks']) =>
    picks.filter(({ until }) => (until ?? Number.POSITIVE_INFINITY) > now).map(({ story }) => story);
  const [lead] = stories(chosen.lead ? [chosen.lead] : []);
  return { lead, picks: stories(chosen.picks), sections: front.sections };
}
