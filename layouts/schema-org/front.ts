/** The front page, as schema.org describes it: the publication and its site. */
import type { Thing } from 'schema-dts';
import { absoluteUrl, frontUrl } from '../../src/content/urls.ts';
import { type Here, publicationOf, siteDescriptionOf } from '../here.ts';
import { newsOrganization } from './organization.ts';

export function frontThings(here: Here): Thing[] {
  const { site, language } = here;
  return [
    newsOrganization(here),
    {
      '@type': 'WebSite',
      name: publicationOf(here),
      description: siteDescriptionOf(here),
      url: absoluteUrl(frontUrl(language, site), site),
      inLanguage: language,
    },
  ];
}
