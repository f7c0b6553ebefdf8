/** What of a story WordPress has no place for. */

import type { Article } from '../../content/article.ts';
import { defaultLanguage } from '../../content/names.ts';
import type { Writing } from './wxr-item.ts';

/** In the custom field `broadsheet`, which themes do not show. */
const kept: Partial<Record<keyof Article, string>> = {
  titles: 'Headlines for lists, search engines and cards',
  kicker: 'Kickers',
  place: 'Datelines',
  type: 'That a story is analysis, opinion, an interview or a feature',
  translators: 'Translators of a story',
  contributors: 'Who else worked on a story, and as what',
  thread: 'Running stories',
  series: 'Series and the order of their parts',
  license: 'The licence of a story',
  canonical: 'That a story was published on another site first',
  noindex: 'That search engines are to leave a story out',
  id: 'By what feeds and search engines know a story that was renamed',
  own: 'Fields of your own',
};

/** Notes all of it; returns what is kept where no reader sees it. */
export function noteLosses(article: Article, url: string, { losses, catalog }: Writing): Record<string, unknown> {
  const own: Record<string, unknown> = {};
  for (const [key, what] of Object.entries(kept) as [keyof Article, string][]) {
    const value = article[key];
    const isSaid = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false && value !== 'news';
    if (!isSaid) continue;
    own[key] = value;
    losses.note(`${what}: in a custom field, which themes do not show`, url);
  }
  if (article.authors.length > 1) {
    own.authors = article.authors;
    losses.note('Authors of a story after the first: in a custom field, which themes do not show', url);
  }
  if (article.language !== defaultLanguage(catalog.site))
    losses.note(
      'That a story is a translation: each language is a post of its own, with the language in its address',
      url,
    );
  if (article.withdrawn) {
    own.withdrawn = article.withdrawn.reason;
    losses.note('Why a story was withdrawn: it is a draft, and its address tells nobody', url);
  }
  noteOfPictures(article, url, { losses, catalog });
  return own;
}

function noteOfPictures(
  { image, pictures }: Article,
  url: string,
  { losses, catalog }: Pick<Writing, 'losses' | 'catalog'>,
): void {
  const all = [...(image ? [image] : []), ...pictures];
  for (const { focus, wide, expires } of all) {
    if (focus) losses.note('What is to stay in a picture where it is cut', url);
    if (wide !== undefined) losses.note('Which pictures stand wider than the text', url);
    if (expires !== undefined && expires > catalog.now)
      losses.note('Until when a picture may be shown: take it down yourself', url);
  }
}
