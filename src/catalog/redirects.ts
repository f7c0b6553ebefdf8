/** Every old address that leads somewhere now, for whoever tells a host of them. */

import { defaultLanguage } from '../content/names.ts';
import { contentPath } from '../content/paths.ts';
import { redirectUrl } from '../content/redirect.ts';
import { articleUrl } from '../content/urls.ts';
import type { Catalog } from './catalog.ts';

/** `file`: a page of the site answers there too; else only a host can, as `/?p=123`. */
export type Redirect = { from: string; to: string; file: boolean };

/** Of stories that are public or withdrawn, by code point of where they lead from. */
export function readRedirects(catalog: Catalog): Redirect[] {
  const { site } = catalog;
  const redirects = catalog.claims.leading().flatMap(({ address, path }) => {
    const story = contentPath(path, 0);
    if (!story || 'code' in story || story.kind !== 'article') return [];
    const to = articleUrl(story.story, story.language ?? defaultLanguage(site), site);
    return [{ from: address, to, file: redirectUrl(address) !== undefined }];
  });
  return redirects.sort((a, b) => (a.from < b.from ? -1 : 1));
}
