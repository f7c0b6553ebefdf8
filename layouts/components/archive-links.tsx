/** Beside the name of a front that shows every story: the few years of its archive, which need no part of the page. */
import { archiveUrl } from '../../src/content/urls.ts';
import type { FrontListing } from '../../src/routes/fronts.ts';
import type { Here } from '../here.ts';
import { bucketDate } from '../times.ts';

type Shown = Pick<FrontListing, 'opening' | 'stories' | 'total' | 'years'>;
type ArchiveLinksProps = { of: Shown /** Its URL. */; front: string; here: Here };

const fewYears = 3;

export function showsAll({ opening, stories, total, years }: Shown): boolean {
  return opening.length + stories.length >= total && years.length <= fewYears;
}

export function ArchiveLinks({ of, front, here: { words } }: ArchiveLinksProps) {
  if (of.years.length === 0 || !showsAll(of)) return null;
  return (
    <p class="follow furniture">
      {words.archive}
      {words.colon}
      {of.years.map(({ year }, index) => (
        <span key={year}>
          {index > 0 && words.listComma}
          <a href={archiveUrl(front, year)}>{words.year(bucketDate(year))}</a>
        </span>
      ))}
    </p>
  );
}
