/** `/robots.txt`: everything may be read, and here is the list of it. */
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { RobotsProps } from '../../src/routes/robots.ts';

export function robotsText({ sitemaps }: RobotsProps, site: Site): string {
  const lines = sitemaps.map((url) => `Sitemap: ${absoluteUrl(url, site)}\n`);
  return `User-agent: *\nAllow: /\n${lines.join('')}`;
}
