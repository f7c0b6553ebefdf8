/** The way into a front's archive: a row of months for each year; months without stories are only named. */

import type { Bucket } from '../../src/content/times.ts';
import { archiveUrl } from '../../src/content/urls.ts';
import type { FrontListing } from '../../src/routes/fronts.ts';
import type { Here } from '../here.ts';
import { bucketDate } from '../times.ts';

type YearsProps = {
  years: FrontListing['years'] /** The URL of the front whose archive it is. */;
  front: string;
  here: Here;
};

export function Years({ years, front, here }: YearsProps) {
  return (
    <dl class="years">
      {years.map(({ year, months }) => (
        <Year key={year} year={year} full={new Set(months.map((month) => month.bucket))} front={front} here={here} />
      ))}
    </dl>
  );
}

type YearProps = {
  year: Bucket /** Its months that have stories. */;
  full: ReadonlySet<Bucket>;
  front: string;
  here: Here;
};

function Year({ year, full, front, here: { words } }: YearProps) {
  const yearName = words.year(bucketDate(year));
  const months = Array.from({ length: 12 }, (_, index) => year * 100 + index + 1);
  return (
    <>
      <dt>
        <a href={archiveUrl(front, year)}>{yearName}</a>
      </dt>
      <dd>
        {months.map((month) => {
          const name = words.monthAbbreviation(bucketDate(month));
          if (!full.has(month)) return <span key={month}>{name}</span>;
          return (
            <a key={month} href={archiveUrl(front, month)}>
              {name}
              <span class="hidden"> {yearName}</span>
            </a>
          );
        })}
      </dd>
    </>
  );
}
