/** What the years, months and days of every archive have in common. */
import type { ComponentChildren } from 'preact';
import type { ArchiveHead } from '../../src/routes/archive.ts';
import { archiveFrontLink, archiveSection, archiveTitle } from '../archive-title.ts';
import type { Here } from '../here.ts';
import { breadcrumbs } from '../schema-org/breadcrumbs.ts';
import { Document } from './document.tsx';
import { PageTitle } from './page-title.tsx';
import { Pager } from './pager.tsx';

type ArchivePageProps = {
  here: Here;
  page: ArchiveHead;
  /** Which year, month or day, as a heading. */
  period: string;
  /** What this page is part of, narrowest first; the front is added. */
  within: readonly { name: string; url: string }[];
  children: ComponentChildren;
};

export function ArchivePage({ here, page, period, within, children }: ArchivePageProps) {
  const { words } = here;
  const { title, description } = archiveTitle(page, period, here);
  const wider = [...within, archiveFrontLink(page, here)];
  const trail = [...wider.toReversed(), { name: title, url: page.url }];
  return (
    <Document
      here={here}
      page={page}
      style="archive"
      title={title}
      description={description}
      section={archiveSection(page)}
      things={[breadcrumbs(trail, here.site)]}
    >
      <PageTitle label={words.archive} title={title}>
        <p class="intro">{words.stories(page.total)}</p>
      </PageTitle>
      {children}
      <Pager links={wider} here={here} />
    </Document>
  );
}
