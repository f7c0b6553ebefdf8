/** The months of a year or the days of a month, where a page lists these in place of what stands in them. */
import { periodOf } from '../../src/content/periods.ts';
import type { PeriodCount } from '../../src/routes/archive.ts';
import type { Here } from '../here.ts';
import { Counts } from './counts.tsx';
import { Row } from './row.tsx';

type PeriodsProps = {
  counts: readonly PeriodCount[];
  /** The URL of the front whose archive it is. */
  front: string;
  here: Here;
};

export function Periods({ counts, front, here }: PeriodsProps) {
  const { words } = here;
  const [first] = counts;
  if (first === undefined) return null;
  const isOfYear = periodOf(first.bucket) === 'month';
  return (
    <Row id={isOfYear ? 'months' : 'days'} label={isOfYear ? words.months : words.days} isHeavy>
      <Counts counts={counts} front={front} show={isOfYear ? words.month : words.dayAndMonth} here={here} />
    </Row>
  );
}
