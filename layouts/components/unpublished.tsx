/** In a preview, wherever a story shows: that readers do not have it, and until when. Said to the desk, in the language of its tools. */
import type { Listed } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';
import { unpublishedLabel } from '../unpublished-label.ts';

export function Unpublished({
  story: { unpublished, at },
  here,
}: {
  story: Pick<Listed, 'unpublished' | 'at'>;
  here: Here;
}) {
  if (unpublished === undefined) return null;
  return (
    <>
      <mark lang="en" dir="ltr">
        {unpublishedLabel({ unpublished, at }, here)}
      </mark>{' '}
    </>
  );
}
