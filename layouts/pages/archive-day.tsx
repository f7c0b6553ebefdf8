/** A day of an archive, or a part of a long one: its stories by the hour. */
import type { Site } from '../../src/content/site.ts';
import type { ArchiveDayProps } from '../../src/routes/archive-day.ts';
import { ArchivePage } from '../components/archive-page.tsx';
import { Columns } from '../components/columns.tsx';
import { Headlines } from '../components/headlines.tsx';
import { Row } from '../components/row.tsx';
import { hereIn } from '../here.ts';
import { bucketDate, hourOnly } from '../times.ts';

export function ArchiveDay({ site, cards, headlines, parts, ...page }: ArchiveDayProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const show = hourOnly(here);
  const style = cards.length > 0 ? 'day' : 'archive';
  return (
    <ArchivePage here={here} page={page} parts={parts} style={style}>
      <Row id="stories" label={here.words.weekday(bucketDate(page.bucket))} isHeavy>
        {cards.length > 0 ? (
          <Columns stories={cards} kicker="section" show={show} here={here} />
        ) : (
          <Headlines stories={headlines} show={show} here={here} />
        )}
      </Row>
    </ArchivePage>
  );
}
