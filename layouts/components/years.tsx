/**
 * The way into a front's archive: a row of months for each year whose months have pages, of which those without stories are
 * only named; of another its size.
 */

import type { Bucket } from '../../src/content/times.ts';
import { archiveUrl } from '../../src/content/urls.ts';
import type { FrontListing } from '../../src/routes/fronts.ts';
import type { Here } from '../here.ts';
import { bucketDate } from '../times.ts';
import { Counts } from './counts.tsx';

type YearsProps = {
  years: FrontListing['years'] /** The URL of the front whose archive it is. */;
  front: string;
  here: Here;
};

export function Years({ years, front, here }: YearsProps) {
  if (years.every(({ months }) => months.length === 0))
    return (
      <Counts
        counts={years.map(({ year, n }) => ({ bucket: year, n }))}
        front={front}
        show={here.words.year}
        here={here}
      />
    );
  return (
    <dl class="years">
      {years.map((each) => (
        <Year key={each.year} {...each} front={front} here={here} />
      ))}
    </dl>
  );
}

type YearProps = FrontListing['years'][number] & { front: string; here: Here };

function Year({ year, n, months, front, here: { words } }: YearProps) {
  const yearName = words.year(bucketDate(year));
  return (
    <>
      <dt>
        <a href={archiveUrl(front, year)}>{yearName}</a>
      </dt>
      <dd>{months.length > 0 ? monthsOf(year, months) : <span>{words.stories(n)}</span>}</dd>
    </>
  );

  function monthsOf(of: Bucket, counts: YearProps['months']) {
    const full = new Set(counts.map(({ bucket }) => bucket));
    return Array.from({ length: 12 }, (_, index) => of * 100 + index + 1).map((month) => {
      const name = words.monthAbbreviation(bucketDate(month));
      if (!full.has(month)) return <span key={month}>{name}</span>;
      return (
        <a key={month} href={archiveUrl(front, month)}>
          {name}
          <span class="hidden"> {yearName}</span>
        </a>
      );
    });
  }
}
