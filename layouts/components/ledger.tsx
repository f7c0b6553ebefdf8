/** A ledger: stories as cards, newest first, their times in the spine. */
import type { Card as CardRecord } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';
import type { Show } from '../times.ts';
import { Card } from './card.tsx';
import type { KickerShows } from './kicker.tsx';
import { Time } from './time.tsx';

type LedgerProps = {
  stories: readonly CardRecord[];
  kicker: KickerShows;
  show: Show;
  here: Here;
};

export function Ledger({ stories, kicker, show, here }: LedgerProps) {
  if (stories.length === 0) return <p>{here.words.noStories}</p>;
  return (
    <ol class="ledger">
      {stories.map((story) => (
        <li key={story.url} class="cell">
          <Time of={story} show={show} here={here} />
          <Card story={story} kicker={kicker} here={here} />
        </li>
      ))}
    </ol>
  );
}
