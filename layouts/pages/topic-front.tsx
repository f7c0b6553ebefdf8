/** A topic's front: what it is about, if someone wrote that, and its newest stories. */
import { topic as topicListing } from '../../src/content/listings/topic.ts';
import type { Site } from '../../src/content/site.ts';
import type { TopicFrontProps } from '../../src/routes/topic-front.ts';
import { Document } from '../components/document.tsx';
import { FrontList } from '../components/front-list.tsx';
import { FrontWays } from '../components/front-ways.tsx';
import { Html } from '../components/html.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { TopicLinks } from '../components/topic-links.tsx';
import { hereIn } from '../here.ts';
import { frontTitle } from '../listing-title.ts';
import { collectionPage } from '../schema-org/collection.ts';

const { feeds: formats } = topicListing.front;

export function TopicFront({
  site,
  topic,
  opening,
  stories,
  years,
  topics,
  total,
  ...page
}: TopicFrontProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { title, description } = frontTitle({ of: 'topic', name: topic.name, total }, here);
  const introduction = topic.introduction?.opening || undefined;
  return (
    <Document
      here={here}
      page={page}
      notices={page.notices}
      style={topic.introduction ? 'topic' : 'stories'}
      title={title}
      description={introduction ?? description}
      feeds={{ title: topic.name, formats }}
      things={[collectionPage({ name: topic.name, introduction, url: page.url }, here)]}
    >
      <PageTitle
        label={words.topic}
        title={topic.name}
        beside={
          <FrontWays
            front={page.url}
            name={topic.name}
            feeds={formats}
            of={{ opening, stories, total, years }}
            here={here}
          />
        }
      >
        {topic.introduction && <Html class="prose intro" html={topic.introduction.html} />}
        <TopicLinks topics={topics} here={here} />
      </PageTitle>
      <FrontList opening={opening} stories={stories} total={total} years={years} front={page.url} here={here} />
    </Document>
  );
}
