/** What the calendar has to know, from the catalog: what is to come, drafts, and the stories of the last days, but never the archive. */
import type { Catalog } from '../catalog/catalog.ts';
import { unpackArticle } from '../catalog/packed.ts';
import type { Article } from '../content/article.ts';
import type { Author } from '../content/author.ts';
import { picksOf } from '../content/front-picks.ts';
import { expiriesOf, type Turn } from '../content/life.ts';
import { defaultLanguage, textIn } from '../content/names.ts';
import type { Notice } from '../content/notice.ts';
import type { Page, Topic } from '../content/page.ts';
import { inZone, type Seconds } from '../content/times.ts';
import type { Base, Source } from '../source/source.ts';
import { type DeskFacts, daysOfPictures, type Happening, type RowKind, staleDays } from './calendar.ts';
import { deskStory } from './fronts/desk-story.ts';
import { titleOf } from './fronts/sentences.ts';
import { untouchedOf } from './untouched.ts';

const daySeconds = 24 * 3600;

/** A catalog that is in step with a source, and the folder of that, whose history git may know. */
export type Desk = { catalog: Catalog; source: Source; content: string };

export function factsOf({ catalog, source, content }: Desk, now: Seconds): DeskFacts {
  const { site } = catalog;
  const recent = recentStories(catalog, now - daysOfPictures * daySeconds);
  const inUse = new Set(recent.flatMap(({ article }) => (article.draft ? [] : article.topics)));
  const drafts = draftsOf(catalog);
  const pages = catalog.records.like('pages/*').flatMap(({ path, value }) => {
    const page: Page | undefined = value === null ? undefined : JSON.parse(value);
    return page ? [{ kind: 'page', file: path, title: page.title } as const] : [];
  });
  const topics = catalog.records.like('topics/*').flatMap(({ path, value }) => {
    const topic: Topic | undefined = value === null ? undefined : JSON.parse(value);
    if (!topic || !inUse.has(topic.id)) return [];
    return [{ kind: 'topic', file: path, title: textIn(topic.name, topic.language, site.languages) } as const];
  });
  const since = (days: number) => now - days * daySeconds;
  const asked = new Map([
    ...drafts.map(({ file }) => [file, since(staleDays.draft)] as const),
    ...[...pages, ...topics].map(({ file }) => [file, since(staleDays.undated)] as const),
  ]);
  for (const path of dirtyPaths(catalog)) asked.delete(path);
  return {
    title: textIn(site.title, defaultLanguage(site), site.languages),
    zone: site.timeZone,
    happenings: [...turnsAfter(catalog, now), ...picksAfter(catalog, now)],
    drafts,
    undated: [...pages, ...topics],
    withoutText: withoutText(recent, source),
    untouched: untouchedOf(content, asked),
  };
}

/** What differed from the last commit when the catalog was brought in step. */
function dirtyPaths(catalog: Catalog): readonly string[] {
  const base: Base | undefined = JSON.parse(catalog.state.get('base') ?? 'null') ?? undefined;
  return base?.dirty ?? [];
}

function draftsOf(catalog: Catalog): Happening[] {
  return catalog.articles.unpublished().flatMap(({ path, value }) => {
    const { draft, at, isDay, title } = unpackArticle(value, path);
    return draft ? [{ kind: 'draft', at, isDay, file: path, title } as const] : [];
  });
}

const kindsOfTurns: Record<Turn['what'], RowKind | undefined> = {
  'a story becomes public': 'story',
  'a story leaves the news sitemap': undefined,
  'a correction appears': 'correction',
  'an update appears': 'update',
  'a story is withdrawn': 'withdrawal',
  'a picture expires': 'picture expires',
  'a notice appears': 'notice begins',
  'a notice ends': 'notice ends',
  'a notice of a withdrawal leaves feeds': 'withdrawal leaves feeds',
};

function turnsAfter(catalog: Catalog, now: Seconds): Happening[] {
  return catalog.turns.after(now).flatMap(({ at, what, id, path: file }) => {
    const kind = kindsOfTurns[what];
    if (kind === undefined) return [];
    const article = catalog.writtenArticle(id);
    if (article) return [{ kind, at, file, title: article.title, ...detailsOf(article, what, at) }];
    if (file.startsWith('authors/')) return [{ kind, at, file, ...portraitIn(catalog, file) }];
    const notice = catalog.record<Notice>(file);
    return [{ kind, at, file, title: notice?.title ?? notice?.id ?? file, note: notice && `in “${notice.slot}”` }];
  });
}

function portraitIn(catalog: Catalog, file: string): Pick<Happening, 'title' | 'note'> {
  const { site } = catalog;
  const author = catalog.record<Author>(file);
  return {
    title: author ? textIn(author.name, defaultLanguage(site), site.languages) : file,
    note: author?.portrait?.file,
  };
}

/** Whether an hour was written, and what it is about. */
function detailsOf(article: Article, what: Turn['what'], at: Seconds): Pick<Happening, 'isDay' | 'note'> {
  if (what === 'a story becomes public') return { isDay: article.isDay };
  if (what === 'an update appears') return { isDay: article.updated?.isDay };
  if (what === 'a correction appears') {
    const correction = article.corrections.find((each) => each.at === at);
    return { isDay: correction?.isDay, note: correction?.text };
  }
  if (what === 'a story is withdrawn') return { isDay: (article.withdrawn ?? article.withdrawnElsewhere)?.isDay };
  if (what !== 'a picture expires') return {};
  const names = expiriesOf(article).flatMap((each) => (each.at === at ? [each.key.split('/').at(-1) ?? each.key] : []));
  return { note: names.join(', ') };
}

/** Of fronts, which no turn tells of. */
function picksAfter(catalog: Catalog, now: Seconds): Happening[] {
  const named = (story: string) => titleOf(deskStory({ catalog, left: [] }, story, defaultLanguage(catalog.site)));
  return picksOf(catalog.front()).flatMap(({ pick }) =>
    pick.until !== undefined && pick.until > now
      ? [{ kind: 'pick ends', at: pick.until, file: 'front.yaml', title: named(pick.story) } as const]
      : [],
  );
}

type Recent = { article: Article; blob: string };

/** Of the days from an instant on, with all that are to come. */
function recentStories(catalog: Catalog, from: Seconds): Recent[] {
  const day = inZone(from, catalog.site.timeZone).toFormat('yyyy/MM/dd');
  return catalog.articles
    .since(day)
    .map(({ path, blob, value }) => ({ article: unpackArticle(value, path), blob }))
    .filter(({ article }) => article.withdrawn === undefined);
}

/** In a text the brackets of a picture that is said to need none: `![""](storm/sea.jpg)`. */
const silentPicture = /!\[\s*["“”]{2}\s*\]\(\s*<?([^)>\s"]+)/g;

function withoutText(recent: readonly Recent[], source: Source): Happening[] {
  const withPictures = recent.filter(({ article }) => article.outline.pictures.length > 0);
  const texts = source.read(withPictures.map(({ article, blob }) => ({ path: article.path, blob })));
  return recent.flatMap(({ article }) => {
    const { image, path: file, at, isDay, title } = article;
    const text = texts.get(file);
    const silent = [...new TextDecoder().decode(text).matchAll(silentPicture)].map(([, name = '']) => name);
    const names = [...(image?.alt === '' ? [image.file] : []), ...silent];
    return names.map((note) => ({ kind: 'picture', at, isDay, file, title, note }) as const);
  });
}
