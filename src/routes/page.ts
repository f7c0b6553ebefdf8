/** An undated page: “about”, “contact”. */
import { readScope } from '../content/scopes.ts';
import { pageUrl } from '../content/urls.ts';
import type { PageRecord } from '../queries/queries.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';

export type PageProps = PageHead & { page: PageRecord };

export const page: Kind<PageProps> = {
  name: 'page',
  url({ scope }, site) {
    const { of, id, language } = readScope(scope);
    return of === 'page' ? pageUrl(id, language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { id, language } = readScope(scope);
    const record = queries.page(id, language);
    return record && { ...pageHead(queries, site, language, (each) => pageUrl(id, each, site)), page: record };
  },
};
