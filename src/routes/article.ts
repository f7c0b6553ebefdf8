/** An article's own page, with its nearest neighbours in each of its topics. */

import type { Headline } from '../content/records.ts';
import { articleUrl } from '../content/urls.ts';
import type { FullStory } from '../queries/queries.ts';
import { type PageHead, readScope, type StoryKind } from './kind.ts';

export type ArticleProps = PageHead & {
  story: FullStory;
  /** Nearest neighbours in its topics (in its section, if it has none), oldest first. */
  earlier: Headline[];
  later: Headline[];
};

export const article: StoryKind<ArticleProps> = {
  name: 'article',
  url({ scope }, site) {
    const { of, id, language } = readScope(scope);
    return of === 'story' ? articleUrl(id, language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { id, language } = readScope(scope);
    const story = queries.story(id, language, { page: '', root: '' });
    if (!story) return undefined;
    const topics = story.topics.map((topic) => `topic:${topic.id}:${language}`);
    const scopes = topics.length > 0 ? topics : [`section:${story.section}:${language}`];
    return {
      url: articleUrl(id, language, site),
      language,
      alternates: story.languages,
      story,
      earlier: neighbours(scopes.map((each) => queries.earlier(each, story))),
      later: neighbours(scopes.map((each) => queries.later(each, story))),
    };
  },
};

function neighbours(found: (Headline | undefined)[]): Headline[] {
  const unique = new Map(found.filter((each) => each !== undefined).map((each) => [each.url, each]));
  return [...unique.values()].sort((a, b) => a.at - b.at || (a.url < b.url ? -1 : 1));
}
