/** An undated page: “about”, “contact”. */
import { pageUrl } from '../content/urls.ts';
import type { PageRecord } from '../queries/queries.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';

export type PageProps = PageHead & { page: PageRecord };

export const page: Kind<'page', PageProps> = {
  name: 'page',
  url({ scope }, site) {
    const { of, id, language } = scope;
    return of === 'page' ? pageUrl(id, language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { id, language } = scope;
    const record = queries.page(id, language);
    return record && { ...pageHead(queries, site, language, (each) => pageUrl(id, each, site)), page: record };
  },
};
