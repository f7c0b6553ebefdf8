/** Links that somebody paid for say so to search engines: those of a sponsored story that lead to other sites. */
import { pathOnSite } from './links.ts';
import { isWebAddress } from './names.ts';
import type { Site } from './site.ts';

/** What a link to an address is, as its `rel` says; undefined: no more than a link. */
export type RelOf = (address: string) => string | undefined;

export function sponsoredRel(site: Pick<Site, 'url' | 'formerly'>): RelOf {
  return (address) => (isWebAddress(address) && pathOnSite(address, site) === undefined ? 'sponsored' : undefined);
}

/** Markup that was made here, whose attributes have no `>` and stand in double quotes; what a link is already, it remains. */
export function withRels(html: string, relOf: RelOf): string {
  return html.replace(/<a\s[^>]*>/g, (tag) => {
    const rel = relOf(/\shref="([^"]*)"/.exec(tag)?.[1] ?? '');
    if (rel === undefined) return tag;
    return / rel="/.test(tag) ? tag.replace(/ rel="/, ` rel="${rel} `) : tag.replace(/>$/, ` rel="${rel}">`);
  });
}
