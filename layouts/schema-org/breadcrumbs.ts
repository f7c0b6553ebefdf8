/** What a page is part of, from the front page down to itself. */
import type { BreadcrumbList } from 'schema-dts';
import type { Site } from '../../src/content/site.ts';
import { absoluteUrl } from '../../src/content/urls.ts';

export type Crumb = { name: string; url: string };

export function breadcrumbs(trail: readonly Crumb[], site: Site): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, url }, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      name,
      item: absoluteUrl(url, site),
    })),
  };
}
