/** What is said above a story in a preview that readers do not have. In English, as all that newsrooms alone see. */
import { inZone } from '../src/content/times.ts';
import type { Listed } from '../src/routes/card.ts';
import type { Here } from './here.ts';

export function unpublishedLabel({ unpublished, at }: Pick<Listed, 'unpublished' | 'at'>, here: Here): string {
  const due = inZone(at, here.site.timeZone).toFormat('yyyy-MM-dd HH:mm');
  return unpublished === 'draft' ? 'Draft' : `To come: ${due}`;
}
