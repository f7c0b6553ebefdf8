/** Which addresses of a site anybody may be told of in a list. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Redirect } from '../catalog/redirects.ts';
import { redirectUrl } from '../content/redirect.ts';
import { pageUrl, urlOfOutput } from '../content/urls.ts';
import { isForMachinesOnly } from './ended.ts';

/**
 * Of files of the site: not those of `public/`, nor pages that are for those alone who are given their address, nor old addresses
 * of such pages.
 */
export function knownAddresses(paths: Iterable<string>, catalog: Catalog, redirects: readonly Redirect[]): string[] {
  const { site } = catalog;
  const hidden = new Set(catalog.routes.ofKind('public-file').map(({ url }) => url));
  for (const language of site.languages) {
    const told = new Set(catalog.pageIdsForSearch(language));
    for (const id of catalog.pageIds(language)) if (!told.has(id)) hidden.add(pageUrl(id, language, site));
  }
  for (const { from, to } of redirects) if (hidden.has(to)) hidden.add(redirectUrl(from) ?? from);
  return [...paths].filter((path) => !isForMachinesOnly(path) && !hidden.has(urlOfOutput(path)));
}
