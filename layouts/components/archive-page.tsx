/** What the years, months and days of every archive have in common. */
import type { ComponentChildren } from 'preact';
import type { Bucket } from '../../src/content/times.ts';
import type { ArchiveHead } from '../../src/routes/archive.ts';
import { archiveFrontLink, archiveSection, archiveTitle, partLinks, widerPeriods } from '../archive-title.ts';
import type { Here } from '../here.ts';
import { breadcrumbs } from '../schema-org/breadcrumbs.ts';
import type { StyleName } from '../sheets.ts';
import { Document } from './document.tsx';
import { PageTitle } from './page-title.tsx';
import { Pager } from './pager.tsx';

type ArchivePageProps = {
  here: Here;
  page: ArchiveHead;
  /** Parts of the same day that it leads to. */
  parts?: readonly Bucket[];
  style?: StyleName;
  children: ComponentChildren;
};

export function ArchivePage({ here, page, parts = [], style = 'archive', children }: ArchivePageProps) {
  const { words } = here;
  const { title, description } = archiveTitle(page, here);
  const wider = [...widerPeriods(page.bucket, page.archive.url, here), archiveFrontLink(page, here)];
  const trail = [...wider.toReversed(), { name: title, url: page.url }];
  return (
    <Document
      here={here}
      page={page}
      style={style}
      title={title}
      description={description}
      section={archiveSection(page)}
      things={[breadcrumbs(trail, here.site)]}
    >
      <PageTitle label={words.archive} title={title}>
        {page.total !== undefined && <p class="intro">{words.stories(page.total)}</p>}
      </PageTitle>
      {children}
      <Pager links={[...partLinks(parts, page.archive.url, here), ...wider]} here={here} />
    </Document>
  );
}
