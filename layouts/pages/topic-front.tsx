/** A topic's front: what it is about, if someone wrote that, and its newest stories. */
import type { Site } from '../../src/content/site.ts';
import type { TopicFrontProps } from '../../src/routes/topic-front.ts';
import { Document } from '../components/document.tsx';
import { FrontList } from '../components/front-list.tsx';
import { Html } from '../components/html.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { hereIn, publicationOf } from '../here.ts';

export function TopicFront({ site, topic, stories, years, total, ...page }: TopicFrontProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const description = `${topic.name} — ${publicationOf(here)}${words.colon}${words.stories(total)}`;
  return (
    <Document
      here={here}
      page={page}
      notices={page.notices}
      style={topic.introduction ? 'topic' : 'stories'}
      title={topic.name}
      description={description}
      feeds={{ title: topic.name, formats: ['rss'] }}
    >
      <PageTitle label={words.topic} title={topic.name}>
        {topic.introduction && <Html class="prose intro" html={topic.introduction.html} />}
      </PageTitle>
      <FrontList stories={stories} total={total} years={years} front={page.url} here={here} />
    </Document>
  );
}
