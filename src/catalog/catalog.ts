/**
 * The catalog: the newsroom's content as rows, kept in step with a source by `syncCatalog`. Each table is read and
 * written by its file in `tables/`; this one has what takes several of them, and what is kept in memory.
 */
import type { Article } from '../content/article.ts';
import type { Author } from '../content/author.ts';
import type { DocumentFile } from '../content/documents.ts';
import type { Front } from '../content/front-picks.ts';
import { articleAt } from '../content/life.ts';
import { defaultLanguage, type Language } from '../content/names.ts';
import type { Notice } from '../content/notice.ts';
import type { Page, Topic } from '../content/page.ts';
import { contentPath } from '../content/paths.ts';
import type { PictureFile } from '../content/pictures.ts';
import { Remembered } from '../content/remember.ts';
import type { Site } from '../content/site.ts';
import type { Seconds } from '../content/times.ts';
import { type Database, type OpenDatabase, openDatabase } from './database.ts';
import { Articles } from './tables/articles.ts';
import { Claims } from './tables/claims.ts';
import { Endings } from './tables/endings.ts';
import { Entries, type ListedArticle } from './tables/entries.ts';
import { Expiries } from './tables/expiries.ts';
import { type CatalogFile, Files } from './tables/files.ts';
import { IndexNames } from './tables/index-names.ts';
import { Links } from './tables/links.ts';
import { NamedIds } from './tables/named-ids.ts';
import { Records } from './tables/records.ts';
import { Refs } from './tables/refs.ts';
import { Routes } from './tables/routes.ts';
import { Scopes } from './tables/scopes.ts';
import { Shards } from './tables/shards.ts';
import { State } from './tables/state.ts';
import { Tallies } from './tables/tallies.ts';
import { Terms } from './tables/terms.ts';
import { Touched } from './tables/touched.ts';
import { Turns } from './tables/turns.ts';
import { Watches } from './tables/watches.ts';

const mostRecords = 20_000;

export class Catalog {
  readonly db: Database;
  readonly state: State;
  readonly files: Files;
  readonly records: Records;
  readonly articles: Articles;
  readonly turns: Turns;
  readonly expiries: Expiries;
  readonly refs: Refs;
  readonly claims: Claims;
  readonly endings: Endings;
  readonly namedIds: NamedIds;
  readonly indexNames: IndexNames;
  readonly scopes: Scopes;
  readonly shards: Shards;
  readonly terms: Terms;
  readonly entries: Entries;
  readonly tallies: Tallies;
  readonly routes: Routes;
  readonly watches: Watches;
  readonly touched: Touched;
  readonly links: Links;
  /** Said to people once: what was wrong with the catalog before, if it was made anew. */
  readonly repaired: string | undefined;
  readonly #close: () => void;
  readonly #records = new Remembered<string, unknown>(mostRecords);
  #notices: readonly Notice[] | undefined;
  #now: Seconds | undefined;

  constructor({ db, repaired, close }: OpenDatabase, isSmall: boolean) {
    this.db = db;
    this.state = new State(db);
    this.files = new Files(db);
    this.records = new Records(db);
    this.articles = new Articles(db, isSmall);
    this.turns = new Turns(db, this.articles);
    this.expiries = new Expiries(db);
    this.refs = new Refs(db, this.files);
    this.claims = new Claims(db);
    this.endings = new Endings(db);
    this.namedIds = new NamedIds(db);
    this.indexNames = new IndexNames(db);
    this.scopes = new Scopes(db);
    this.shards = new Shards(db, this.scopes);
    this.terms = new Terms(db);
    this.entries = new Entries(db);
    this.tallies = new Tallies(db);
    this.routes = new Routes(db, this.state);
    this.watches = new Watches(db, this.routes);
    this.touched = new Touched(db);
    this.links = new Links(db);
    this.repaired = repaired;
    this.#close = close;
  }

  close(): void {
    this.#close();
  }

  /** All or nothing: an exception undoes what was written, and goes on up. */
  transaction<T>(work: () => T): T {
    return this.db.transaction(work);
  }

  longTransaction<T>(work: () => Promise<T>): Promise<T> {
    return this.db.longTransaction(work);
  }

  /** The instant that the catalog stands for. */
  get now(): Seconds {
    this.#now ??= Number(this.state.get('now'));
    return this.#now;
  }

  set now(now: Seconds) {
    this.state.set('now', String(now));
    this.#now = now;
  }

  /** The site as of the last successful sync. */
  get site(): Site {
    const site = this.record<Site>('site.yaml');
    if (!site) throw new Error('The catalog has no site yet: syncCatalog has not succeeded');
    return site;
  }

  /** An undated file's value, by path; kept in memory, because many articles show the same author. */
  record<T>(path: string): T | undefined {
    const value = this.#records.get(path, () => JSON.parse(this.records.at(path) ?? 'null'));
    return (value ?? undefined) as T | undefined;
  }

