/** The script of the search page, with the stemmer of its language; its bytes are made of the engine (`render/search-script.ts`). */
import { all } from '../content/listings/all.ts';
import type { Language } from '../content/names.ts';
import { searchScriptUrl } from '../content/search/addresses.ts';
import { inEachLanguage, isWholeOf, type Kind } from './kind.ts';

export type SearchScriptProps = { language: Language };

export const searchScript: Kind<'search-script', SearchScriptProps> = {
  name: 'search-script',
  isForMachines: true,
  always: (site) => (site.search ? inEachLanguage(all, site) : []),
  url: (place, site) => (site.search && isWholeOf(all, place) ? searchScriptUrl(place.scope.language) : undefined),
  props: (_queries, { scope: { language } }) => ({ language }),
};
