/** Headlines of a day or a month, each with its time, and its kicker or its section. */
import type { Listed } from '../../src/routes/card.ts';
import { type Here, sectionTitle } from '../here.ts';
import type { Show } from '../times.ts';
import { genreClass } from './genre.ts';
import { StoryTitle } from './sponsor.tsx';
import { Time } from './time.tsx';

type HeadlinesProps = {
  stories: readonly Listed[];
  show: Show;
  /** The section that the page is of: it goes without saying. */
  section?: string | undefined;
  here: Here;
};

export function Headlines({ stories, show, section, here }: HeadlinesProps) {
  return (
    <ol class="days">
      {stories.map((story) => (
        <li key={story.url} class={genreClass(story.type)}>
          <Time of={story} show={show} here={here} />
          <a href={story.url}>
            <StoryTitle story={story} here={here} />
          </a>
          {(story.kicker !== undefined || story.section !== section) && (
            <span class="meta">{story.kicker ?? sectionTitle(story.section, here)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