  /** To be called when records may have changed under it. */
  forgetRecords(): void {
    this.#now = undefined;
    this.#records.forgetAll();
    this.#notices = undefined;
    this.scopes.forgetKnown();
    this.articles.forgetUnpacked();
  }

  author(id: string): Author | undefined {
    return this.record<Author>(`authors/${id}.yaml`);
  }

  /** A topic's file in the language; else in the site's first. */
  topic(id: string, language: Language, site = this.site): Topic | undefined {
    const own = this.record<Topic>(undatedPath('topics', id, language, site));
    return own ?? (language === defaultLanguage(site) ? undefined : this.record<Topic>(`topics/${id}.md`));
  }

  page(id: string, language: Language): Page | undefined {
    return this.record<Page>(undatedPath('pages', id, language, this.site));
  }

  /** A picture that may be shown now, by the key of its path. */
  picture(key: string): PictureFile | undefined {
    const file = this.files.keyed(key);
    const expires = file && this.expiries.in(folderOf(file.path), file.blob);
    return expires !== undefined && expires <= this.now ? undefined : this.pictureOf(file);
  }

  /** What was found when it was looked at, whether or not it may be shown. */
  pictureOf(file: CatalogFile | undefined): PictureFile | undefined {
    const value = file && this.records.of(file.id);
    return value === undefined ? undefined : { blob: file?.blob, ...JSON.parse(value) };
  }

  /** All there are, whenever they are carried: the one that begins last first, then by path. */
  notices(): readonly Notice[] {
    this.#notices ??= this.records
      .like('notices/*')
      .flatMap(({ value }) => (value === null ? [] : (JSON.parse(value) as Notice)))
      .sort((a, b) => b.from - a.from);
    return this.#notices;
  }

  /** A document that was looked at, by the key of its path. */
  document(key: string): DocumentFile | undefined {
    const file = this.files.keyed(key);
    const bytes = this.bytesOf(file);
    return file && bytes !== undefined ? { path: file.path, blob: file.blob, bytes } : undefined;
  }

  /** How large a file is that goes out as it is. */
  bytesOf(file: CatalogFile | undefined): number | undefined {
    const value = file && this.records.of(file.id);
    return value === undefined ? undefined : (JSON.parse(value) as { bytes: number }).bytes;
  }

  front(): Front {
    return this.record<Front>('front.yaml') ?? { picks: [], sections: [], fronts: [] };
  }

  /** An article as it is at the catalog's instant: what is still to come of it is not there. */
  article(id: number): Article | undefined {
    const written = this.writtenArticle(id);
    // A site that is missing is a Problem, and other Problems are told with it.
    return written && articleAt(written, this.now, this.record<Site>('site.yaml') ?? {});
  }

  /** The same of one that is listed. */
  listedArticle({ id }: Pick<ListedArticle, 'id'>): Article {
    const article = this.article(id);
    if (!article) throw new Error(`${this.files.withId(id)?.path} is listed, yet it is no article`);
    return article;
  }

  /** All that the file says, whenever it is to be told: only to work out when that is. */
  writtenArticle(id: number): Article | undefined {
    return this.articles.written(id);
  }

  /** Those of the pages in a language that search engines are told of, sorted. */
  pageIdsForSearch(language: Language, site = this.site): string[] {
    return this.pageIds(language, site).filter((id) => !this.page(id, language)?.noindex);
  }

  /** Ids of the pages that there are in a language, sorted. */
  pageIds(language: Language, site = this.site): string[] {
    const pages = this.files.pathsLike('pages/*.md').flatMap((path) => {
      const page = contentPath(path, 0o100644);
      return page && 'kind' in page && page.kind === 'page' ? [page] : [];
    });
    const ofLanguage = (each: { language?: Language }) => (each.language ?? defaultLanguage(site)) === language;
    const ids = pages.flatMap((page) => (ofLanguage(page) ? page.id : []));
    return ids.sort();
  }

  /** The article's row of a story in a language, and its state. */
  storyRow(story: string, language: Language, site = this.site): { id: number; state: number } | undefined {
    return this.articles.at(articlePath(story, language, site));
  }
}

/** Of a file, with a slash at its end. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Opens the catalog in a cache folder, or one in memory; `isSmall`: at any time, as `openDatabase` takes it. */
export function openCatalog(cache: string | undefined, name = 'production', isSmall = false): Catalog {
  return new Catalog(openDatabase(cache, name, isSmall), isSmall);
}

export function articlePath(story: string, language: Language, site: Site): string {
  return `articles/${story}${language === defaultLanguage(site) ? '' : `.${language}`}.md`;
}

export function undatedPath(folder: 'topics' | 'pages', id: string, language: Language, site: Site): string {
  return `${folder}/${id}${language === defaultLanguage(site) ? '' : `.${language}`}.md`;
}
