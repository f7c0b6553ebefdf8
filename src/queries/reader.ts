/**
 * Answers queries from the catalog, through a recorder that writes down what each looked at. Names of
 * authors and topics, other languages and pictures are joined into an article without a read of their
 * own: when one of them changes, the articles that show it are derived again (`sync/dependents.ts`).
 */

import { type Catalog, undatedPath } from '../catalog/catalog.ts';
import { states } from '../catalog/tables/articles.ts';
import type { Article } from '../content/article.ts';
import { type Carrier, carries } from '../content/carriers.ts';
import { type GoneNotice, goneNotice } from '../content/endings.ts';
import { chosenFor } from '../content/front-picks.ts';
import { isCarriedAt } from '../content/life.ts';
import { readLink, writtenLink } from '../content/links.ts';
import { withdrawalScope } from '../content/listings/withdrawals.ts';
import type { Language } from '../content/names.ts';
import { portraitOf } from '../content/portrait.ts';
import {
  type FullArticle,
  fullArticleOf,
  type Named,
  type Teaser,
  teaserOf,
  topicOf,
  withdrawalNotice,
  withdrawnStory,
} from '../content/records.ts';
import { type Scope, singles } from '../content/scopes.ts';
import { articleUrl } from '../content/urls.ts';
import { Bodies } from './bodies.ts';
import { ListingReader } from './listing-reader.ts';
import { Memory } from './memory.ts';
import type { ArticleWithBody, BodyFor, Notices, PageRecord, Queries, TextFile, TopicRecord } from './queries.ts';
import { contents, depths, presence } from './recorder.ts';

export class Reader extends ListingReader implements Queries {
  readonly #bodies: Bodies;
  readonly #memory: Memory;

  /** Readers of one catalog may share a memory as long as nothing is taken in. */
  constructor(catalog: Catalog, site = catalog.site, memory = new Memory()) {
    super(catalog, site, memory);
    this.#memory = memory;
    const exists = (url: string) => this.exists(url);
    this.#bodies = new Bodies({ catalog, site, memory, joins: this.joins, exists });
  }

  /** Of the bodies that were handed out, whose Markdown is still to be rendered. */
  get texts(): TextFile[] {
    return this.#bodies.files;
  }

