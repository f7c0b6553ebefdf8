/** A year's headlines by month, for archives whose months have no pages of their own. */
import { dayBucket, monthOf } from '../../src/content/times.ts';
import type { Listed } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';
import { bucketDate } from '../times.ts';
import { Headlines } from './headlines.tsx';
import { Row } from './row.tsx';

type MonthListProps = { /** Newest first. */ stories: readonly Listed[]; section?: string | undefined; here: Here };

export function MonthList({ stories, section, here }: MonthListProps) {
  const { site, words } = here;
  const months = Map.groupBy(stories, (story) => monthOf(dayBucket(story.at, site.timeZone)));
  return (
    <>
      {[...months].map(([month, ofMonth]) => (
        <Row key={month} id={`month-${month}`} label={words.month(bucketDate(month))}>
          <Headlines stories={ofMonth} show={words.shortDate} section={section} here={here} />
        </Row>
      ))}
    </>
  );
}
