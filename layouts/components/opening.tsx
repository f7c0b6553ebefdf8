/** What stands first on a front: a large story, beside its picture as many as are as high as it, beside its words one. */
import type { Frame } from '../../src/content/pictures.ts';
import type { Card as CardRecord } from '../../src/routes/card.ts';
import { columnFrame, openingFrame, secondFrame } from '../frames.ts';
import type { Here } from '../here.ts';
import type { Show } from '../times.ts';
import { Card } from './card.tsx';
import type { KickerShows } from './kicker.tsx';
import { Time } from './time.tsx';

type OpeningProps = { stories: readonly CardRecord[]; kicker: KickerShows; show: Show; here: Here };

/** In stories without a picture, of which one with a picture is as high as two. */
const highBesidePicture = 3;

/** How many of some stories stand in it. */
export function openingOf([first, ...others]: readonly CardRecord[]): number {
  if (!first?.image) return 2;
  let high = 0;
  const last = others.findIndex(({ image }) => {
    high += image ? 2 : 1;
    return high >= highBesidePicture;
  });
  return 1 + (last < 0 ? others.length : last + 1);
}

export function Opening({ stories: [first, ...others], kicker, show, here }: OpeningProps) {
  if (!first) return <p>{here.words.noStories}</p>;
  const card = (story: CardRecord, frame: Frame) => (
    <Card story={story} frame={frame} kicker={kicker} when={<Time of={story} show={show} here={here} />} here={here} />
  );
  // Beside words alone a picture would stand higher than they do.
  const [besideClass, besideFrame] = first.image ? ['cell', secondFrame] : ['cell brief', columnFrame];
  return (
    <div class="opening">
      <div class="large">{card(first, openingFrame)}</div>
      {others.length > 0 && (
        <div class="seconds">
          {others.map((story) => (
            <div key={story.url} class={besideClass}>
              {card(story, besideFrame)}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
