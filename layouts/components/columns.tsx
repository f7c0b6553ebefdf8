/** Stories as cards in columns, each with its time: of the listings that have room for summaries. */
import type { Card as CardRecord } from '../../src/routes/card.ts';
import { columnFrame } from '../frames.ts';
import type { Here } from '../here.ts';
import type { Show } from '../times.ts';
import { Card } from './card.tsx';
import type { KickerShows } from './kicker.tsx';
import { Time } from './time.tsx';

type ColumnsProps = { stories: readonly CardRecord[]; kicker: KickerShows; show: Show; here: Here };

export function Columns({ stories, kicker, show, here }: ColumnsProps) {
  return (
    <ol class="columns">
      {stories.map((story) => (
        <li key={story.url} class="cell brief">
          <Card
            story={story}
            frame={columnFrame}
            kicker={kicker}
            when={<Time of={story} show={show} here={here} />}
            here={here}
          />
        </li>
      ))}
    </ol>
  );
}
