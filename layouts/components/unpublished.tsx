/** In a preview, wherever a story shows: that readers do not have it, and until when. Said to the desk, in the language of its tools. */
import { inZone } from '../../src/content/times.ts';
import type { Listed } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';

export function Unpublished({
  story: { unpublished, at },
  here,
}: {
  story: Pick<Listed, 'unpublished' | 'at'>;
  here: Here;
}) {
  if (unpublished === undefined) return null;
  const due = inZone(at, here.site.timeZone).toFormat('yyyy-MM-dd HH:mm');
  return (
    <>
      <mark lang="en" dir="ltr">
        {unpublished === 'draft' ? 'Draft' : `To come: ${due}`}
      </mark>{' '}
    </>
  );
}
