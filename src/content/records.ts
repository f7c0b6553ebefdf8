/**
 * What others see of an article: the same story at three depths, each with everything joined in that
 * it shows of other records (names of authors and topics, its other languages). The article is given as it is now (`life.ts`). Pure, and used both to
 * tell how deep an article changed and to answer a query, so that the two cannot differ.
 */
import type { Article } from './article.ts';
import type { ArticleType } from './article-form.ts';
import type { Author } from './author.ts';
import type { DocumentFile } from './documents.ts';
import { type License, licenseOf } from './license.ts';
import { lastChange, type Unpublished } from './life.ts';
import { type Language, textIn } from './names.ts';
import { saysNoWords } from './no-words.ts';
import { type OwnDepth, ownAt } from './own-fields.ts';
import type { Topic } from './page.ts';
import { picturePath } from './picture-names.ts';
import { type PictureFile, type PictureSource, pictureSource } from './pictures.ts';
import { type Portrait, portraitOf } from './portrait.ts';
import type { Site } from './site.ts';
import { idOf } from './story-id.ts';
import { type Moment, momentOf, type Seconds } from './times.ts';
import { articleUrl, authorUrl, seriesUrl, topicUrl } from './urls.ts';

/** `language`: of the reason. */
export type WithdrawalNotice = Moment & { reason: string; language: Language };

/** As a feed tells of it, to those who have the story under its id. */
export type WithdrawnStory = { id: string; url: string; at: Seconds; withdrawn: WithdrawalNotice };

export type Named = { id: string; name: string; url: string };

export type Picture = PictureSource & { alt: string; caption?: string; credit?: string; license?: string };

/** Depth 1: what a list of headlines shows. */
export type Headline = Moment & {
  story: string;
  language: Language;
  url: string;
  /** The headline; in lists of the site `short` stands for it, where there is one. */
  title: string;
  short?: string;
  /** Above it, in place of section and type. */
  kicker?: string;
  section: string;
  type: ArticleType;
  /** Who paid for it, as every list says. */
  sponsor?: string;
  /** In a preview: readers do not have it. */
  unpublished?: Unpublished;
  /** Readers are warned of it first, and lists do not show its picture. */
  hasWarning?: true;
  /** What of a newsroom's own fields is seen at this depth, by key. */
  own?: Record<string, unknown>;
};

/** `isForSearch` is said only where search engines are not told of it (`life.ts`). */
export type InLanguage = { language: Language; isForSearch?: false };

/** `portrait`: of who says what they think. */
type BylineName = Named & { role?: string; isDesk?: true; portrait?: Portrait };

/** Who helped with a story; without the address of one who has written none, and so has no front. */
export type Credited = Omit<BylineName, 'url' | 'portrait'> & { url?: string };

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
  languages: (InLanguage & { url: string })[];
};

/** Depth 3, without the body: what the article's own page and a full-text feed show. */
export type FullArticle = Teaser &
  Pick<Article, 'updated' | 'thread' | 'points' | 'corrections' | 'canonical' | 'noindex' | 'warning'> & {
    /** What it is called for ever (`story-id.ts`). */
    id: string;
    titles: { search?: string; card?: string };
    /** Of its sponsor; undefined too while nothing is there, on the site itself. */
    sponsorUrl?: string;
    license?: License | undefined;
    series?: Named;
    translators: Credited[];
    /** By what they did, in the order in which that is named first. */
    contributors: { role: string; names: Credited[] }[];
    /** Without the address of one that is on the site itself and not public. */
    sources: { title: string; url?: string; publisher?: string }[];
    words: number;
  };

/** What an article is joined with; each of these changing re-derives the articles that refer to it. */
export type Joins = {
  author(id: string): Author | undefined;
  topic(id: string, language: Language): Topic | undefined;
  /** The languages in which the article's story is public. */
  languages(story: string): readonly InLanguage[];
  /** A picture, by the key of its path below the content folder. */
  picture(path: string): PictureFile | undefined;
  /** A document, by the same. */
  document(path: string): DocumentFile | undefined;
};

export function headlineOf(article: Article, site: Site): Headline {
  const { story, language, title, titles, kicker, section, sponsor, unpublished } = article;
  // Nothing that was paid for is called opinion or analysis.
  const type = sponsor ? 'news' : article.type;
  const url = articleUrl(story, language, site);
  return {
    ...{ story, language, url, title, short: titles?.short, kicker, ...momentOf(article), section, type },
    ...(sponsor ? { sponsor: sponsor.name } : {}),
    ...(unpublished ? { unpublished } : {}),
    ...(article.warning === undefined ? {} : { hasWarning: true as const }),
    ...seenOwn(article, 'headline'),
  };
}

