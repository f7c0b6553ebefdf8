/** Addresses of a site that is read: as paths, the way readers ask for them. */

/** `/2015/11/26/slug/?a=b` of a whole address or of a path; undefined for what is neither. */
export function pathOfAddress(address: string): string | undefined {
  const url = URL.parse(address, 'http://none.invalid');
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // Who sent a reader is no part of where a page is.
  const search = url.search.replace(/[?&](?:utm_|source=rss)[^&]*/g, '').replace(/^&/, '?');
  return url.pathname + search;
}

/** The whole address of a site, without what feeds put behind it; as it is, if it is none. */
export function siteOfAddress(address: string): string {
  const url = URL.parse(address.trim());
  return (url && /^https?:$/.test(url.protocol) ? url.origin + url.pathname : address.trim()).replace(/\/+$/, '');
}

/** Whether two whole addresses are of one host, with and without `www.`; one that has none is of any. */
export function isSameHost(one: string, other: string | undefined): boolean {
  const [first, second] = [one, other ?? ''].map((each) => URL.parse(each)?.host.replace(/^www\./, ''));
  return !first || !second || first === second;
}

/** All that are there, each once, in their order. */
export function distinct(urls: readonly (string | undefined)[]): string[] {
  return [...new Set(urls.filter((url): url is string => url !== undefined && url !== ''))];
}

/** What stands there most often, the first of those that do as often; with how often that is. */
export function mostOf(all: readonly string[]): [value: string, count: number] | undefined {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0];
}
