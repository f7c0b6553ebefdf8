/** What the fronts of topics, authors and the like share: stories of every section, and the years of the rest. */
import type { ComponentChildren } from 'preact';
import type { FrontListing } from '../../src/routes/fronts.ts';
import type { Here } from '../here.ts';
import { Ledger } from './ledger.tsx';
import { Row } from './row.tsx';
import { Years } from './years.tsx';

type FrontListProps = Omit<FrontListing, 'notices'> & {
  /** The URL of the front. */
  front: string;
  isOldestFirst?: boolean;
  here: Here;
};

export function FrontList({ stories, total, years, front, isOldestFirst = false, here }: FrontListProps) {
  const { words } = here;
  const count = words.stories(total);
  return (
    <>
      <Row id={isOldestFirst ? 'stories' : 'latest'} label={isOldestFirst ? count : newestOf(count, here)} isHeavy>
        <Ledger stories={stories} kicker="section" show={words.date} here={here} />
      </Row>
      {years.length > 0 && (
        <Row id="archive" label={words.archive}>
          <Years years={years} front={front} here={here} />
        </Row>
      )}
    </>
  );
}

function newestOf(count: string, { words }: Here): ComponentChildren {
  return [
    words.latest,
    <span key="total" class="meta">
      {count}
    </span>,
  ];
}
