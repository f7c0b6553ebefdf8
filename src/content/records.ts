/**
 * What others see of an article: the same story at three depths, each with everything joined in that
 * it shows of other records (names of authors and topics, its other languages). The article is given as it is now (`life.ts`). Pure, and used both to
 * tell how deep an article changed and to answer a query, so that the two cannot differ.
 */
import type { Article } from './article.ts';
import type { ArticleType } from './article-form.ts';
import type { Author } from './author.ts';
import { type Language, textIn } from './names.ts';
import { type OwnDepth, ownAt } from './own-fields.ts';
import type { Topic } from './page.ts';
import { pictureKey, pictureName } from './picture-names.ts';
import { type PictureFile, type PictureSource, pictureSource } from './pictures.ts';
import type { Site } from './site.ts';
import { type Moment, momentOf } from './times.ts';
import { articleUrl, authorUrl, topicUrl } from './urls.ts';

export type Named = { id: string; name: string; url: string };

export type Picture = PictureSource & { alt: string; caption?: string; credit?: string; license?: string };

/** Depth 1: what a list of headlines shows. */
export type Headline = Moment & {
  story: string;
  language: Language;
  url: string;
  title: string;
  section: string;
  type: ArticleType;
  /** What of a newsroom's own fields is seen at this depth, by key. */
  own?: Record<string, unknown>;
};

type BylineName = Named & { role?: string; isDesk?: true };

/** Depth 2: what a card shows. */
export type Teaser = Headline & {
  summary: string;
  byline: BylineName[];
  topics: Named[];
  place?: string;
  /** When it was last updated or corrected, if it was. */
  changed?: Moment;
  image?: Picture;
  /** Where the same story can be read in which language, this one among them, in the site's order. */
  languages: { language: Language; url: string }[];
};

/** Depth 3, without the body: what the article's own page and a full-text feed show. */
export type FullArticle = Teaser &
  Pick<Article, 'updated' | 'thread' | 'points' | 'corrections'> & {
    /** Without the address of one that is on the site itself and not public. */
    sources: { title: string; url?: string; publisher?: string }[];
    words: number;
  };

/** What an article is joined with; each of these changing re-derives the articles that refer to it. */
export type Joins = {
  author(id: string): Author | undefined;
  topic(id: string, language: Language): Topic | undefined;
  /** The languages in which the article's story is public. */
  languages(story: string): readonly Language[];
  /** A picture, by the key of its path below the content folder. */
  picture(path: string): PictureFile | undefined;
};

export function headlineOf(article: Article, site: Site): Headline {
  const { story, language, title, section, type } = article;
  return {
    ...{ story, language, url: articleUrl(story, language, site), title, ...momentOf(article), section, type },
    ...seenOwn(article, 'headline'),
  };
}

function seenOwn({ own }: Article, depth: OwnDepth): Pick<Headline, 'own'> {
  const seen = ownAt(own, depth);
  return seen ? { own: seen } : {};
}

export function teaserOf(article: Article, site: Site, joins: Joins): Teaser {
  const { language, story } = article;
  return {
    ...headlineOf(article, site),
    ...seenOwn(article, 'teaser'),
    summary: article.summary,
    byline: article.authors.map((id) => bylineName(id, language, site, joins)),
    topics: article.topics.map((id) => topicOf(id, language, site, joins)),
    place: article.place,
    changed: lastChange(article),
    image: leadPicture(article, site, joins),
    languages: joins.languages(story).map((each) => ({ language: each, url: articleUrl(story, each, site) })),
  };
}

/** The last update or correction, if it came after the story; of two at one instant the update. */
function lastChange({ at, updated, corrections }: Article): Moment | undefined {
  const changes = [...(updated ? [updated] : []), ...corrections];
  const last = Math.max(at, ...changes.map((each) => each.at));
  const changed = changes.find((each) => each.at === last);
  return changed && last > at ? momentOf(changed) : undefined;
}

export function fullArticleOf(article: Article, site: Site, joins: Joins): FullArticle {
  const { at, updated, thread, points, sources, corrections, outline } = article;
  const newestFirst = corrections.toSorted((a, b) => b.at - a.at);
  return {
    ...teaserOf(article, site, joins),
    ...seenOwn(article, 'full'),
    // Of a day alone that is the story's own, its date says as much.
    updated: updated?.isDay && updated.at <= at ? undefined : updated,
    thread,
    points,
    sources,
    corrections: newestFirst,
    words: outline.words,
  };
}

export function topicOf(id: string, language: Language, site: Site, joins: Pick<Joins, 'topic'>): Named {
  const written = joins.topic(id, language);
  return {
    id,
    name: written ? textIn(written.name, language, site.languages) : nameFromId(id),
    url: topicUrl(id, language, site),
  };
}

function bylineName(id: string, language: Language, site: Site, joins: Joins): BylineName {
  const author = joins.author(id);
  const name = author ? textIn(author.name, language, site.languages) : nameFromId(id);
  const role = author?.role && textIn(author.role, language, site.languages);
  const details = { ...(role ? { role } : {}), ...(author?.desk ? { isDesk: true as const } : {}) };
  return { id, name, url: authorUrl(id, language, site), ...details };
}

/** A topic needs no file: `united-nations` is then shown as “United nations”. */
export function nameFromId(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function leadPicture(article: Article, site: Site, joins: Joins): Picture | undefined {
  const { image, language } = article;
  const file = image && joins.picture(picturePath(article, image.file));
  if (!image || !file) return undefined;
  const words = (value: typeof image.caption) =>
    value === undefined ? undefined : textIn(value, language, site.languages);
  return {
    ...pictureSource(pictureName(image.file), file),
    alt: image.alt,
    caption: words(image.caption),
    credit: words(image.credit),
    license: image.license,
  };
}

/** The key of the path below the content folder of a picture that an article names: `name/file.jpg`, or `file.jpg`. */
export function picturePath(article: Pick<Article, 'story'>, written: string): string {
  const day = article.story.slice(0, article.story.lastIndexOf('/'));
  return pictureKey(written.includes('/') ? `articles/${day}/${written}` : `articles/${article.story}/${written}`);
}

/** All pictures that an article shows, by the keys of their paths, each with how it is written first. */
export function writtenPictures(article: Article): Map<string, string> {
  const all = [...(article.image ? [article.image.file] : []), ...article.outline.pictures];
  const written = new Map<string, string>();
  for (const file of all) if (!written.has(picturePath(article, file))) written.set(picturePath(article, file), file);
  return written;
}

export function picturesOf(article: Article): string[] {
  return [...writtenPictures(article).keys()];
}
