/** An undated page: “about”, “contact”. */
import type { Language } from '../content/names.ts';
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
    if (!record) return undefined;
    const head = pageHead(queries, site, language, (each) => pageUrl(id, each, site));
    const isForSearch = (each: Language) => each === language || queries.namesForSearch('page', each).includes(id);
    const alternates = head.alternates.map((each) =>
      isForSearch(each.language) ? each : { ...each, isForSearch: false as const },
    );
    return { ...head, alternates, page: record };
  },
};
