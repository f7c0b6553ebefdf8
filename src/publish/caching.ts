/** How long copies of a file may be used without asking. */
import { feedFiles, iconFiles } from '../content/own-addresses.ts';

const icons = iconFiles.map((name) => name.replaceAll('.', '\\.')).join('|');

/** Of everything else: a page may change at any time, so browsers ask each time whether it has. */
export const askEachTime = 'no-cache';

/** Folders that a feed may stand below: `/feed.xml`, `/ru/topics/port/feed.xml`. A pages host knows one by a name. */
const folders = ['', '/:a', '/:a/:b', '/:a/:b/:c'];

/** Feeds, as pages hosts write addresses. */
export const feedAddresses = folders.flatMap((above) => Object.values(feedFiles).map((file) => `${above}/${file}`));

type Caching = {
  /** What addresses look like, as an expression from their beginning. */
  address: string;
  /** The same as pages hosts write it: `*` is whatever follows, `:a` a name. */
  onHosts: readonly string[];
  header: string;
};

/** A picture never changes. */
export const caching: readonly Caching[] = [
  { address: '/assets/', onHosts: ['/assets/*'], header: 'public, max-age=31536000, immutable' },
  { address: `/(?:${icons})$`, onHosts: iconFiles.map((name) => `/${name}`), header: 'max-age=86400' },
  { address: '.*/feed\\.(?:xml|atom|json)(?:\\.br)?$', onHosts: feedAddresses, header: 'max-age=300' },
  {
    address: '/(?:news-)?sitemaps?[./]',
    onHosts: ['/sitemap.xml', '/news-sitemap.xml', '/sitemaps/*'],
    header: 'max-age=300',
  },
];

/** Of a file of the site, by its path. */
export function cachingOf(path: string): string {
  return caching.find(({ address }) => new RegExp(`^${address}`).test(`/${path}`))?.header ?? askEachTime;
}
