/** A section's front: always there, so that the navigation never depends on stories. */
import { sectionUrl } from '../content/urls.ts';
import { frontUrlAt, lastingFronts } from './front-of.ts';
import { type FrontListing, frontListing } from './fronts.ts';
import type { Kind, PageHead } from './kind.ts';
import { listHead } from './list-head.ts';

export type SectionFrontProps = PageHead & FrontListing & { section: string };

export const sectionFront: Kind<'section-front', SectionFrontProps> = {
  name: 'section-front',
  always: (site) => lastingFronts(site, ({ kind }) => kind === 'section-front'),
  url: (place, site) => frontUrlAt(place, site, 'section-front'),
  props(queries, place, site) {
    const { scope } = place;
    const { id } = scope;
    return {
      ...listHead(queries, place, site, (each) => sectionUrl(id, each, site)),
      ...frontListing(queries, scope),
      section: id,
    };
  },
};
