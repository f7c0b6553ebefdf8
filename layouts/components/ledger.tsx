/** A ledger: stories as cards, newest first, their times in the spine; or in two columns, each with its time below. */
import type { Card as CardRecord } from '../../src/routes/card.ts';
import { columnFrame, ledgerFrame } from '../frames.ts';
import type { Here } from '../here.ts';
import type { Show } from '../times.ts';
import { Card } from './card.tsx';
import type { KickerShows } from './kicker.tsx';
import { Time } from './time.tsx';

type LedgerProps = {
  stories: readonly CardRecord[];
  kicker: KickerShows;
  show: Show;
  isInColumns?: boolean;
  here: Here;
};

export function Ledger({ stories, kicker, show, isInColumns = false, here }: LedgerProps) {
  if (stories.length === 0) return <p>{here.words.noStories}</p>;
  return (
    <ol class={isInColumns ? 'columns' : 'ledger'}>
      {stories.map((story) => {
        const time = <Time of={story} show={show} here={here} />;
        return (
          <li key={story.url} class={isInColumns ? 'cell brief' : 'cell'}>
            {!isInColumns && time}
            <Card
              story={story}
              frame={isInColumns ? columnFrame : ledgerFrame}
              kicker={kicker}
              when={isInColumns ? time : undefined}
              here={here}
            />
          </li>
        );
      })}
    </ol>
  );
}
