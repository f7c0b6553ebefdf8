/**
 * Answers queries from the catalog and writes down what each looked at: which part of which scope, and
 * how deep. An interval is what was examined, closed at both ends on the instant alone (stories share
 * instants); a scan that ran out of articles examined everything to the end, so absence is read too.
 */
import { type Article } from '../content/article.ts';
import type { Language } from '../content/names.ts';
import { readLink } from '../content/links.ts';
import { fileName, type Headline, headlineOf, type Joins, picturePath, type Story, storyOf, type Teaser, teaserOf, topicOf } from '../content/records.ts';
import { redirectUrl } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import { articleUrl, pictureUrl } from '../content/urls.ts';
import { articlePath, type Catalog, states, undatedPath } from '../catalog/catalog.ts';
import { spotOf } from '../catalog/hash.ts';
import { beginning, end, type Watch } from '../catalog/intervals.ts';
import type { Answer, Body, BodyFor, Count, Depth, FullStory, PageRecord, Queries, Scope, TopicRecord, WithdrawnStory } from './queries.ts';

const depths: Record<Depth, number> = { ids: 0, headline: 1, teaser: 2, story: 3 };

type Row = { at: number; path: string; value: string };

export class Reader implements Queries {
  /** What was looked at so far, each once. */
  readonly watches = new Map<string, Watch>();
  /** Bodies handed out, whose Markdown is still to be rendered. */
  readonly bodies: Body[] = [];
  readonly #catalog: Catalog;
  readonly #site: Site;
  readonly #joins: Joins;

  constructor(catalog: Catalog, site = catalog.site) {
    this.#catalog = catalog;
    this.#site = site;
    this.#joins = catalog.joins(site);
  }

