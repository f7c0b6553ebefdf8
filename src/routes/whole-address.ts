/** Addresses that a field gives whole, as those of sources and of authors’ links. */
import { leadsTo, pathOnSite } from '../content/links.ts';
import type { Site } from '../content/site.ts';
import { absoluteUrl } from '../content/urls.ts';
import type { ArticleQueries } from '../queries/queries.ts';

/** Where one leads; undefined while nothing is there, on the site itself. */
export function wholeAddress(written: string, queries: ArticleQueries, site: Site): string | undefined {
  if (pathOnSite(written, site) === undefined) return written;
  const address = leadsTo(written, site, (url) => queries.exists(url));
  return address === undefined ? undefined : absoluteUrl(address, site);
}
