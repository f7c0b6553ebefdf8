/** Beside the name of a front: by which feeds it can be followed, and where older stories are, if no row below says so. */
import type { FeedFormat } from '../../src/content/own-addresses.ts';
import type { FrontListing } from '../../src/routes/fronts.ts';
import type { Here } from '../here.ts';
import { ArchiveLinks } from './archive-links.tsx';
import { Follow } from './follow.tsx';

type FrontWaysProps = {
  /** Its URL, and its name, read aloud with each feed. */
  front: string;
  name: string;
  feeds: readonly FeedFormat[];
  of: Pick<FrontListing, 'opening' | 'stories' | 'total' | 'years'>;
  here: Here;
};

export function FrontWays({ front, name, feeds, of, here }: FrontWaysProps) {
  return (
    <>
      {feeds.length > 0 && <Follow front={front} formats={feeds} of={name} here={here} />}
      <ArchiveLinks of={of} front={front} here={here} />
    </>
  );
}
