/**
 * A listing: public articles that stand together, in the order of time. One file each says who stands in it, by what it is
 * counted and where its front is; all its pages, archives, feeds, sitemaps and links follow from that.
 */
import type { Article } from '../article.ts';
import type { Language, Text } from '../names.ts';
import type { FeedFormat } from '../own-addresses.ts';
import type { Scope } from '../scopes.ts';
import type { Site } from '../site.ts';
import type { Seconds } from '../times.ts';

export type Listing = {
  /** Permanent: begins the names of its scopes. No single thing (`singles` of `scopes.ts`) has it. */
  name: string;
  /** The ids under which an article stands in it, as the article is at `now`; `oneId` where each language has one scope. */
  idsOf(article: Article, now: Seconds): readonly string[];
  /** The field of front matter in which any story may name an id: a slip of the keyboard in it is told. */
  field?: string;
  /** The instants at which it stands there, if not at its own. */
  instantsOf?(article: Article): readonly Seconds[];
  /** Its scopes hold all languages together. */
  isOfAllLanguages?: true;
  /** How many bytes its rows have beyond a headline, of an article at an instant. */
  extraBytes?(article: Article, at: Seconds): number;
  /** What its articles are always counted by, and so what there are always pages of. None: nobody asks for its size. */
  spans: readonly Span[];
  /**
   * What it is cut into, from wide to narrow; what is not in `spans` is there only where the wider one would be too long
   * for a page (`periods.ts`). Left out: one with a front into years, months, days and their parts, any other into nothing.
   */
  cutInto?: readonly Period[];
  front?: ListingFront;
};

export type Span = 'whole' | 'year' | 'month' | 'day';

/** `hour`: of UTC. */
export type Period = Span | 'hour' | 'part';

export type ListingFront = {
  /** The folder below a language's front in which its fronts stand; `` for that front itself. */
  folder: string;
  /**
   * Which scopes it has. `one`: one in each language. `named`: those that articles name; `filed`: those of them that
   * have a file of their own. A function: those of the site, there whether or not anything stands in them.
   */
  ids: 'one' | 'named' | 'filed' | ((site: Site) => readonly string[]);
  /** The folder of the content whose files give its ids their names. */
  namedIn?: 'topics' | 'authors';
  /** The formats in which it can be followed. */
  feeds: readonly FeedFormat[];
  /** Its front and its archive begin with the oldest. */
  isOldestFirst?: true;
  /** Many newsrooms have none, so that its index is linked to from its fronts, not from the foot of every page. */
  isOccasional?: true;
  /** The kind of route that shows it, if not `listing-front`. */
  kind?: string;
  /** The kind of route that lists its ids, if not `listing-index`; of `named` and `filed` alone. */
  indexKind?: string;
  /** The kind of route that shows its archive, if not those of all archives. */
  archiveKind?: string;
  /** What the interface calls one of its fronts, and all of them, where it has no words of its own for that. */
  title?: { one: Text; all: Text };
  /** What readers call an id; else the id itself, as words. */
  nameOf?(id: string, language: Language): string;
};

export type ListingWithFront = Listing & { front: ListingFront };

export function hasFront(listing: Listing): listing is ListingWithFront {
  return listing.front !== undefined;
}

/** The id of a listing that has one scope in each language. */
export const oneId = '';

export function scopeIn(listing: Listing, language: Language, id = oneId): Scope {
  return { of: listing.name, language: listing.isOfAllLanguages ? '' : language, id };
}

/** Whether ids are made by content, so that they come and go, and there is an index of them. */
export function hasIndex({ front }: Listing): boolean {
  return front?.ids === 'named' || front?.ids === 'filed';
}

/** The ids whose fronts are there whatever happens. */
export function lastingIds({ front }: Listing, site: Site): readonly string[] {
  if (front === undefined) return [];
  if (front.ids === 'one') return [oneId];
  return typeof front.ids === 'function' ? front.ids(site) : [];
}
