/** A month of an archive: its stories by day, or its days with counts if there are very many. */
import type { Site } from '../../src/content/site.ts';
import type { Bucket } from '../../src/content/times.ts';
import { archiveUrl } from '../../src/content/urls.ts';
import type { ArchiveMonthProps } from '../../src/routes/archive-month.ts';
import { ArchivePage } from '../components/archive-page.tsx';
import { Counts } from '../components/counts.tsx';
import { DayList } from '../components/day-list.tsx';
import { Row } from '../components/row.tsx';
import { hereIn } from '../here.ts';
import { bucketDate } from '../times.ts';

export function ArchiveMonth({ site, ...page }: ArchiveMonthProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { archive, bucket, stories, days } = page;
  const year = Math.floor(bucket / 100);
  const yearLink = { name: words.allOfYear(bucketDate(year)), url: archiveUrl(archive.url, year) };
  // Of all archives only the whole site's has pages for days.
  const dayUrl = archive.of === 'all' ? (day: Bucket) => archiveUrl(archive.url, day) : undefined;
  return (
    <ArchivePage here={here} page={page} period={words.monthAndYear(bucketDate(bucket))} within={[yearLink]}>
      {days.length > 0 && (
        <Row id="days" label={words.days} isHeavy>
          <Counts counts={days.toReversed()} front={archive.url} show={words.dayAndMonth} here={here} />
        </Row>
      )}
      <DayList stories={stories} dayUrl={dayUrl} here={here} />
    </ArchivePage>
  );
}
