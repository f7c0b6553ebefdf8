/** The front page: the story of the hour over everything, beside it the latest, below picks, opinion, a block a section. */
import type { Frame } from '../../src/content/pictures.ts';
import type { Site } from '../../src/content/site.ts';
import { dayBucket, type Moment, momentOf, monthOf, type Seconds } from '../../src/content/times.ts';
import { archiveUrl, frontUrl, sectionUrl } from '../../src/content/urls.ts';
import type { Card as CardRecord, Listed } from '../../src/routes/card.ts';
import type { FrontPageProps } from '../../src/routes/front-page.ts';
import { Card } from '../components/card.tsx';
import { Document } from '../components/document.tsx';
import { HeadlineList } from '../components/headline-list.tsx';
import { Latest } from '../components/latest.tsx';
import { Lead } from '../components/lead.tsx';
import { NoticesIn } from '../components/notices.tsx';
import { Portrait } from '../components/portrait.tsx';
import { Row } from '../components/row.tsx';
import { Time } from '../components/time.tsx';
import { blockFrame, firstPickFrame, gridFrame, pickFrame, thirdFrame, wideBlockFrame } from '../frames.ts';
import { type Here, hereIn, publicationOf, sectionTitle, siteDescriptionOf } from '../here.ts';
import { frontThings } from '../schema-org/front.ts';
import { bucketDate, seenFrom } from '../times.ts';

export function FrontPage({ site, ...page }: FrontPageProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { lead, thread, points, picks, latest, opinion, blocks } = page;
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
      {lead && newest !== undefined ? (
        <div class="row row-open top">
          <Lead story={lead} thread={thread} points={points} newest={newest} here={here} />
          {picks.length > 0 && <Picks stories={picks} newest={newest} here={here} />}
          <LatestPart stories={latest} newest={newest} here={here} />
        </div>
      ) : (
        <p>{here.words.noStories}</p>
      )}
      <NoticesIn slot="front" notices={page.notices} here={here} />
      {opinion.length > 0 && <Opinion voices={opinion} here={here} />}
      {newest !== undefined && blocks.length > 0 && (
        <div class="digest">
          {blocks.map((block, index) => (
            <Block
              key={block.section}
              {...block}
              frame={index % 2 === 0 && index === blocks.length - 1 ? wideBlockFrame : blockFrame}
              newest={newest}
              here={here}
            />
          ))}
        </div>
      )}
    </Document>
  );
}

function newestOf(stories: readonly Listed[]): Moment | undefined {
  const [newest] = stories.toSorted((a, b) => b.at - a.at);
  return newest && momentOf(newest);
}

type ListProps<Story> = { stories: readonly Story[]; newest: Seconds; here: Here };

/** The first is larger; of many, those after the third stand in rows of their own. */
function Picks({ stories, newest, here }: ListProps<CardRecord>) {
  const [first, ...others] = stories.slice(0, inFirstRow);
  const rest = stories.slice(inFirstRow);
  const show = seenFrom(newest, here);
  const card = (story: CardRecord, frame: Frame) => (
    <div key={story.url}>
      <Card
        story={story}
        frame={frame}
        kicker="section"
        when={<Time of={story} show={show} here={here} />}
        here={here}
      />
    </div>
  );
  return (
    <section class="picks" aria-labelledby="picks">
      <h2 class="label" id="picks">
        {here.words.alsoInTheNews}
      </h2>
      <div class="grid first-larger">
        {first && card(first, firstPickFrame)}
        {others.map((story) => card(story, first?.image ? pickFrame : thirdFrame))}
      </div>
      {rest.length > 0 && <div class="grid">{rest.map((story) => card(story, gridFrame(rest.length)))}</div>}
    </section>
  );
}

const inFirstRow = 3;

function LatestPart({ stories, newest, here }: ListProps<Listed>) {
  const { site, language, words } = here;
  const month = monthOf(dayBucket(newest, site.timeZone));
  return (
    <section class="ticker" aria-labelledby="latest">
      <h2 class="label" id="latest">
        {stories.length > 0 ? words.latest : words.archive}
      </h2>
      {stories.length > 0 && <Latest stories={stories} newest={newest} here={here} />}
      <p class="all furniture">
        <a href={archiveUrl(frontUrl(language, site), month)}>{words.allStoriesOfMonth(bucketDate(month))}</a>
      </p>
    </section>
  );
}

function Opinion({ voices, here }: { voices: FrontPageProps['opinion']; here: Here }) {
  return (
    <Row id="opinion" label={here.words.opinion} isStrip>
      <div class="voices">
        {voices.map(({ url, by, title, summary, portrait }) => (
          <div key={url} class="speaker">
            {portrait && <Portrait picture={portrait} />}
            <article class="card opinion">
              <p class="by">{by.join(here.words.listComma)}</p>
              <h3>
                <a href={url}>{title}</a>
              </h3>
              <p>{summary}</p>
            </article>
          </div>
        ))}
      </div>
    </Row>
  );
}

type BlockProps = FrontPageProps['blocks'][number] & { frame: Frame; newest: Seconds; here: Here };

function Block({ section, first, others, more, frame, newest, here }: BlockProps) {
  const id = `section-${section}`;
  const card = (story: CardRecord) => (
    <Card
      story={story}
      frame={frame}
      kicker="type"
      when={<Time of={story} show={seenFrom(newest, here)} here={here} />}
      here={here}
    />
  );
  return (
    <section aria-labelledby={id}>
      <h2 class="label" id={id}>
        <a href={sectionUrl(section, here.language, here.site)}>{sectionTitle(section, here)}</a>
      </h2>
      <div class="block">
        <div class="cell">{card(first)}</div>
        {others.length > 0 && (
          <ul class="others">
            {others.map((story) => (
              <li key={story.url}>{card(story)}</li>
            ))}
          </ul>
        )}
        <HeadlineList stories={more} here={here} />
      </div>
    </section>
  );
}
