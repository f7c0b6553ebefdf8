/** Years, months or days of an archive, each with how many stories it has where that is known. */
import type { DateTime } from 'luxon';
import type { Bucket } from '../../src/content/times.ts';
import { archiveUrl } from '../../src/content/urls.ts';
import type { Count } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import { bucketDate } from '../times.ts';

type CountsProps = {
  counts: readonly (Pick<Count, 'bucket'> & Partial<Count>)[];
  /** The URL of the front whose archive it is. */
  front: string;
  show: (time: DateTime) => string;
  /** The one whose page this is. */
  current?: Bucket;
  here: Here;
};

export function Counts({ counts, front, show, current, here }: CountsProps) {
  return (
    <ol class="counts">
      {counts.map(({ bucket, n }) => {
        const name = show(bucketDate(bucket));
        return (
          <li key={bucket}>
            <a href={archiveUrl(front, bucket)} aria-current={bucket === current ? 'page' : undefined}>
              {name}
            </a>
            {n !== undefined && <span class="meta">{here.words.stories(n)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
