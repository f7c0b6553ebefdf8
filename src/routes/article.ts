/** An article's own page, with what came before and after in its thread. */

import { scopeIn } from '../content/listings/listing.ts';
import { section } from '../content/listings/section.ts';
import { leadingTopics, threadScopes } from '../content/listings/thread.ts';
import { topic } from '../content/listings/topic.ts';
import type { Headline, Named } from '../content/records.ts';
import type { Scope } from '../content/scopes.ts';
import { articleUrl } from '../content/urls.ts';
import type { ArticleWithBody } from '../queries/queries.ts';
import type { ArticleKind, PageHead } from './kind.ts';
import { wholeAddress } from './whole-address.ts';

/** The nearest earlier story on a topic, by the topic's name; without one, in its section. */
export type EarlierOn = { topic?: string; story: Headline };

export type ArticleProps = PageHead & {
  story: ArticleWithBody;
  /** Nearest neighbours in its thread, or in each pair of its first topics, oldest first. */
  earlier: Headline[];
  later: Headline[];
  /** Where it has none: what came before on each of its first topics, which need not be the same story. */
  earlierOn: EarlierOn[];
  /** Older stories that share most with it, best first; none that is shown above. */
  related: Headline[];
};

const relatedShown = 4;
/** Of a thread that editors have named; of pairs one each, of which there are as many. */
const earlierOfThread = 3;

export const article: ArticleKind<'article', ArticleProps> = {
  name: 'article',
  url({ scope }, site) {
    const { of, id, language } = scope;
    return of === 'article' ? articleUrl(id, language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { id, language } = scope;
    const story = queries.article(id, language, { page: '', root: '' });
    if (!story) return undefined;
    const topics = story.topics.map((each) => each.id);
    const running = threadScopes({ thread: story.thread, topics, language });
    const near = story.thread === undefined ? 1 : earlierOfThread;
    const earlier = inOrder(running.flatMap((each) => queries.older(each, story, near)));
    const later = inOrder(running.flatMap((each) => queries.later(each, story) ?? []));
    const older = listingsOf(story).map((each) => queries.older(each, story, relatedShown + 1));
    const earlierOn = earlier.length + later.length === 0 ? earlierOnEach(story.topics, older) : [];
    return {
      url: articleUrl(id, language, site),
      language,
      alternates: story.languages,
      story: {
        ...story,
        sources: story.sources.map((each) => ({ ...each, url: each.url && wholeAddress(each.url, queries, site) })),
      },
      earlier,
      later,
      earlierOn,
      related: relatedOf(older, [...earlier, ...earlierOn.map((each) => each.story)]),
    };
  },
};

/** Of its topics; of its section, if it has none. */
function listingsOf({ topics, section: id, language }: ArticleWithBody): Scope[] {
  if (topics.length === 0) return [scopeIn(section, language, id)];
  return topics.map((each) => scopeIn(topic, language, each.id));
}

/** `older` is of each topic, or of the section alone. A story stands under the first topic that it is found in. */
function earlierOnEach(topics: readonly Named[], older: readonly Headline[][]): EarlierOn[] {
  const found = new Map<string, EarlierOn>();
  for (const [n, [story]] of older.slice(0, leadingTopics).entries())
    if (story && !found.has(story.url)) found.set(story.url, { topic: topics[n]?.name, story });
  return [...found.values()];
}

/** Of the nearest older in each topic, those in most of them, then the newest; what is shown already is left out. */
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

/** Each once, oldest first. */
function inOrder(found: readonly Headline[]): Headline[] {
  const unique = new Map(found.map((each) => [each.url, each]));
  return [...unique.values()].sort((a, b) => a.at - b.at || (a.url < b.url ? -1 : 1));
}
