/** `/robots.txt`: all may be read, and where the sitemaps are. */
import { listings } from '../content/scopes.ts';
import { newsSitemapUrl, sitemapUrl } from '../content/urls.ts';
import type { Kind } from './kind.ts';

export type RobotsProps = { url: string; sitemaps: string[] };

export const robots: Kind<RobotsProps> = {
  name: 'robots',
  always: () => [{ scope: listings.every, bucket: 0 }],
  url: ({ scope, bucket }) => (scope === listings.every && bucket === 0 ? '/robots.txt' : undefined),
  props: () => ({ url: '/robots.txt', sitemaps: [sitemapUrl, newsSitemapUrl] }),
};
