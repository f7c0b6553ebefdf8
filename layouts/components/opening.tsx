/** What stands first on a front: a large story and two more; others that were chosen, in a row below. */
import type { Frame } from '../../src/content/pictures.ts';
import type { Card as CardRecord } from '../../src/routes/card.ts';
import { gridFrame, halfFrame, openingFrame, secondFrame } from '../frames.ts';
import type { Here } from '../here.ts';
import type { Show } from '../times.ts';
import { Card } from './card.tsx';
import type { KickerShows } from './kicker.tsx';
import { Time } from './time.tsx';

type OpeningProps = { stories: readonly CardRecord[]; kicker: KickerShows; show: Show; here: Here };

export function Opening({ stories, kicker, show, here }: OpeningProps) {
  const [first, ...others] = stories.slice(0, inOpening);
  const rest = stories.slice(inOpening);
  if (!first) return <p>{here.words.noStories}</p>;
  const card = (story: CardRecord, frame: Frame) => (
    <Card story={story} frame={frame} kicker={kicker} when={<Time of={story} show={show} here={here} />} here={here} />
  );
  return (
    <>
      <div class="opening">
        <div class="large">{card(first, openingFrame)}</div>
        {others.map((story) => (
          <div key={story.url} class="cell">
            {card(story, first.image ? secondFrame : halfFrame)}
          </div>
        ))}
      </div>
      {rest.length > 0 && (
        <div class="grid">
          {rest.map((story) => (
            <div key={story.url}>{card(story, gridFrame(rest.length))}</div>
          ))}
        </div>
      )}
    </>
  );
}

const inOpening = 3;