  newestWithBodies(scope: Scope, limit: number, body: (story: FullArticle) => BodyFor): ArticleWithBody[] {
    return this.recorder.newest(scope, limit, depths.full).map((row) => {
      const article = this.catalog.listedArticle(row);
      const story = fullArticleOf(article, this.site, this.joins);
      return { ...story, body: this.#bodies.ofArticle(article, body(story)) };
    });
  }

  article(story: string, language: Language, body: BodyFor): ArticleWithBody | undefined {
    const article = this.#story({ story, language, state: 'public' }, depths.full);
    return article && { ...fullArticleOf(article, this.site, this.joins), body: this.#bodies.ofArticle(article, body) };
  }

  teaser(story: string, language: Language): Teaser | undefined {
    const article = this.#story({ story, language, state: 'public' }, depths.teaser);
    return article && teaserOf(article, this.site, this.joins);
  }

  full(story: string, language: Language): FullArticle | undefined {
    const article = this.#story({ story, language, state: 'public' }, depths.full);
    return article && fullArticleOf(article, this.site, this.joins);
  }

  withdrawn(story: string, language: Language): ReturnType<Queries['withdrawn']> {
    return withdrawalNotice(this.#story({ story, language, state: 'withdrawn' }, depths.full), this.site);
  }

  withdrawals({ of, id, language }: Scope, limit: number): ReturnType<Queries['withdrawals']> {
    const taken = this.recorder.newest(withdrawalScope(of, id, language), limit, depths.full);
    return taken.flatMap((row) => withdrawnStory(this.catalog.listedArticle(row), this.site) ?? []);
  }

  /** A story, if it is there and in this state. */
  #story({ story, language, state }: StoryInState, depth: number): Article | undefined {
    this.recorder.single((state === 'public' ? singles.article : singles.withdrawn)(story, language), depth);
    const row = this.catalog.storyRow(story, language, this.site);
    return row?.state === states[state] ? this.catalog.article(row.id) : undefined;
  }

  notices(carrier: Carrier): Notices {
    this.recorder.notices(carrier);
    const notices: Notices = {};
    for (const notice of this.catalog.notices()) {
      if (!isCarriedAt(notice, this.catalog.now) || !carries(carrier, notice)) continue;
      const { slot, title } = notice;
      const record = { ...(title === undefined ? {} : { title }), body: this.#bodies.of(notice, onPage) };
      notices[slot] = [...(notices[slot] ?? []), record];
    }
    return notices;
  }

  exists(url: string): boolean {
    this.recorder.single(singles.url(url), presence);
    return this.#memory.isThere.get(url, () => this.catalog.routes.isThere(url));
  }

  author(id: string): ReturnType<Queries['author']> {
    this.recorder.single(singles.record(`authors/${id}.yaml`), contents);
    return this.catalog.author(id);
  }

  portrait(id: string, language: Language): ReturnType<Queries['portrait']> {
    const author = this.author(id);
    return author && portraitOf(author, { language, site: this.site, picture: this.joins.picture });
  }

  topic(id: string, language: Language): TopicRecord {
    const named = this.#topic(id, language);
    const own = undatedPath('topics', id, language, this.site);
    const topic = this.catalog.topic(id, language);
    return topic && topic.path === own && topic.outline.words > 0
      ? { ...named, introduction: this.#bodies.of(topic, onPage) }
      : named;
  }

  topicName(id: string, language: Language): string {
    return this.#topic(id, language).name;
  }

  #topic(id: string, language: Language): Named {
    const own = undatedPath('topics', id, language, this.site);
    for (const path of new Set([own, `topics/${id}.md`])) this.recorder.single(singles.record(path), contents);
    return topicOf(id, language, this.site, this.joins);
  }

  page(id: string, language: Language): PageRecord | undefined {
    this.recorder.single(singles.record(undatedPath('pages', id, language, this.site)), contents);
    const page = this.catalog.page(id, language);
    return (
      page && {
        id,
        language,
        title: page.title,
        summary: page.summary,
        ...(page.noindex ? { noindex: true } : {}),
        body: this.#bodies.of(page, onPage),
      }
    );
  }

  front(section?: string): ReturnType<Queries['front']> {
    this.recorder.single(singles.record('front.yaml'), contents);
    const front = this.catalog.front();
    return { ...chosenFor(front, section, this.catalog.now), sections: front.sections };
  }

  redirect(from: string): ReturnType<Queries['redirect']> {
    this.recorder.single(singles.redirect(from), presence);
    const id = this.catalog.claims.articleAt(from);
    const article = id === undefined ? undefined : this.catalog.article(id);
    if (article) return this.#leadingTo(articleUrl(article.story, article.language, this.site), article);
    const to = this.catalog.endings.at(from)?.to;
    if (to === undefined) return undefined;
    const target = readLink(to, this.site);
    return this.#leadingTo(writtenLink(to, target, this.site), target.kind === 'article' ? target : undefined);
  }

  #leadingTo(to: string, at: Pick<Article, 'story' | 'language'> | undefined): ReturnType<Queries['redirect']> {
    const shown = at && this.#story({ ...at, state: 'public' }, depths.full);
    return { to, ...(shown && { story: fullArticleOf(shown, this.site, this.joins) }) };
  }

  gone(address: string): GoneNotice | undefined {
    this.recorder.single(singles.gone(address), presence);
    const ending = this.catalog.endings.at(address);
    return ending && goneNotice(ending, this.site);
  }
}

type StoryInState = { story: string; language: Language; state: 'public' | 'withdrawn' };

const onPage: BodyFor = { page: '', root: '' };
