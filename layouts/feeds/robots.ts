/** `/robots.txt`: everything may be read, and here is the list of it. */
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { RobotsProps } from '../../src/routes/robots.ts';

export function robotsText({ sitemap }: RobotsProps, site: Site): string {
  return `User-agent: *\nAllow: /\nSitemap: ${absoluteUrl(sitemap, site)}\n`;
}
