/** An article's own page, with its nearest neighbours in each of its topics. */

import type { Headline } from '../content/records.ts';
import { listings, readScope } from '../content/scopes.ts';
import { articleUrl } from '../content/urls.ts';
import type { ArticleWithBody } from '../queries/queries.ts';
import type { ArticleKind, PageHead } from './kind.ts';

export type ArticleProps = PageHead & {
  story: ArticleWithBody;
  /** Nearest neighbours in its topics (in its section, if it has none), oldest first. */
  earlier: Headline[];
  later: Headline[];
  /** Older stories that share most with it, best first. */
  related: Headline[];
};

const relatedShown = 4;

export const article: ArticleKind<ArticleProps> = {
  name: 'article',
  url({ scope }, site) {
    const { of, id, language } = readScope(scope);
    return of === 'article' ? articleUrl(id, language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { id, language } = readScope(scope);
    const story = queries.article(id, language, { page: '', root: '' });
    if (!story) return undefined;
    const topics = story.topics.map((topic) => listings.topic(topic.id, language));
    const scopes = topics.length > 0 ? topics : [listings.section(story.section, language)];
    const older = scopes.map((each) => queries.older(each, story, relatedShown + 1));
    const earlier = neighbours(older.map((list) => list[0]));
    return {
      url: articleUrl(id, language, site),
      language,
      alternates: story.languages,
      story,
      earlier,
      later: neighbours(scopes.map((each) => queries.later(each, story))),
      related: relatedOf(older, earlier),
    };
  },
};

/** Of the nearest older in each topic, those in most of them, then the newest; what stands in the thread is left out. */
function relatedOf(lists: readonly Headline[][], shown: readonly Headline[]): Headline[] {
  const urls = new Set(shown.map(({ url }) => url));
  const found = new Map<string, { story: Headline; shared: number }>();
  for (const story of lists.flat()) {
    const shared = (found.get(story.url)?.shared ?? 0) + 1;
    if (!urls.has(story.url)) found.set(story.url, { story, shared });
  }
  const sorted = [...found.values()].sort(
    (a, b) => b.shared - a.shared || b.story.at - a.story.at || (a.story.url < b.story.url ? -1 : 1),
  );
  return sorted.slice(0, relatedShown).map(({ story }) => story);
}

function neighbours(found: (Headline | undefined)[]): Headline[] {
  const unique = new Map(found.filter((each) => each !== undefined).map((each) => [each.url, each]));
  return [...unique.values()].sort((a, b) => a.at - b.at || (a.url < b.url ? -1 : 1));
}
