/** A section's front: its newest stories, and the way to all the others. */
import { section } from '../../src/content/listings/section.ts';
import type { Site } from '../../src/content/site.ts';
import type { SectionFrontProps } from '../../src/routes/section-front.ts';
import { Document } from '../components/document.tsx';
import { FrontList } from '../components/front-list.tsx';
import { FrontWays } from '../components/front-ways.tsx';
import { NoticesIn } from '../components/notices.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { TopicLinks } from '../components/topic-links.tsx';
import { hereIn, sectionDescription, sectionTitle, siteDescriptionOf } from '../here.ts';

const { feeds: formats } = section.front;

export function SectionFront({
  site,
  section: id,
  opening,
  stories,
  years,
  topics,
  total,
  ...page
}: SectionFrontProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const title = sectionTitle(id, here);
  const introduction = sectionDescription(id, here);
  const description = introduction ?? `${title}${words.stop} ${siteDescriptionOf(here)}`;
  return (
    <Document
      here={here}
      page={page}
      notices={page.notices}
      style="listing"
      title={title}
      description={description}
      section={id}
      feeds={{ title, formats }}
    >
      <PageTitle
        label={words.section}
        title={title}
        beside={
          <FrontWays
            front={page.url}
            name={title}
            feeds={formats}
            of={{ opening, stories, total, years }}
            here={here}
          />
        }
      >
        {introduction !== undefined && <p class="intro">{introduction}</p>}
        <TopicLinks topics={topics} here={here} />
      </PageTitle>
      <NoticesIn slot="section" notices={page.notices} here={here} />
      <FrontList
        opening={opening}
        stories={stories}
        total={total}
        years={years}
        front={page.url}
        kicker="topic"
        here={here}
      />
    </Document>
  );
}