function seenOwn({ own }: Article, depth: OwnDepth): Pick<Headline, 'own'> {
  const seen = ownAt(own, depth);
  return seen ? { own: seen } : {};
}

export function teaserOf(article: Article, site: Site, joins: Joins, headline = headlineOf(article, site)): Teaser {
  const { language, story } = article;
  const bylined = headline.type === 'opinion' ? speakerName : bylineName;
  return {
    ...headline,
    ...seenOwn(article, 'teaser'),
    summary: article.summary,
    byline: article.authors.map((id) => bylined(id, language, site, joins)),
    topics: article.topics.map((id) => topicOf(id, language, site, joins)),
    place: article.place,
    changed: lastChange(article),
    image: leadPicture(article, site, joins),
    languages: joins.languages(story).map((each) => ({ ...each, url: articleUrl(story, each.language, site) })),
  };
}

export function fullArticleOf(article: Article, site: Site, joins: Joins, known?: Teaser): FullArticle {
  const { at, updated, titles, thread, series, points, sources, corrections, canonical, noindex, outline } = article;
  const { language, translators, contributors, sponsor, license, warning } = article;
  const byRole = Map.groupBy(contributors, ({ role }) => role);
  const named = (id: string) => bylineName(id, language, site, joins);
  const teaser = known ?? teaserOf(article, site, joins);
  const newestFirst = corrections.toSorted((a, b) => b.at - a.at);
  return {
    ...teaser,
    ...(teaser.image && article.image?.wide !== false ? { image: { ...teaser.image, isWide: true } } : {}),
    ...seenOwn(article, 'full'),
    // Of a day alone that is the story's own, its date says as much.
    updated: updated?.isDay && updated.at <= at ? undefined : updated,
    id: idOf(article, site),
    titles: { search: titles?.search, card: titles?.card },
    sponsorUrl: sponsor?.url,
    license: licenseOf(license, site.license),
    warning,
    thread,
    series: series === undefined ? undefined : seriesOf(series, language, site, joins),
    translators: translators.map(named),
    contributors: [...byRole].map(([role, each]) => ({ role, names: each.map(({ author }) => named(author)) })),
    points,
    sources,
    corrections: newestFirst,
    canonical,
    noindex,
    words: outline.words,
  };
}

/** Why a story was taken down, in its own language if that is said. */
export function withdrawalNotice(article: Article | undefined, site: Site): WithdrawalNotice | undefined {
  if (article?.withdrawn === undefined) return undefined;
  const { language, withdrawn } = article;
  const { reason } = withdrawn;
  if (typeof reason === 'string') return { ...momentOf(withdrawn), reason, language: withdrawn.language };
  const said = [language, withdrawn.language, ...site.languages].find((each) => reason[each] !== undefined);
  return {
    ...momentOf(withdrawn),
    reason: textIn(reason, said ?? language, site.languages),
    language: said ?? language,
  };
}

export function withdrawnStory(article: Article, site: Site): WithdrawnStory | undefined {
  const withdrawn = withdrawalNotice(article, site);
  const { at, story, language } = article;
  return withdrawn && { id: idOf(article, site), url: articleUrl(story, language, site), at, withdrawn };
}

export function topicOf(id: string, language: Language, site: Site, joins: Pick<Joins, 'topic'>): Named {
  const written = joins.topic(id, language);
  return {
    id,
    name: written ? textIn(written.name, language, site.languages) : nameFromId(id),
    url: topicUrl(id, language, site),
  };
}

/** A series is called as the topic of the same id would be. */
function seriesOf(id: string, language: Language, site: Site, joins: Pick<Joins, 'topic'>): Named {
  return { ...topicOf(id, language, site, joins), url: seriesUrl(id, language, site) };
}

function bylineName(id: string, language: Language, site: Site, joins: Joins): BylineName {
  const author = joins.author(id);
  const name = author ? textIn(author.name, language, site.languages) : nameFromId(id);
  const role = author?.role && textIn(author.role, language, site.languages);
  const details = { ...(role ? { role } : {}), ...(author?.desk ? { isDesk: true as const } : {}) };
  return { id, name, url: authorUrl(id, language, site), ...details };
}

function speakerName(id: string, language: Language, site: Site, joins: Joins): BylineName {
  const author = joins.author(id);
  const portrait = author && portraitOf(author, { language, site, picture: joins.picture });
  return { ...bylineName(id, language, site, joins), ...(portrait && { portrait }) };
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
    ...pictureSource(file, image.focus),
    alt: saysNoWords(image.alt) ? '' : image.alt,
    caption: words(image.caption),
    credit: words(image.credit),
    license: image.license,
  };
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
