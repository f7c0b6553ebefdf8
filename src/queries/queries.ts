/**
 * What a route may ask of the newsroom. Everything a page shows comes through here, and whoever
 * answers writes down what was looked at (`reader.ts`), so that a later change can be told to touch
 * the page or not. Listings (`content/listings/`) hold public articles, newest first.
 */
import type { Author } from '../content/author.ts';
import type { Carrier } from '../content/carriers.ts';
import type { DocumentPlace } from '../content/documents.ts';
import type { GoneNotice } from '../content/endings.ts';
import type { IndexName } from '../content/index-names.ts';
import type { Part } from '../content/markdown/body.ts';
import type { PicturePlace } from '../content/markdown/picture-html.ts';
import type { Quotation } from '../content/markdown/quotations.ts';
import type { Language } from '../content/names.ts';
import type { Slot } from '../content/notice.ts';
import type { Portrait } from '../content/portrait.ts';
import type { FullArticle, Headline, Named, Teaser, WithdrawalNotice, WithdrawnStory } from '../content/records.ts';
import type { Scope } from '../content/scopes.ts';
import type { SearchIndexSize, SearchPeriod } from '../content/search/addresses.ts';
import type { FoundStory } from '../content/search/found-story.ts';
import type { Bucket, Seconds } from '../content/times.ts';

/** How deep a listing looks at each article: a deeper look is touched by more changes. */
export type Depth = 'ids' | 'headline' | 'teaser' | 'full';

/** Markdown that is rendered when its route is (`render/bodies.ts`): as it is asked for, `html`, `quotations`, `opening` and `headings` are empty. */
export type Body = {
  /** Told by it among props: whatever has it and is not is a body that is to be rendered. */
  isRendered: boolean;
  /** The file below the content folder, and the name of the text in it (`Outline`). */
  path: string;
  text: string;
  language: Language;
  /** Where each link and picture in it leads; null where the target is not public. */
  links: Record<string, string | null>;
  pictures: Record<string, PicturePlace | null>;
  /** Where each document of its story is, as it is named in it, in their order. */
  documents: Record<string, DocumentPlace>;
  /** Put before fragments: `` on its own page, the page's address in a feed. */
  page: string;
  /** Somebody paid for it, as its links to other sites say. */
  isSponsored?: true;
  html: string;
  /** In `html` stands the beginning of it alone, as feeds have of a long one. */
  isCut: boolean;
  /** Who is quoted in it. */
  quotations: readonly Quotation[];
  /** Its first paragraph, without markup. */
  opening: string;
  /** The parts that it is divided into. */
  headings: readonly Part[];
};

/** The file of a body, with the blob that it was when asked. */
export type TextFile = { path: string; blob: string };

export type ArticleWithBody = FullArticle & { body: Body };
export type { WithdrawalNotice, WithdrawnStory };
export type PageRecord = {
  id: string;
  language: Language;
  title: string;
  summary?: string;
  noindex?: true;
  body: Body;
};
export type TopicRecord = Named & { introduction?: Body };
export type NoticeRecord = { title?: string; body: Body };
/** What stands in the slots of a page: of each notice that it carries, the one that began last first. */
export type Notices = { [slot in Slot]?: NoticeRecord[] };
/** A story in a listing, and the instant at which it stands there. */
export type Entry<D extends Depth> = { at: Seconds; story: Answer<D> };
export type Count = { bucket: Bucket; n: number };

/** What an editor put on a front: stories, of which none need be public. */
export type Chosen = { lead?: string; picks: string[] };

/** How a body's links are written: from the site's root on a page, whole in a feed. */
export type BodyFor = { page: string; root: string };

/** A letter of an index: how many pages it has, and whether its names are too few for search engines. */
export type Letter = { letter: string; parts: number; isFew: boolean };

/**
 * What a page that exists once per story may ask. No head of a scope: every story's page would be
 * touched by every new story.
 */
