/** The latest headlines, each with its hour or day as seen from the newest. */
import type { Seconds } from '../../src/content/times.ts';
import type { Listed } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';
import { shortSeenFrom } from '../times.ts';
import { genreClass } from './genre.ts';
import { StoryTitle } from './sponsor.tsx';
import { Time } from './time.tsx';

type LatestProps = { stories: readonly Listed[]; newest: Seconds; here: Here };

export function Latest({ stories, newest, here }: LatestProps) {
  const show = shortSeenFrom(newest, here);
  return (
    <ol class="latest">
      {stories.map((story) => (
        <li key={story.url} class={genreClass(story.type)}>
          <Time of={story} show={show} here={here} />
          <a href={story.url}>
            <StoryTitle story={story} here={here} />
          </a>
        </li>
      ))}
    </ol>
  );
}