  #watch(scope: number, lo: number, hi: number, depth: number): void {
    this.watches.set(`${scope} ${lo} ${hi} ${depth}`, { scope, lo, hi, depth });
  }

  /** Watches a single thing: a story, a record, a URL. */
  #watchSingle(name: string, depth: number): void {
    const spot = spotOf(name);
    this.#watch(0, spot, spot, depth);
  }

  newest<D extends Depth>(scope: Scope, limit: number, depth: D): Answer<D>[] {
    return this.#newestArticles(scope, limit, depths[depth]).map((article) => this.#answer(article, depth));
  }

  newestStories(scope: Scope, limit: number, body: (story: Story) => BodyFor): FullStory[] {
    return this.#newestArticles(scope, limit, depths.story).map((article) => {
      const story = storyOf(article, this.#site, this.#joins);
      return { ...story, body: this.#articleBody(article, body(story)) };
    });
  }

  #newestArticles(scope: Scope, limit: number, depth: number): Article[] {
    const rows = this.#catalog.db.all<Row>(`${select} ORDER BY entry.at DESC, path LIMIT ?`, this.#catalog.scopeId(scope), beginning, end, limit);
    const last = rows.at(-1);
    const isFull = rows.length === limit;
    this.#watch(this.#catalog.scopeId(scope), isFull && last ? last.at : beginning, end, depth);
    return rows.map(articleOf);
  }

  between<D extends Depth>(scope: Scope, from: number, to: number, depth: D): Answer<D>[] {
    const id = this.#catalog.scopeId(scope);
    this.#watch(id, from, to, depths[depth]);
    return this.#catalog.db.all<Row>(`${select} ORDER BY entry.at DESC, path`, id, from, to).map((row) => this.#answer(articleOf(row), depth));
  }

  earlier(scope: Scope, than: Headline): Headline | undefined {
    const id = this.#catalog.scopeId(scope);
    const path = articlePath(than.story, than.language, this.#site);
    const row = this.#catalog.db.get<Row>(`${select} AND (entry.at < ? OR path > ?) ORDER BY entry.at DESC, path LIMIT 1`, id, beginning, than.at, than.at, path);
    this.#watch(id, row ? row.at : beginning, than.at, depths.headline);
    return row && headlineOf(articleOf(row), this.#site);
  }

  later(scope: Scope, than: Headline): Headline | undefined {
    const id = this.#catalog.scopeId(scope);
    const path = articlePath(than.story, than.language, this.#site);
    const row = this.#catalog.db.get<Row>(`${select} AND (entry.at > ? OR path < ?) ORDER BY entry.at, path DESC LIMIT 1`, id, than.at, end, than.at, path);
    this.#watch(id, than.at, row ? row.at : end, depths.headline);
    return row && headlineOf(articleOf(row), this.#site);
  }

  #answer<D extends Depth>(article: Article, depth: D): Answer<D> {
    const { story, language } = article;
    if (depth === 'ids') return { story, language } as Answer<D>;
    if (depth === 'headline') return headlineOf(article, this.#site) as Answer<D>;
    if (depth === 'teaser') return teaserOf(article, this.#site, this.#joins) as Answer<D>;
    return storyOf(article, this.#site, this.#joins) as Answer<D>;
  }

  counts(scope: Scope, from: number, to: number): Count[] {
    return this.#tally(scope, from, to, 1);
  }

  buckets(scope: Scope, from: number, to: number): number[] {
    return this.#tally(scope, from, to, 0).map(({ bucket }) => bucket);
  }

  count(scope: Scope, bucket: number): number {
    return this.#tally(scope, bucket, bucket, 1)[0]?.n ?? 0;
  }

  #tally(scope: Scope, from: number, to: number, depth: number): Count[] {
    const id = this.#catalog.scopeId(scope);
    this.#watch(-id, from, to, depth);
    const rows = this.#catalog.db.all<Count>('SELECT bucket, n FROM tally WHERE scope = ? AND bucket BETWEEN ? AND ? ORDER BY bucket', id, from, to);
    return rows.map(({ bucket, n }) => ({ bucket, n }));
  }

  story(story: string, language: Language, body: BodyFor): FullStory | undefined {
    const article = this.#single(`story:${story}:${language}`, story, language, states.public, depths.story);
    return article && { ...storyOf(article, this.#site, this.#joins), body: this.#articleBody(article, body) };
  }

  teaser(story: string, language: Language): Teaser | undefined {
    const article = this.#single(`story:${story}:${language}`, story, language, states.public, depths.teaser);
    return article && teaserOf(article, this.#site, this.#joins);
  }

  withdrawn(story: string, language: Language): WithdrawnStory | undefined {
    return this.#single(`withdrawn:${story}:${language}`, story, language, states.withdrawn, depths.story)?.withdrawn;
  }

  #single(name: string, story: string, language: Language, state: number, depth: number): Article | undefined {
    this.#watchSingle(name, depth);
    const row = this.#catalog.storyRow(story, language, this.#site);
    return row?.state === state ? this.#catalog.article(row.id) : undefined;
  }

  exists(url: string): boolean {
    this.#watchSingle(`url:${url}`, 0);
    return this.#catalog.db.get('SELECT 1 FROM route WHERE url = ? AND gone = 0', url) !== undefined;
  }

  author(id: string): ReturnType<Queries['author']> {
    this.#watchSingle(`record:authors/${id}.yaml`, 1);
    return this.#catalog.author(id);
  }

  topic(id: string, language: Language): TopicRecord {
    const own = undatedPath('topics', id, language, this.#site);
    for (const path of new Set([own, `topics/${id}.md`])) this.#watchSingle(`record:${path}`, 1);
    const topic = this.#catalog.topic(id, language);
    const named = topicOf(id, language, this.#site, this.#joins);
    return topic && topic.path === own && topic.outline.words > 0 ? { ...named, introduction: this.#body(topic.path, topic.outline.links, {}, onPage) } : named;
  }

  page(id: string, language: Language): PageRecord | undefined {
    this.#watchSingle(`record:${undatedPath('pages', id, language, this.#site)}`, 1);
    const page = this.#catalog.page(id, language);
    return page && { id, language, title: page.title, summary: page.summary, body: this.#body(page.path, page.outline.links, {}, onPage) };
  }

  front(): ReturnType<Queries['front']> {
    this.#watchSingle('record:front.yaml', 1);
    return this.#catalog.front();
  }

  redirect(from: string): string | undefined {
    this.#watchSingle(`redirect:${from}`, 0);
    const claims = this.#catalog.db.all<{ id: number; written: string }>('SELECT article.id, written FROM claim JOIN article ON article.id = claim.file WHERE url = ? AND state = 1', from.toLowerCase());
    const claim = claims.find(({ written }) => redirectUrl(written) === from);
    const article = claim && this.#catalog.article(claim.id);
    return article && articleUrl(article.story, article.language, this.#site);
  }

  #articleBody(article: Article, body: BodyFor): Body {
    const pictures = article.outline.pictures.map((written) => {
      const path = picturePath(article, written);
      const blob = this.#joins.picture(path);
      return [written, blob === undefined ? null : body.root + pictureUrl(fileName(path), blob)] as const;
    });
    return this.#body(article.path, article.outline.links, Object.fromEntries(pictures), body);
  }

  #body(path: string, hrefs: readonly string[], pictures: Body['pictures'], { page, root }: BodyFor): Body {
    const links = hrefs.map((href) => [href, this.exists(readLink(href, this.#site).url) ? root + href : null] as const);
    const body: Body = { path, blob: this.#catalog.file(path)?.blob ?? '', links: Object.fromEntries(links), pictures, page, html: '' };
    this.bodies.push(body);
    return body;
  }
}

const onPage: BodyFor = { page: '', root: '' };

const select = 'SELECT entry.at, path, value FROM entry CROSS JOIN article ON article.id = entry.article CROSS JOIN file ON file.id = entry.article WHERE entry.scope = ? AND entry.at BETWEEN ? AND ?';

function articleOf(row: Row): Article {
  return JSON.parse(row.value);
}
