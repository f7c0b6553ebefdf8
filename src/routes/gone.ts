/** An address that ended on purpose (`gone.yaml`), and says why. */

import type { GoneNotice } from '../content/endings.ts';
import type { Language } from '../content/names.ts';
import { redirectUrl } from '../content/redirect.ts';
import type { Kind } from './kind.ts';

export type GoneProps = { url: string; language: Language; alternates: []; notice: GoneNotice };

export const gone: Kind<'gone', GoneProps> = {
  name: 'gone',
  url: ({ scope }) => (scope.of === 'gone' ? redirectUrl(scope.id) : undefined),
  props(queries, { scope }, _site, url) {
    const notice = queries.gone(scope.id);
    return notice && { url, language: notice.language, alternates: [], notice };
  },
};
