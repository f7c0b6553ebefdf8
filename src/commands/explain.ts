/** Why a URL was rendered in a build, or was not, or does not exist. */
import { articlePath, type Catalog } from '../catalog/catalog.ts';
import { readLink } from '../content/links.ts';
import { inZone } from '../content/times.ts';
import type { Outcome } from './outcomes.ts';

export function explainUrl(catalog: Catalog, url: string, outcomes: readonly Outcome[]): string {
  const outcome = outcomes.find((each) => each.url === url);
  const did = { rendered: 'was rendered', unchanged: 'was asked again and found unchanged', removed: 'was removed' };
  if (outcome)
    return `${url} ${did[outcome.did]}: ${outcome.reason}.${outcome.did === 'removed' ? whyHidden(catalog, url) : ''}`;
  if (catalog.routes.at(url) !== undefined) return `${url} was not rendered: nothing it looked at has changed.`;
  return `There is nothing at ${url}, before or after this build.${whyHidden(catalog, url)}`;
}

/** A story that is there and not public says so; readers are told nothing of it. */
function whyHidden(catalog: Catalog, url: string): string {
  const { site } = catalog;
  const target = readLink(url, site);
  const file =
    target.kind === 'article' ? catalog.files.at(articlePath(target.story, target.language, site)) : undefined;
  const row = file && catalog.articles.row(file.id);
  if (!file || !row || row.state !== 0) return '';
  const article = catalog.article(file.id);
  if (!article || article.draft) return ` content/${file.path} is a draft.`;
  const due = inZone(article.at, site.timeZone).toFormat('yyyy-MM-dd HH:mm');
  return ` content/${file.path} becomes public at ${due} (${site.timeZone}).`;
}
