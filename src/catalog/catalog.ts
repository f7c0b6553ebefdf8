/**
 * The catalog: the newsroom's content as rows, kept in step with a source by `syncCatalog`. This file
 * has what both writers and readers of it need: state, looking up files and records, naming scopes.
 */
import type { Article } from '../content/article.ts';
import type { Author } from '../content/author.ts';
import type { Front } from '../content/front.ts';
import { articleAt } from '../content/life.ts';
import { defaultLanguage, type Language } from '../content/names.ts';
import type { Page, Topic } from '../content/page.ts';
import { contentPath } from '../content/paths.ts';
import type { PictureFile } from '../content/pictures.ts';
import type { Joins } from '../content/records.ts';
import { readScope, type Scope, scopeName } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import type { Seconds } from '../content/times.ts';
import { type Database, openDatabase } from './database.ts';
import { unpackArticle } from './packed.ts';

export type CatalogFile = { id: number; path: string; mode: number; blob: string };

/** Numbers for `article.state`. */
export const states = { hidden: 0, public: 1, withdrawn: 2 } as const;

export type ArticleRow = {
  id: number;
  /** Null for a draft. */
  turns: Uint8Array | null;
  state: number;
  h1: string | null;
  h2: string | null;
  h3: string | null;
  standing: string | null;
  value: string;
};

export class Catalog {
  readonly db: Database;
  /** Said to people once: what was wrong with the catalog before, if it was made anew. */
  readonly repaired: string | undefined;
  readonly #close: () => void;
  readonly #scopeIds = new Map<string, number>();
  readonly #scopes = new Map<number, Scope>();
  readonly #records = new Map<string, unknown>();
  #now: Seconds | undefined;

  constructor(opened: ReturnType<typeof openDatabase>) {
    this.db = opened.db;
    this.repaired = opened.repaired;
    this.#close = opened.close;
  }

  close(): void {
    this.#close();
  }

  state(name: string): string | undefined {
    return this.db.get<{ value: string }>('SELECT value FROM state WHERE name = ?', name)?.value;
  }

  setState(name: string, value: string): void {
    this.db.run('INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', name, value);
  }

  /** The instant that the catalog stands for. */
  get now(): Seconds {
    this.#now ??= Number(this.state('now'));
    return this.#now;
  }

  set now(now: Seconds) {
    this.setState('now', String(now));
    this.#now = now;
  }

  /** The site as of the last successful sync. */
  get site(): Site {
    const site = this.record<Site>('site.yaml');
    if (!site) throw new Error('The catalog has no site yet: syncCatalog has not succeeded');
    return site;
  }

  /** How many routes there are, kept up to date: counting them would take longer than a small change. */
  get routeCount(): number {
    return Number(this.state('routes') ?? 0);
  }

  file(path: string): CatalogFile | undefined {
    return this.db.get<CatalogFile>('SELECT id, path, mode, blob FROM file WHERE path = ?', path);
  }

  /** An undated file's value, by path; kept in memory, because many articles show the same author. */
  record<T>(path: string): T | undefined {
    if (!this.#records.has(path)) {
      const row = this.db.get<{ value: string }>(
        'SELECT record.value FROM file JOIN record USING (id) WHERE path = ?',
        path,
      );
      this.#records.set(path, row && JSON.parse(row.value));
    }
    return this.#records.get(path) as T | undefined;
  }

  /** To be called when records may have changed under it. */
  forgetRecords(): void {
    this.#now = undefined;
    this.#records.clear();
    this.#scopeIds.clear();
    this.#scopes.clear();
  }

  author(id: string): Author | undefined {
    return this.record<Author>(`authors/${id}.yaml`);
  }

  /** A topic's file in the language; else in the site's first. */
  topic(id: string, language: Language): Topic | undefined {
    return this.record<Topic>(undatedPath('topics', id, language, this.site)) ?? this.record<Topic>(`topics/${id}.md`);
  }

  page(id: string, language: Language): Page | undefined {
    return this.record<Page>(undatedPath('pages', id, language, this.site));
  }

  /** A picture that was looked at, by the key of its path. */
  picture(key: string): PictureFile | undefined {
    return this.pictureOf(this.pictureFile(key));
  }

