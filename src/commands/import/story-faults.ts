/** What is wrong with a story as it would be written: asked only of those that were found to have Problems, and where nothing is written. */
import { parseArticle } from '../../content/article.ts';
import { outlineBody } from '../../content/markdown/outline.ts';
import { parsePage } from '../../content/page.ts';
import { contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import type { Placed } from '../../import/places.ts';
import { isFault, type Problem } from '../../problem.ts';
import type { Judge } from './convert-story.ts';

export const faultsOfStory: Judge = ({ text, markdown }, placed, { site, isDryRun }) =>
  isDryRun ? faultsIn(text, placed, site) : faultsOfBody(text, markdown, placed, site);

function faultsIn(text: string, { path }: Placed, site: Site): Problem[] {
  const place = contentPath(path, 0);
  if (!place) return [];
  if ('code' in place) return [place];
  const bytes = Buffer.from(text);
  const { problems } =
    place.kind === 'article'
      ? parseArticle(bytes, place, site)
      : place.kind === 'page'
        ? parsePage(bytes, place, site)
        : { problems: [] };
  return problems.filter(isFault);
}

/** Of the text alone: what is wrong above it, the newsroom as a whole is asked (`sync-round.ts`), which reads the file anyhow. */
function faultsOfBody(text: string, markdown: string, { path }: Placed, site: Site): Problem[] {
  const above = text.slice(0, text.length - markdown.length - 1);
  return outlineBody(markdown, path, above.split('\n').length, site).problems.filter(isFault);
}
