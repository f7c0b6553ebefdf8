/** A section of the site: always there, so that the navigation never depends on stories. */
import type { Site } from '../site.ts';
import type { ListingWithFront } from './listing.ts';

/** Those that stories may still come out in, which pages lead to. */
export function openSections({ sections }: Pick<Site, 'sections'>): Site['sections'] {
  return sections.filter(({ closed }) => closed === undefined);
}

export const section: ListingWithFront = {
  name: 'section',
  idsOf: (article) => [article.section],
  spans: ['whole', 'year', 'month'],
  front: {
    folder: '',
    ids: (site) => site.sections.map(({ id }) => id),
    feeds: ['rss', 'atom', 'json'],
    kind: 'section-front',
  },
};
