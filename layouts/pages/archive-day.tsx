/** A day of the whole site's archive: its stories by the hour. */
import type { Site } from '../../src/content/site.ts';
import { monthOf, yearOf } from '../../src/content/times.ts';
import { archiveUrl } from '../../src/content/urls.ts';
import type { ArchiveDayProps } from '../../src/routes/archive-day.ts';
import { ArchivePage } from '../components/archive-page.tsx';
import { Ledger } from '../components/ledger.tsx';
import { Row } from '../components/row.tsx';
import { hereIn } from '../here.ts';
import { bucketDate, hourOnly } from '../times.ts';

export function ArchiveDay({ site, ...page }: ArchiveDayProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { archive, bucket, stories } = page;
  const [month, year] = [monthOf(bucket), yearOf(bucket)];
  const within = [
    { name: words.allStoriesOfMonth(bucketDate(month)), url: archiveUrl(archive.url, month) },
    { name: words.allOfYear(bucketDate(year)), url: archiveUrl(archive.url, year) },
  ];
  return (
    <ArchivePage here={here} page={page} period={words.date(bucketDate(bucket))} within={within}>
      <Row id="stories" label={words.weekday(bucketDate(bucket))} isHeavy>
        <Ledger stories={stories} kicker="section" show={hourOnly(here)} here={here} />
      </Row>
    </ArchivePage>
  );
}
