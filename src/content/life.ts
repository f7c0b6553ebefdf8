/**
 * The life of an article: what of it is there at an instant, and the instants at which that changes by
 * itself. An update, a correction and a withdrawal are not there before their time, as the story itself
 * is not; a picture is not there from the instant on at which it expires, which the catalog heeds, since the dates of all
 * languages count. The life of a notice is from one instant to another. Everything that shows, hashes or lists an article is
 * given what `articleAt` leaves of it.
 */
import type { Article, Withdrawal } from './article.ts';
import type { Notice } from './notice.ts';
import { picturePath } from './picture-names.ts';
import type { Site } from './site.ts';
import { type Moment, momentOf, type Seconds } from './times.ts';

export type ArticleState = 'hidden' | 'public' | 'withdrawn';

/** Why a story is not there yet. */
export type Unpublished = 'draft' | 'to come';

/** Who looks: a preview has what is not public. */
type Viewed = Pick<Site, 'isPreview'>;

/** How long a story is recent: in the news sitemap, and how many of the newest of them Google allows in it. */
export const recentSeconds = 48 * 3600;
/** How long feeds say that a story was withdrawn. */
const noticeSeconds = 30 * 24 * 3600;

export const mostRecent = 1000; // https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap

/** Whether search engines are told of it: not of what they are to find elsewhere, or nowhere. */
export function isForSearch({ canonical, noindex }: Pick<Article, 'canonical' | 'noindex'>): boolean {
  return canonical === undefined && !noindex;
}

/** Whether it is news that the newsroom itself answers for: no one paid for it. */
export function isOwnNews(article: Pick<Article, 'canonical' | 'noindex' | 'sponsor'>): boolean {
  return isForSearch(article) && article.sponsor === undefined;
}

/** A draft is never there; everything else from its date on. */
function unpublishedAt({ draft, at }: Article, now: Seconds): Unpublished | undefined {
  if (draft) return 'draft';
  return at > now ? 'to come' : undefined;
}

export function stateAt(article: Article, now: Seconds, { isPreview }: Viewed): ArticleState {
  if (unpublishedAt(article, now)) return isPreview ? 'public' : 'hidden';
  const withdrawn = withdrawalOf(article);
  return withdrawn && withdrawn.at <= now ? 'withdrawn' : 'public';
}

/** What its own file says of it, or another language of the story says of all. */
function withdrawalOf({ withdrawn, withdrawnElsewhere }: Article): Withdrawal | undefined {
  return withdrawn ?? withdrawnElsewhere;
}

/** Whether feeds say that it was taken down: to those who may have it, and not for ever. */
export function isNoticed({ at, withdrawn }: Article, now: Seconds): boolean {
  return withdrawn !== undefined && at < withdrawn.at && withdrawn.at <= now && now < withdrawn.at + noticeSeconds;
}

/** The article without what is still to come at that instant; in a preview, with why it is not public. */
export function articleAt(article: Article, now: Seconds, { isPreview }: Viewed): Article {
  const unpublished = isPreview ? unpublishedAt(article, now) : undefined;
  return unpublished ? { ...thereAt(article, now), unpublished } : thereAt(article, now);
}

function thereAt(article: Article, now: Seconds): Article {
  const { updated, corrections, withdrawnElsewhere } = article;
  const withdrawn = withdrawalOf(article);
  const isThere = (moment: Moment | undefined) => moment === undefined || moment.at <= now;
  if (withdrawnElsewhere === undefined && [updated, withdrawn, ...corrections].every(isThere)) return article;
  return {
    ...article,
    updated: isThere(updated) ? updated : undefined,
    corrections: corrections.filter(isThere),
    withdrawn: isThere(withdrawn) ? withdrawn : undefined,
  };
}

/** The last update or correction, if it came after the story; of two at one instant the update. */
export function lastChange({ at, updated, corrections }: Article): Moment | undefined {
  const changes = [...(updated ? [updated] : []), ...corrections];
  const last = Math.max(at, ...changes.map((each) => each.at));
  const changed = changes.find((each) => each.at === last);
  return changed && last > at ? momentOf(changed) : undefined;
}

/** What may happen to the site by itself, as a public log may tell it: without the name of a story. */
export const happenings = [
  'a story becomes public',
  'a story leaves the news sitemap',
  'a correction appears',
  'an update appears',
  'a story is withdrawn',
  'a picture expires',
  'a notice appears',
  'a notice ends',
  'a notice of a withdrawal leaves feeds',
] as const;

export type Turn = { at: Seconds; what: (typeof happenings)[number] };

/**
 * When pictures of a story may not be shown any more, as one of its files says it, by the keys of their paths. It is said of
 * the picture and holds in every language, also if that file is a draft or withdrawn.
 */
export function expiriesOf(article: Article): { key: string; at: Seconds }[] {
  const all = [...(article.image ? [article.image] : []), ...article.pictures];
  return all.flatMap(({ file, expires }) =>
    expires === undefined ? [] : { key: picturePath(article, file), at: expires },
  );
}

/** Every instant at which an article begins to stand differently, or another language of it; of a draft, only of others. */
export function turnsOf(article: Article): Turn[] {
  return [...ownTurns(article), ...expiriesOf(article).map(({ at }) => ({ at, what: 'a picture expires' }) as const)];
}

function ownTurns(article: Article): Turn[] {
  const { at, updated, corrections } = article;
  const withdrawn = withdrawalOf(article);
  const end = withdrawn?.at ?? Number.POSITIVE_INFINITY;
  if (article.draft) return [];
  if (end <= at) return [{ at, what: 'a story is withdrawn' }];
  const turns: Turn[] = [
    ...(updated ? [{ at: updated.at, what: 'an update appears' } as const] : []),
    ...corrections.map((correction) => ({ at: correction.at, what: 'a correction appears' }) as const),
    ...(isOwnNews(article) ? [{ at: at + recentSeconds, what: 'a story leaves the news sitemap' } as const] : []),
    ...(withdrawn ? [{ at: end, what: 'a story is withdrawn' } as const] : []),
  ];
  const untold = { at: end + noticeSeconds, what: 'a notice of a withdrawal leaves feeds' } as const;
  return [
    { at, what: 'a story becomes public' },
    ...turns.filter((turn) => turn.at > at && turn.at <= end),
    ...(withdrawn ? [untold] : []),
  ];
}

/** Whether pages carry a notice. */
export function isCarriedAt({ from, until }: Pick<Notice, 'from' | 'until'>, now: Seconds): boolean {
  return from <= now && now < until;
}

/** The instants at which a notice begins and ceases to be carried. */
export function turnsOfNotice({ from, until }: Pick<Notice, 'from' | 'until'>): Turn[] {
  return [
    { at: from, what: 'a notice appears' },
    { at: until, what: 'a notice ends' },
  ];
}