export type ArticleQueries = {
  article(story: string, language: Language, body: BodyFor): ArticleWithBody | undefined;
  withdrawn(story: string, language: Language): WithdrawalNotice | undefined;
  /** The nearest newer article of a scope, from a story's own place in it. */
  later(scope: Scope, than: Headline): Headline | undefined;
  /** The nearest older articles of a scope, from a story's own place in it, newest first. */
  older(scope: Scope, than: Headline, limit: number): Headline[];
  /** The notices that a page carries. Of those of stories, a story looks at its own instant alone. */
  notices(carrier: Carrier): Notices;
  /** Whether something answers at a URL of the site. */
  exists(url: string): boolean;
};

export type Queries = ArticleQueries & {
  newest<D extends Depth>(scope: Scope, limit: number, depth: D): Answer<D>[];
  /** The instant at which the newest stands. */
  newestAt(scope: Scope): Seconds | undefined;
  oldest<D extends Depth>(scope: Scope, limit: number, depth: D): Answer<D>[];
  between<D extends Depth>(scope: Scope, from: Seconds, to: Seconds, depth: D): Answer<D>[];
  /** What stands in a year, month or day, or in a part of a long one: what begins as the day itself is its first. */
  inPeriod<D extends Depth>(scope: Scope, bucket: Bucket, depth: D): Entry<D>[];
  /** Whether a period, or the whole, lists too much for one page. */
  isTooLong(scope: Scope, bucket: Bucket): boolean;
  /** Whether a year, month or day, or the whole, has so few stories that search engines are not told of its page. */
  isFew(scope: Scope, bucket: Bucket): boolean;
  /** Whether nothing stands in a later year, month or day: such a period still grows. */
  isNewest(scope: Scope, bucket: Bucket): boolean;
  /** Full stories with their bodies, for feeds. */
  newestWithBodies(scope: Scope, limit: number, body: (story: FullArticle) => BodyFor): ArticleWithBody[];
  /** The newest of those that were withdrawn of late, of a front. */
  withdrawals(scope: Scope, limit: number): WithdrawnStory[];
  /** How many articles a scope has in each year, month or day between two, oldest first. */
  counts(scope: Scope, from: Bucket, to: Bucket): Count[];
  count(scope: Scope, bucket: Bucket): number;
  /** The years, months or days between two that have articles, oldest first; their sizes are not looked at. */
  buckets(scope: Scope, from: Bucket, to: Bucket): Bucket[];
  /** Ids of a listing that have articles in a language, sorted: of `topic`, of `author`; of `page`, the pages that there are in it. */
  names(of: string, language: Language): string[];
  /** Those of them that search engines are told of: of a listing all that have enough stories. */
  namesForSearch(of: string, language: Language): string[];
  /** What the index of a listing says of all its ids, in no order. */
  index(of: string, language: Language): IndexName[];
  /** The letters of an index that is too long for a page; undefined of another. */
  letters(of: string, language: Language): Letter[] | undefined;
  /** What an index says of those under a letter. */
  indexUnder(of: string, language: Language, letter: string): IndexName[];
  /** The text of a shard of the search index; undefined if it has just ceased to be. */
  shard(language: Language, period: SearchPeriod, bucket: number): string | undefined;
  /** Which periods the search index has, and how many shards each. */
  searchIndexSize(language: Language): SearchIndexSize;
  /** Some of the stories of a month (`201511`), as they are shown where they are found. */
  foundStories(language: Language, month: string, part: number): FoundStory[] | undefined;
  teaser(story: string, language: Language): Teaser | undefined;
  full(story: string, language: Language): FullArticle | undefined;
  author(id: string): Author | undefined;
  /** As it may be shown now. */
  portrait(id: string, language: Language): Portrait | undefined;
  topic(id: string, language: Language): TopicRecord;
  topicName(id: string, language: Language): string;
  page(id: string, language: Language): PageRecord | undefined;
  /** What an editor chose for the front page, or for the front of a section, and is still there. */
  front(section?: string): Chosen & { sections: string[] };
  /** What readers are told at an address that ended on purpose. */
  gone(address: string): GoneNotice | undefined;
  /** Where a redirect leads: from the root of the site, or a whole address of another. */
  redirect(from: string): { to: string; story?: FullArticle } | undefined;
};

export type Answer<D extends Depth> = D extends 'ids'
  ? { story: string; language: Language }
  : D extends 'headline'
    ? Headline
    : D extends 'teaser'
      ? Teaser
      : FullArticle;
