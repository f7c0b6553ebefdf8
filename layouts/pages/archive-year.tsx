/** A year of an archive: its months, or its stories where months have no pages; and the other years. */
import type { Site } from '../../src/content/site.ts';
import type { ArchiveYearProps } from '../../src/routes/archive-year.ts';
import { ArchivePage } from '../components/archive-page.tsx';
import { Counts } from '../components/counts.tsx';
import { MonthList } from '../components/month-list.tsx';
import { Row } from '../components/row.tsx';
import { hereIn } from '../here.ts';
import { bucketDate } from '../times.ts';

export function ArchiveYear({ site, ...page }: ArchiveYearProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { archive, bucket, months, stories, years } = page;
  return (
    <ArchivePage here={here} page={page} period={words.year(bucketDate(bucket))} within={[]}>
      {months.length > 0 && (
        <Row id="months" label={words.months} isHeavy>
          <Counts counts={months.toReversed()} front={archive.url} show={words.month} here={here} />
        </Row>
      )}
      <MonthList stories={stories} here={here} />
      {years.length > 1 && (
        <Row id="years" label={words.years}>
          <Counts
            counts={years.map((year) => ({ bucket: year }))}
            front={archive.url}
            show={words.year}
            current={bucket}
            here={here}
          />
        </Row>
      )}
    </ArchivePage>
  );
}
