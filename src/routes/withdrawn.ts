/** A story that was taken down: its address says why, its text is gone. */

import type { Language } from '../content/names.ts';
import { articleUrl } from '../content/urls.ts';
import type { WithdrawalNotice } from '../queries/queries.ts';
import type { ArticleKind } from './kind.ts';

export type WithdrawnProps = { url: string; language: Language; alternates: []; withdrawn: WithdrawalNotice };

export const withdrawn: ArticleKind<'withdrawn', WithdrawnProps> = {
  name: 'withdrawn',
  url({ scope }, site) {
    const { of, id, language } = scope;
    return of === 'withdrawn' ? articleUrl(id, language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { id, language } = scope;
    const notice = queries.withdrawn(id, language);
    return notice && { url: articleUrl(id, language, site), language, alternates: [], withdrawn: notice };
  },
};
