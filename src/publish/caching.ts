/** How long copies of a file may be used without asking. */
import { iconFiles } from '../content/own-addresses.ts';

const icons = iconFiles.map((name) => name.replaceAll('.', '\\.')).join('|');

/** Of everything else: a page may change at any time, so browsers ask each time whether it has. */
export const askEachTime = 'no-cache';

/** By what addresses look like, as an expression from their beginning; a picture never changes. */
export const caching: readonly [address: string, header: string][] = [
  ['/assets/', 'public, max-age=31536000, immutable'],
  [`/(?:${icons})$`, 'max-age=86400'],
  ['.*/feed\\.(?:xml|atom|json)(?:\\.br)?$', 'max-age=300'],
  ['/(?:news-)?sitemaps?[./]', 'max-age=300'],
];

/** Of a file of the site, by its path. */
export function cachingOf(path: string): string {
  return caching.find(([address]) => new RegExp(`^${address}`).test(`/${path}`))?.[1] ?? askEachTime;
}
