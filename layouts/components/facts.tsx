/** The facts of a story, in the spine: by whom, from where, when, how long. */
import { inZone } from '../../src/content/times.ts';
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import { dayAndHour, hasHour, isSameDay } from '../times.ts';
import { Byline } from './byline.tsx';
import { Time } from './time.tsx';

const wordsPerMinute = 200;

export function Facts({ story, here }: { story: ArticleWithBody; here: Here }) {
  const { site, words } = here;
  const { at, updated, place } = story;
  const show = dayAndHour(here);
  const published = inZone(at, site.timeZone);
  return (
    <footer class="facts furniture">
      {story.type !== 'opinion' && <Byline authors={story.byline} here={here} />}
      {place && <p>{place}</p>}
      <p>
        <Time at={at} show={show} here={here} /> {hasHour(published) && words.zone(published)}
      </p>
      {updated !== undefined && (
        <p>
          {words.updated}{' '}
          <Time
            at={updated}
            show={hasHour(published) && isSameDay(at, updated, site) ? words.clock : show}
            here={here}
          />
        </p>
      )}
      {story.words > 0 && <p>{words.minutesToRead(Math.ceil(story.words / wordsPerMinute))}</p>}
    </footer>
  );
}
