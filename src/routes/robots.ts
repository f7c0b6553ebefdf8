/** `/robots.txt`: all may be read, and where the sitemaps are. */
import { every } from '../content/listings/every.ts';
import { scopeIn } from '../content/listings/listing.ts';
import { newsSitemapUrl, sitemapUrl } from '../content/urls.ts';
import { isWholeOf, type Kind } from './kind.ts';

export type RobotsProps = { url: string; sitemaps: string[] };

export const robots: Kind<'robots', RobotsProps> = {
  name: 'robots',
  isForMachines: true,
  always: () => [{ scope: scopeIn(every, ''), bucket: 0 }],
  url: (place) => (isWholeOf(every, place) ? '/robots.txt' : undefined),
  props: () => ({ url: '/robots.txt', sitemaps: [sitemapUrl, newsSitemapUrl] }),
};
