/** The front page: the story of the hour over everything, then picks, the latest, a block a section. */
import type { Site } from '../../src/content/site.ts';
import { dayBucket, type Moment, momentOf, monthOf, type Seconds } from '../../src/content/times.ts';
import { archiveUrl, frontUrl, sectionUrl } from '../../src/content/urls.ts';
import type { Card as CardRecord, Listed } from '../../src/routes/card.ts';
import type { FrontPageProps } from '../../src/routes/front-page.ts';
import { Card } from '../components/card.tsx';
import { Document } from '../components/document.tsx';
import { genreClass } from '../components/genre.ts';
import { Latest } from '../components/latest.tsx';
import { Lead } from '../components/lead.tsx';
import { NoticesIn } from '../components/notices.tsx';
import { Row } from '../components/row.tsx';
import { StoryTitle } from '../components/sponsor.tsx';
import { Time } from '../components/time.tsx';
import { blockFrame, gridFrame } from '../frames.ts';
import { type Here, hereIn, publicationOf, sectionTitle, siteDescriptionOf } from '../here.ts';
import { frontThings } from '../schema-org/front.ts';
import { bucketDate, seenFrom } from '../times.ts';

export function FrontPage({ site, ...page }: FrontPageProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { lead, picks, latest, opinion, blocks } = page;
  const shown = [...(lead ? [lead] : []), ...picks, ...latest];
  // A preview has what is to come; its front page is still that of a day on which readers have one.
  const day = newestOf(shown.filter(({ unpublished }) => unpublished === undefined));
  const newest = (day ?? newestOf(shown))?.at;
  return (
    <Document
      here={here}
      page={page}
      notices={page.notices}
      style="front"
      title={publicationOf(here)}
      description={siteDescriptionOf(here)}
      image={lead?.image}
      front={{ newest: day }}
      feeds={{ title: publicationOf(here), formats: ['rss', 'atom', 'json'] }}
      things={frontThings(here)}
    >
      {lead && newest !== undefined ? <Lead story={lead} newest={newest} here={here} /> : <p>{here.words.noStories}</p>}
      {newest !== undefined && picks.length > 0 && <Picks stories={picks} newest={newest} here={here} />}
      <NoticesIn slot="front" notices={page.notices} here={here} />
      {newest !== undefined && <LatestRow stories={latest} newest={newest} here={here} />}
      {opinion.length > 0 && <Opinion voices={opinion} here={here} />}
      {newest !== undefined &&
        blocks.map((block) => <Block key={block.section} {...block} newest={newest} here={here} />)}
    </Document>
  );
}

function newestOf(stories: readonly Listed[]): Moment | undefined {
  const [newest] = stories.toSorted((a, b) => b.at - a.at);
  return newest && momentOf(newest);
}

type ListProps<Story> = { stories: readonly Story[]; newest: Seconds; here: Here };

function Picks({ stories, newest, here }: ListProps<CardRecord>) {
  const show = seenFrom(newest, here);
  return (
    <Row id="picks" label={here.words.alsoInTheNews} isHeavy>
      <div class="grid">
        {stories.map((story) => (
          <div key={story.url}>
            <Card
              story={story}
              frame={gridFrame(stories.length)}
              kicker="section"
              when={<Time of={story} show={show} here={here} />}
              here={here}
            />
          </div>
        ))}
      </div>
    </Row>
  );
}

function LatestRow({ stories, newest, here }: ListProps<Listed>) {
  const { site, language, words } = here;
  const month = monthOf(dayBucket(newest, site.timeZone));
  return (
    <Row id="latest" label={stories.length > 0 ? words.latest : words.archive}>
      {stories.length > 0 && <Latest stories={stories} newest={newest} here={here} />}
      <p class="all furniture">
        <a href={archiveUrl(frontUrl(language, site), month)}>{words.allStoriesOfMonth(bucketDate(month))}</a>
      </p>
    </Row>
  );
}

function Opinion({ voices, here }: { voices: FrontPageProps['opinion']; here: Here }) {
  return (
    <Row id="opinion" label={here.words.opinion} isStrip>
      <div class="grid">
        {voices.map(({ url, by, title }) => (
          <div key={url}>
            <article class="card opinion">
              <p class="by">{by.join(here.words.listComma)}</p>
              <h3>
                <a href={url}>{title}</a>
              </h3>
            </article>
          </div>
        ))}
      </div>
    </Row>
  );
}

type BlockProps = FrontPageProps['blocks'][number] & { newest: Seconds; here: Here };

function Block({ section, first, more, newest, here }: BlockProps) {
  const label = <a href={sectionUrl(section, here.language, here.site)}>{sectionTitle(section, here)}</a>;
  return (
    <Row id={`section-${section}`} label={label}>
      <div class="block">
        <div class="cell">
          <Card
            story={first}
            frame={blockFrame}
            kicker="type"
            when={<Time of={first} show={seenFrom(newest, here)} here={here} />}
            here={here}
          />
        </div>
        {more.length > 0 && (
          <ul class="plain">
            {more.map((story) => (
              <li key={story.url} class={genreClass(story.type)}>
                <a href={story.url}>
                  <StoryTitle story={story} here={here} />
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Row>
  );
}
