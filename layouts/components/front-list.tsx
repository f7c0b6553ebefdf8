/** What fronts share: a large story and what stands beside it, the next in columns, and the years of the rest. */
import type { FrontListing } from '../../src/routes/fronts.ts';
import type { Here } from '../here.ts';
import { showsAll } from './archive-links.tsx';
import { Columns } from './columns.tsx';
import type { KickerShows } from './kicker.tsx';
import { Opening, openingOf } from './opening.tsx';
import { Row } from './row.tsx';
import { Years } from './years.tsx';

type FrontListProps = Omit<FrontListing, 'notices' | 'topics'> & {
  /** The URL of the front. */
  front: string;
  kicker?: KickerShows;
  isOldestFirst?: boolean;
  here: Here;
};

export function FrontList({
  opening,
  stories,
  total,
  years,
  front,
  kicker = 'section',
  isOldestFirst = false,
  here,
}: FrontListProps) {
  const { words } = here;
  const all = [...opening, ...stories];
  const inOpening = openingOf(all);
  const inColumns = all.slice(inOpening);
  // A list of years says how many each has.
  const hasMonths = years.some(({ months }) => months.length > 0);
  const count = (
    <span key="total" class="meta">
      {words.stories(total)}
    </span>
  );
  return (
    <>
      <Row
        id={isOldestFirst ? 'stories' : 'latest'}
        label={isOldestFirst ? words.stories(total) : words.latest}
        isHeavy
        isUnlabelled
      >
        <Opening stories={all.slice(0, inOpening)} kicker={kicker} show={words.date} here={here} />
        {inColumns.length > 0 && <Columns stories={inColumns} kicker={kicker} show={words.date} here={here} />}
      </Row>
      {years.length > 0 && !showsAll({ opening, stories, total, years }) && (
        <Row id="archive" label={hasMonths ? [words.archive, count] : words.archive}>
          <Years years={years} front={front} here={here} />
        </Row>
      )}
    </>
  );
}
