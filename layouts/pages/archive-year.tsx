/** A year of an archive: its months or its stories, and the other years. */
import type { Site } from '../../src/content/site.ts';
import type { ArchiveYearProps } from '../../src/routes/archive-year.ts';
import { archiveSection } from '../archive-title.ts';
import { ArchivePage } from '../components/archive-page.tsx';
import { Counts } from '../components/counts.tsx';
import { MonthList } from '../components/month-list.tsx';
import { Periods } from '../components/periods.tsx';
import { Row } from '../components/row.tsx';
import { hereIn } from '../here.ts';

export function ArchiveYear({ site, ...page }: ArchiveYearProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { archive, bucket, months, stories, years } = page;
  return (
    <ArchivePage here={here} page={page}>
      <Periods counts={months} front={archive.url} here={here} />
      <MonthList stories={stories} section={archiveSection(page)} here={here} />
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
