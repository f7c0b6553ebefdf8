/** A month of an archive: its stories by day, or its days. */
import type { Site } from '../../src/content/site.ts';
import type { Bucket } from '../../src/content/times.ts';
import { archiveUrl } from '../../src/content/urls.ts';
import type { ArchiveMonthProps } from '../../src/routes/archive-month.ts';
import { archiveSection } from '../archive-title.ts';
import { ArchivePage } from '../components/archive-page.tsx';
import { DayList } from '../components/day-list.tsx';
import { Periods } from '../components/periods.tsx';
import { hereIn } from '../here.ts';

export function ArchiveMonth({ site, ...page }: ArchiveMonthProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { archive, stories, days } = page;
  // Of all archives only the whole site's always has pages for days.
  const dayUrl = archive.of === 'all' ? (day: Bucket) => archiveUrl(archive.url, day) : undefined;
  return (
    <ArchivePage here={here} page={page}>
      <Periods counts={days} front={archive.url} here={here} />
      <DayList stories={stories} dayUrl={dayUrl} section={archiveSection(page)} here={here} />
    </ArchivePage>
  );
}
