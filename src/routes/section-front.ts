/** A section's front: always there, so that the navigation never depends on stories. */
import { listings, readScope } from '../content/scopes.ts';
import { sectionUrl } from '../content/urls.ts';
import { type FrontListing, frontListing } from './fronts.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';

export type SectionFrontProps = PageHead & FrontListing & { section: string };

export const sectionFront: Kind<SectionFrontProps> = {
  name: 'section-front',
  always: (site) =>
    site.languages.flatMap((language) =>
      site.sections.map(({ id }) => ({ scope: listings.section(id, language), bucket: 0 })),
    ),
  url({ scope, bucket }, site) {
    const { of, id, language } = readScope(scope);
    return of === 'section' && bucket === 0 ? sectionUrl(id, language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { id, language } = readScope(scope);
    return {
      ...pageHead(queries, site, language, (each) => sectionUrl(id, each, site)),
      ...frontListing(queries, scope, true),
      section: id,
    };
  },
};
