/** The story of the hour: headline over everything, beside its picture what goes with it. */
import { sizesOfCut } from '../../src/content/pictures.ts';
import type { Seconds } from '../../src/content/times.ts';
import type { LeadCard } from '../../src/routes/card.ts';
import type { FrontPageProps } from '../../src/routes/front-page.ts';
import { leadFrame } from '../frames.ts';
import type { Here } from '../here.ts';
import { seenFrom } from '../times.ts';
import { LeadFigure } from './figure.tsx';
import { genreClass } from './genre.ts';
import { HeadlineList } from './headline-list.tsx';
import { Kicker } from './kicker.tsx';
import { Time } from './time.tsx';

type LeadProps = Pick<FrontPageProps, 'thread' | 'points'> & {
  story: LeadCard /** Of all stories on the page. */;
  newest: Seconds;
  here: Here;
};

export function Lead({ story, thread, points, newest, here }: LeadProps) {
  const genre = genreClass(story.type);
  return (
    <>
      <LeadLabel story={story} newest={newest} here={here} />
      <article class={genre ? `lead ${genre}` : 'lead'}>
        <h2>
          <a href={story.url}>{story.title}</a>
        </h2>
        {story.image && <LeadFigure picture={story.image} sizes={sizesOfCut(story.image, leadFrame)} here={here} />}
        <p>{story.summary}</p>
        <HeadlineList stories={thread} label={here.words.thread} here={here} />
        {points.length > 0 && (
          <ul class="points" aria-label={here.words.keyPoints}>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        )}
      </article>
    </>
  );
}

/** Where, when and by whom, in the spine. */
function LeadLabel({ story, newest, here }: Pick<LeadProps, 'story' | 'newest' | 'here'>) {
  const { changed, by, place, hasWarning } = story;
  return (
    <div class="label">
      <Kicker story={story} shows="section" here={here} />
      {hasWarning && <p class="meta warned">{here.words.contentWarning}</p>}
      <p class="meta">
        {changed !== undefined && `${here.words.updated} `}
        <Time of={changed ?? story} show={seenFrom(newest, here)} here={here} />
      </p>
      <p class="meta">{by.join(here.words.listComma)}</p>
      {place && <p class="meta">{place}</p>}
    </div>
  );
}
