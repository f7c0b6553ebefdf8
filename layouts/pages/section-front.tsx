/** A section's front: its newest stories, and the way to all the others. */
import type { Site } from '../../src/content/site.ts';
import type { SectionFrontProps } from '../../src/routes/section-front.ts';
import { Document } from '../components/document.tsx';
import { Ledger } from '../components/ledger.tsx';
import { NoticesIn } from '../components/notices.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Row } from '../components/row.tsx';
import { Years } from '../components/years.tsx';
import { hereIn, sectionDescription, sectionTitle, siteDescriptionOf } from '../here.ts';

export function SectionFront({ site, section, stories, years, total, ...page }: SectionFrontProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const title = sectionTitle(section, here);
  const introduction = sectionDescription(section, here);
  const description = introduction ?? `${title}${words.stop} ${siteDescriptionOf(here)}`;
  return (
    <Document
      here={here}
      page={page}
      notices={page.notices}
      style="listing"
      title={title}
      description={description}
      section={section}
      feeds={{ title, formats: ['rss', 'atom', 'json'] }}
    >
      <PageTitle label={words.section} title={title}>
        {introduction !== undefined && <p class="intro">{introduction}</p>}
      </PageTitle>
      <NoticesIn slot="section" notices={page.notices} here={here} />
      <Row id="latest" label={words.latest} isHeavy>
        <Ledger stories={stories} kicker="topic" show={words.date} here={here} />
      </Row>
      {years.length > 0 && (
        <Row
          id="archive"
          label={[
            words.archive,
            <span key="total" class="meta">
              {words.stories(total)}
            </span>,
          ]}
        >
          <Years years={years} front={page.url} here={here} />
        </Row>
      )}
    </Document>
  );
}
