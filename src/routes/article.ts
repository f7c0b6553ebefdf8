/** An article's own page, with what came before and after in its series and in its thread. */

import { scopeIn } from '../content/listings/listing.ts';
import { section } from '../content/listings/section.ts';
import { series } from '../content/listings/series.ts';
import { leadingTopics, threadScopes } from '../content/listings/thread.ts';
import { topic } from '../content/listings/topic.ts';
import type { Credited, Headline, Named } from '../content/records.ts';
import type { Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { type SocialCard, socialCardOf } from '../content/social-card.ts';
import { articleUrl } from '../content/urls.ts';
import type { ArticleQueries, ArticleWithBody, Notices } from '../queries/queries.ts';
import { type Listed, listed } from './card.ts';
import type { ArticleKind, PageHead } from './kind.ts';
import { wholeAddress } from './whole-address.ts';

/** The nearest earlier story on a topic, by the topic's name; without one, in its section. */
export type EarlierOn = { topic?: string; story: Listed };

/** Nearest neighbours, oldest first. */
export type Beside = { earlier: Listed[]; later: Listed[] };

/** Its own page shows no short title. */
type OwnStory = Omit<ArticleWithBody, 'short'> & { short?: never };

export type ArticleProps = PageHead & {
  story: OwnStory;
  /** What is drawn of it where it has no picture. */
  card?: SocialCard;
  /** In its series. */
  parts: Beside;
  /** In its thread, or in each pair of its first topics. Here and below nothing stands that is shown above. */
  running: Beside;
  /** Where it has none: what came before on each of its first topics, which need not be the same story. */
  earlierOn: EarlierOn[];
  /** Older stories that share most with it, best first; then those of its section. Here and in `earlierOn` nothing stands that was paid for. */
  related: Listed[];
  notices: Notices;
};

const relatedShown = 6;
/** Of a thread or a series, which editors have named; of pairs one each, of which there are as many. */
const earlierOfNamed = 3;

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
    const ofThread = threadScopes({ thread: story.thread, topics, language });
    const running = nearest(queries, ofThread, story, story.thread === undefined ? 1 : earlierOfNamed);
    const parts = partsOf(queries, story);
    const older = listingsOf(story).map((each) => unpaid(queries.older(each, story, relatedShown + 1)));
    const isRunning = running.earlier.length + running.later.length > 0;
    const earlierOn = isRunning ? [] : earlierOnEach(story.topics, older);
    const card = socialCardOf(story, story.image !== undefined, site);
    const isPart = new Set(urlsOf(parts));
    const shown = [...isPart, ...urlsOf(running), ...earlierOn.map((each) => each.story.url)];
    const isNoPart = ({ url }: Listed) => !isPart.has(url);
    return {
      url: articleUrl(id, language, site),
      language,
      alternates: story.languages,
      story: ownStory(story, queries, site),
      ...(card && { card }),
      parts,
      running: { earlier: running.earlier.filter(isNoPart), later: running.later.filter(isNoPart) },
      earlierOn: earlierOn.filter((each) => isNoPart(each.story)),
      related: withSection(queries, story, relatedOf(older, shown), shown),
      notices: queries.notices({ is: 'story', language, section: story.section, at: story.at }),
    };
  },
};

function ownStory({ short: _short, ...story }: ArticleWithBody, queries: ArticleQueries, site: Site): OwnStory {
  const credited = ({ url, ...who }: Credited): Credited =>
    url !== undefined && queries.exists(url) ? { ...who, url } : who;
  return {
    ...story,
    sponsorUrl: story.sponsorUrl && wholeAddress(story.sponsorUrl, queries, site),
    sources: story.sources.map((each) => ({ ...each, url: each.url && wholeAddress(each.url, queries, site) })),
    translators: story.translators.map(credited),
    contributors: story.contributors.map(({ role, names }) => ({ role, names: names.map(credited) })),
  };
}

/** In the order of the front of its series, also of those that share an instant. */
function partsOf(queries: ArticleQueries, story: ArticleWithBody): Beside {
  if (story.series === undefined) return { earlier: [], later: [] };
  const scope = scopeIn(series, story.language, story.series.id);
  const later = queries.later(scope, story);
  return {
    earlier: queries.older(scope, story, earlierOfNamed).map(listed).reverse(),
    later: later ? [listed(later)] : [],
  };
}

/** In some scopes, each once. */
function nearest(queries: ArticleQueries, scopes: readonly Scope[], story: ArticleWithBody, limit: number): Beside {
  return {
    earlier: inOrder(scopes.flatMap((each) => queries.older(each, story, limit)).map(listed)),
    later: inOrder(scopes.flatMap((each) => queries.later(each, story) ?? []).map(listed)),
  };
}

/** Nobody finds what was paid for beside what was not, unless an editor has put it there. */
function unpaid(stories: readonly Headline[]): Listed[] {
  return stories.filter(({ sponsor }) => sponsor === undefined).map(listed);
}

function urlsOf({ earlier, later }: Beside): string[] {
  return [...earlier, ...later].map(({ url }) => url);
}

/** Of its topics; of its section, if it has none. */
function listingsOf({ topics, section: id, language }: ArticleWithBody): Scope[] {
  if (topics.length === 0) return [scopeIn(section, language, id)];
  return topics.map((each) => scopeIn(topic, language, each.id));
}

/** `older` is of each topic, or of the section alone. A story stands under the first topic that it is found in. */
function earlierOnEach(topics: readonly Named[], older: readonly Listed[][]): EarlierOn[] {
  const found = new Map<string, EarlierOn>();
  for (const [n, [story]] of older.slice(0, leadingTopics).entries())
    if (story && !found.has(story.url)) found.set(story.url, { topic: topics[n]?.name, story });
  return [...found.values()];
}

/** Of the nearest older in each topic, those in most of them, then the newest; what is shown already is left out. */
function relatedOf(lists: readonly Listed[][], shown: readonly string[]): Listed[] {
  const urls = new Set(shown);
  const found = new Map<string, { story: Listed; shared: number }>();
  for (const story of lists.flat()) {
    const shared = (found.get(story.url)?.shared ?? 0) + 1;
    if (!urls.has(story.url)) found.set(story.url, { story, shared });
  }
  const sorted = [...found.values()].sort(
    (a, b) => b.shared - a.shared || b.story.at - a.story.at || (a.story.url < b.story.url ? -1 : 1),
  );
  return sorted.slice(0, relatedShown).map(({ story }) => story);
}

/** `related`; and where too few share a topic, the nearest older of its section, which is asked for then alone. */
function withSection(queries: ArticleQueries, story: ArticleWithBody, related: Listed[], shown: string[]): Listed[] {
  if (related.length === relatedShown || story.topics.length === 0) return related;
  const known = [...shown, ...related.map(({ url }) => url)];
  const scope = scopeIn(section, story.language, story.section);
  const others = relatedOf([unpaid(queries.older(scope, story, known.length + relatedShown))], known);
  return [...related, ...others].slice(0, relatedShown);
}

/** Each once, oldest first. */
function inOrder(found: readonly Listed[]): Listed[] {
  const unique = new Map(found.map((each) => [each.url, each]));
  return [...unique.values()].sort((a, b) => a.at - b.at || (a.url < b.url ? -1 : 1));
}
