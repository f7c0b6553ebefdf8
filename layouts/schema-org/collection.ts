/** The front of a topic, as schema.org describes it: what its stories are about. */
import type { CollectionPage } from 'schema-dts';
import { absoluteUrl } from '../../src/content/urls.ts';
import type { Here } from '../here.ts';

/** `introduction`: as the page shows it. */
export function collectionPage(
  { name, introduction, url }: { name: string; introduction: string | undefined; url: string },
  { site, language }: Here,
): CollectionPage {
  const description = introduction === undefined ? {} : { description: introduction };
  return {
    '@type': 'CollectionPage',
    name,
    ...description,
    url: absoluteUrl(url, site),
    inLanguage: language,
    about: { '@type': 'Thing', name, ...description },
  };
}
