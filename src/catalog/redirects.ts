/** Every old address that leads somewhere now, for whoever tells a host of them. */

import { isForHosts, targetOf } from '../content/endings.ts';
import { frontAt, presentAddress } from '../content/former.ts';
import { readLink, writtenLink } from '../content/links.ts';
import { defaultLanguage } from '../content/names.ts';
import { contentPath } from '../content/paths.ts';
import { redirectUrl } from '../content/redirect.ts';
import { readScope } from '../content/scopes.ts';
import { articleUrl } from '../content/urls.ts';
import type { Catalog } from './catalog.ts';

/**
 * `file`: a page of the site answers there too; else only a host can, as `/?p=123`, or `/World/` beside our `/world/`. `below`: all that is below `from` has moved
 * to the same place below `to`; of a host that the site had before.
 */
export type Redirect = { from: string; to: string; file: boolean; below?: true };

/** Of stories that are public or withdrawn, and of what ended on purpose; by code point of where they lead from. */
export function readRedirects(catalog: Catalog): Redirect[] {
  const { site } = catalog;
  const redirects: Redirect[] = catalog.claims.leading().flatMap(({ address, path }) => {
    const story = contentPath(path, 0);
    if (!story || 'code' in story || story.kind !== 'article') return [];
    const to = articleUrl(story.story, story.language ?? defaultLanguage(site), site);
    return [{ from: address, to, file: redirectUrl(address) !== undefined }];
  });
  const formers = catalog.routes.ofKind('redirect').flatMap(({ url, scope, bucket }) => {
    const place = { scope: readScope(scope), bucket };
    const to = place.scope.of === 'redirect' ? undefined : presentAddress(url, place, site);
    return to === undefined ? [] : [{ from: url, to, file: true }];
  });
  // Where a file can answer, it is one of those.
  const forHosts = catalog.claims.ofUndated().flatMap(({ address, path }): Redirect[] => {
    const file = contentPath(path, 0);
    const isUndated =
      file && !('code' in file) && (file.kind === 'page' || file.kind === 'topic' || file.kind === 'author');
    if (!isUndated || redirectUrl(address) !== undefined) return [];
    const language = (file.kind === 'author' ? undefined : file.language) ?? defaultLanguage(site);
    const to = frontAt({ of: file.kind, id: file.id, language }, site);
    return to === undefined || catalog.routes.at(to) === undefined ? [] : [{ from: address, to, file: false }];
  });
  const ended = catalog.endings.all().flatMap((each): Redirect[] => {
    const target = targetOf(each, site);
    if (each.to === undefined || (target !== undefined && catalog.routes.at(target) === undefined)) return [];
    const to = writtenLink(each.to, readLink(each.to, site), site);
    const file = redirectUrl(each.url) !== undefined && !isForHosts(each);
    return [{ from: each.url, to, file }, ...(each.also ?? []).map((from) => ({ from, to, file: false }))];
  });
  const hosts = site.formerly.map(
    (host): Redirect => ({ from: `${host}/`, to: `${site.url}/`, file: false, below: true }),
  );
  return [...redirects, ...formers, ...forHosts, ...ended, ...hosts].sort((a, b) => (a.from < b.from ? -1 : 1));
}