  pictureOf(file: CatalogFile | undefined): PictureFile | undefined {
    const row = file && this.db.get<{ value: string }>('SELECT value FROM record WHERE id = ?', file.id);
    return row && { blob: file.blob, ...JSON.parse(row.value) };
  }

  /** The first of the pictures with a key, by path; that there are more is a Problem. */
  pictureFile(key: string): CatalogFile | undefined {
    return this.picturesLike(key)[0];
  }

  picturesLike(key: string): CatalogFile[] {
    return this.db.all<CatalogFile>('SELECT id, path, mode, blob FROM file WHERE key = ? ORDER BY path', key);
  }

  front(): Front {
    return this.record<Front>('front.yaml') ?? { picks: [], sections: [] };
  }

  articleRow(id: number): ArticleRow | undefined {
    return this.db.get<ArticleRow>('SELECT * FROM article WHERE id = ?', id);
  }

  /** An article as it is at the catalog's instant: what is still to come of it is not there. */
  article(id: number): Article | undefined {
    const written = this.writtenArticle(id);
    return written && articleAt(written, this.now);
  }

  /** The same of a row that was found otherwise. */
  articleOf({ path, value }: { path: string; value: string }): Article {
    return articleAt(unpackArticle(value, path), this.now);
  }

  /** All that the file says, whenever it is to be told: only to work out when that is. */
  writtenArticle(id: number): Article | undefined {
    const row = this.db.get<{ path: string; value: string }>(
      'SELECT path, value FROM article JOIN file USING (id) WHERE id = ?',
      id,
    );
    return row && unpackArticle(row.value, row.path);
  }

  /** Ids of the pages that there are in a language, sorted. */
  pageIds(language: Language, site = this.site): string[] {
    const files = this.db.all<{ path: string }>("SELECT path FROM file WHERE path GLOB 'pages/*.md'");
    const pages = files.flatMap(({ path }) => {
      const page = contentPath(path, 0o100644);
      return page && 'kind' in page && page.kind === 'page' ? [page] : [];
    });
    const isInLanguage = (each: { language?: Language }) => (each.language ?? defaultLanguage(site)) === language;
    return pages
      .filter(isInLanguage)
      .map(({ id }) => id)
      .sort();
  }

  /** The article's row of a story in a language, and its state. */
  storyRow(story: string, language: Language, site = this.site): { id: number; state: number } | undefined {
    return this.db.get(
      'SELECT article.id, state FROM file JOIN article USING (id) WHERE path = ?',
      articlePath(story, language, site),
    );
  }

  /** What an article is joined with, as of now. */
  joins(site: Site): Joins {
    return {
      author: (id) => this.author(id),
      topic: (id, language) =>
        this.record<Topic>(undatedPath('topics', id, language, site)) ?? this.record<Topic>(`topics/${id}.md`),
      languages: (story) =>
        site.languages.filter((language) => this.storyRow(story, language, site)?.state === states.public),
      picture: (path) => this.picture(path),
    };
  }

  /** The number of a listing's scope, made if need be. Never 0, which is for single things. */
  scopeId(scope: Scope): number {
    const name = scopeName(scope);
    let id = this.#scopeIds.get(name);
    if (id === undefined) {
      id =
        this.db.get<{ id: number }>('SELECT id FROM scope WHERE name = ?', name)?.id ??
        this.db.run('INSERT INTO scope (name) VALUES (?)', name).id;
      this.#scopeIds.set(name, id);
    }
    return id;
  }

  /** The scope that has a number. */
  scope(id: number): Scope {
    let scope = this.#scopes.get(id);
    if (scope === undefined) {
      scope = readScope(this.db.get<{ name: string }>('SELECT name FROM scope WHERE id = ?', id)?.name ?? '');
      this.#scopes.set(id, scope);
    }
    return scope;
  }
}

/** Opens the catalog in a cache folder, or one in memory. */
export function openCatalog(cache: string | undefined, name = 'production'): Catalog {
  return new Catalog(openDatabase(cache, name));
}

export function articlePath(story: string, language: Language, site: Site): string {
  return `articles/${story}${language === defaultLanguage(site) ? '' : `.${language}`}.md`;
}

export function undatedPath(folder: 'topics' | 'pages', id: string, language: Language, site: Site): string {
  return `${folder}/${id}${language === defaultLanguage(site) ? '' : `.${language}`}.md`;
}
