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
};

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
