/** Answers what is asked of listings: what stands in them, how much, and what their indexes say. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Watch } from '../catalog/intervals.ts';
import { joinsIn } from '../catalog/joins.ts';
import { searchIndexSize } from '../catalog/search-month.ts';
import type { Listed } from '../catalog/tables/entries.ts';
import { bounds } from '../content/bounds.ts';
import type { IndexName } from '../content/index-names.ts';
import { listingOf } from '../content/listings/listings.ts';
import type { Language } from '../content/names.ts';
import {
  hasParts,
  instantsOf,
  lastAlike,
  mostBytes,
  pagesOf,
  periodOf,
  readPart,
  widerThan,
} from '../content/periods.ts';
import { fullArticleOf, type Headline, headlineOf, type Joins, teaserOf } from '../content/records.ts';
import { type Scope, singles } from '../content/scopes.ts';
import type { SearchIndexSize, SearchPeriod } from '../content/search/addresses.ts';
import type { FoundStory } from '../content/search/found-story.ts';
import type { Site } from '../content/site.ts';
import type { Bucket, Seconds } from '../content/times.ts';
import type { Memory } from './memory.ts';
import type { Answer, Count, Depth, Entry, Letter } from './queries.ts';
import { contents, depths, namesOnly, presence, Recorder, sizes } from './recorder.ts';

export class ListingReader {
  protected readonly catalog: Catalog;
  protected readonly site: Site;
  protected readonly joins: Joins;
  protected readonly recorder: Recorder;
  readonly #headlines: Memory['headlines'];

  constructor(catalog: Catalog, site: Site, memory: Memory) {
    this.catalog = catalog;
    this.site = site;
    const joins = joinsIn(catalog, site);
    this.joins = { ...joins, languages: (story) => memory.languages.get(story, joins.languages) };
    this.recorder = new Recorder(catalog, site, memory);
    this.#headlines = memory.headlines;
  }

  /** What was looked at so far, each once. */
  get watches(): Map<string, Watch> {
    return this.recorder.watches;
  }

  newest<D extends Depth>(scope: Scope, limit: number, depth: D): Answer<D>[] {
    return this.recorder.newest(scope, limit, depths[depth]).map((row) => this.#answer(row, depth));
  }

  newestAt(scope: Scope): Seconds | undefined {
    return this.recorder.newestAt(scope);
  }

  oldest<D extends Depth>(scope: Scope, limit: number, depth: D): Answer<D>[] {
    return this.recorder.oldest(scope, limit, depths[depth]).map((row) => this.#answer(row, depth));
  }

  between<D extends Depth>(scope: Scope, from: number, to: number, depth: D): Answer<D>[] {
    return this.recorder.between(scope, from, to, depths[depth]).map((row) => this.#answer(row, depth));
  }

  inPeriod<D extends Depth>(scope: Scope, bucket: Bucket, depth: D): Entry<D>[] {
    const { of, part } = readPart(bucket);
    const { from, to } = instantsOf(bucket, this.site.timeZone);
    const listing = listingOf(scope);
    const isCut = listing !== undefined && hasParts(listing, periodOf(of));
    const isWhole = !isCut || (part === 1 && !this.isTooLong(scope, of));
    const most = mostBytes(listing, periodOf(of));
    const told = { depth: depths[depth], ofLength: listing?.extraBytes ? depths.full : depths.headline };
    const rows = isWhole
      ? this.recorder.between(scope, from, to, depths[depth])
      : this.recorder.filling(scope, [from, to], [(part - 1) * most, part * most], told);
    return rows.map((row) => ({ at: row.at, story: this.#answer(row, depth) }));
  }

  isTooLong(scope: Scope, bucket: Bucket): boolean {
    return this.recorder.bytesIn(scope, bucket) > mostBytes(listingOf(scope), periodOf(bucket));
  }

  isNewest(scope: Scope, bucket: Bucket): boolean {
    const { of } = readPart(bucket);
    return widerThan(of).every((each) => this.recorder.firstBucket(scope, each + 1, lastAlike(each)) === undefined);
  }

  later(scope: Scope, than: Headline): Headline | undefined {
    const row = this.recorder.later(scope, than, depths.headline);
    return row && this.#headline(row);
  }

  older(scope: Scope, than: Headline, limit: number): Headline[] {
    return this.recorder.older(scope, than, limit, depths.headline).map((row) => this.#headline(row));
  }

  #headline(row: Listed): Headline {
    return this.#headlines.get(row.id, () => headlineOf(this.catalog.listedArticle(row), this.site));
  }

  #answer<D extends Depth>(row: Listed, depth: D): Answer<D> {
    const article = this.catalog.listedArticle(row);
    const { story, language } = article;
    if (depth === 'ids') return { story, language } as Answer<D>;
    if (depth === 'headline') return headlineOf(article, this.site) as Answer<D>;
    if (depth === 'teaser') return teaserOf(article, this.site, this.joins) as Answer<D>;
    return fullArticleOf(article, this.site, this.joins) as Answer<D>;
  }

  isFew(scope: Scope, bucket: Bucket): boolean {
    return this.recorder.isFew(scope, bucket);
  }

  counts(scope: Scope, from: number, to: number): Count[] {
    return this.recorder.counts(scope, from, to, sizes);
  }

  buckets(scope: Scope, from: number, to: number): number[] {
    return this.recorder.counts(scope, from, to, namesOnly).map(({ bucket }) => bucket);
  }

  count(scope: Scope, bucket: number): number {
    return this.recorder.counts(scope, bucket, bucket, sizes)[0]?.n ?? 0;
  }

  names(of: string, language: Language): string[] {
    this.recorder.single(singles.names(of, language), presence);
    if (of === 'page') return this.catalog.pageIds(language, this.site);
    return this.catalog.tallies.ids(of, language);
  }

  namesForSearch(of: string, language: Language): string[] {
    this.recorder.single(singles.namesForSearch(of, language), presence);
    if (of === 'page') return this.catalog.pageIdsForSearch(language, this.site);
    return this.catalog.tallies.ids(of, language, bounds.forSearch);
  }

  index(listing: string, language: Language): IndexName[] {
    this.recorder.single(singles.names(listing, language), contents);
    return this.catalog.indexNames.all({ listing, language });
  }

  letters(listing: string, language: Language): Letter[] | undefined {
    this.recorder.single(singles.letters(listing, language), presence);
    const whole = this.catalog.scopes.id(singles.names(listing, language));
    if (this.catalog.tallies.get(whole, 0).bytes <= bounds.names) return undefined;
    const sizes = this.catalog.indexNames.sizes({ listing, language });
    return sizes.map(({ letter, n, bytes }) => {
      return { letter, parts: pagesOf(bytes, bounds.names), isFew: n < bounds.forSearch };
    });
  }

  shard(language: Language, period: SearchPeriod, bucket: number): string | undefined {
    this.recorder.single(singles.inShard(language, period, bucket), contents);
    return this.catalog.shards.at(singles.shard(language, period), bucket);
  }

  foundStories(language: Language, month: string, part: number): FoundStory[] | undefined {
    this.recorder.single(singles.inShard(language, month, part), contents);
    const text = this.catalog.shards.at(singles.foundStories(language, month), part);
    return text === undefined ? undefined : JSON.parse(text);
  }

  searchIndexSize(language: Language): SearchIndexSize {
    this.recorder.single(singles.shardSizes(language), contents);
    return searchIndexSize(this.catalog, language);
  }

  indexUnder(listing: string, language: Language, letter: string): IndexName[] {
    this.recorder.single(singles.letter(listing, language, letter), contents);
    return this.catalog.indexNames.under({ listing, language }, letter);
  }
}
