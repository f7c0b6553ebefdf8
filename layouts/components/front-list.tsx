/** What fronts share: a large story and two more, the next in a ledger, and the years of the rest. */
import type { FrontListing } from '../../src/routes/fronts.ts';
import type { Here } from '../here.ts';
import type { KickerShows } from './kicker.tsx';
import { Ledger } from './ledger.tsx';
import { Opening } from './opening.tsx';
import { Row } from './row.tsx';
import { Years } from './years.tsx';

type FrontListProps = Omit<FrontListing, 'notices'> & {
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
  const count = words.stories(total);
  const newest = [
    words.latest,
    <span key="total" class="meta">
      {count}
    </span>,
  ];
  return (
    <>
      <Row id={isOldestFirst ? 'stories' : 'latest'} label={isOldestFirst ? count : newest} isHeavy>
        <Opening stories={opening} kicker={kicker} show={words.date} here={here} />
        {stories.length > 0 && <Ledger stories={stories} kicker={kicker} show={words.date} isInColumns here={here} />}
      </Row>
      {years.length > 0 && (
        <Row id="archive" label={words.archive}>
          <Years years={years} front={front} here={here} />
        </Row>
      )}
    </>
  );
}
