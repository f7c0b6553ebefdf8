/** A section's front: always there, so that the navigation never depends on stories. */
import { sectionUrl } from '../content/urls.ts';
import { frontUrlAt, lastingFronts } from './front-of.ts';
import { type FrontListing, frontListing } from './fronts.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';

export type SectionFrontProps = PageHead & FrontListing & { section: string };

export const sectionFront: Kind<'section-front', SectionFrontProps> = {
  name: 'section-front',
  always: (site) => lastingFronts(site, ({ kind }) => kind === 'section-front'),
  url: (place, site) => frontUrlAt(place, site, 'section-front'),
  props(queries, { scope }, site) {
    const { id, language } = scope;
    return {
      ...pageHead(queries, site, language, (each) => sectionUrl(id, each, site)),
      ...frontListing(queries, scope),
      section: id,
    };
  },
};
