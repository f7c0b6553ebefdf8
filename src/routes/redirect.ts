/**
 * An old address (`redirectFrom`) that leads to a story, or to what has a front or is a page, and then to what was below it;
 * or one that ended on purpose (`gone.yaml`) and leads anywhere.
 */

import { presentAddress } from '../content/former.ts';
import type { FullArticle, Picture } from '../content/records.ts';
import { redirectUrl } from '../content/redirect.ts';
import { shownInLists } from './card.ts';
import type { Kind } from './kind.ts';

export type RedirectProps = {
  url: string;
  to: string;
  /** What a link to it shows where it is shared: the story that it leads to, while that is public. */
  preview?: { title: string; description: string; image?: Picture; canonical?: string };
};

export const redirect: Kind<'redirect', RedirectProps> = {
  name: 'redirect',
  isForMachines: true,
  url: ({ scope }) => (scope.of === 'redirect' ? redirectUrl(scope.id) : undefined),
  props(queries, place, site, url) {
    const { scope } = place;
    if (scope.of !== 'redirect') {
      const to = presentAddress(url, place, site);
      return to === undefined ? undefined : { url, to };
    }
    const found = queries.redirect(scope.id);
    return found && { url, to: found.to, ...(found.story && { preview: previewOf(found.story) }) };
  },
};

function previewOf(story: FullArticle): RedirectProps['preview'] {
  const { title, titles, summary, canonical } = story;
  return { title: titles.card ?? title, description: summary, image: shownInLists(story), canonical };
}
