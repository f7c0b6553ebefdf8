/** What the fronts of topics and authors share: the newest stories of every section, and the years of the rest. */
import type { FrontListing } from '../../src/routes/fronts.ts';
import type { Here } from '../here.ts';
import { Counts } from './counts.tsx';
import { Ledger } from './ledger.tsx';
import { Row } from './row.tsx';

type FrontListProps = FrontListing & { /** The URL of the front. */ front: string; here: Here };

export function FrontList({ stories, total, years, front, here }: FrontListProps) {
  const { words } = here;
  const counts = years.map(({ year, n }) => ({ bucket: year, n }));
  return (
    <>
      <Row
        id="latest"
        label={[
          words.latest,
          <span key="total" class="meta">
            {words.stories(total)}
          </span>,
        ]}
        isHeavy
      >
        <Ledger stories={stories} kicker="section" show={words.date} here={here} />
      </Row>
      {counts.length > 0 && (
        <Row id="archive" label={words.archive}>
          <Counts counts={counts} front={front} show={words.year} here={here} />
        </Row>
      )}
    </>
  );
}
