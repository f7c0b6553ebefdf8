/** Headlines of a day or a month, each with its time and its section. */
import type { Headline } from '../../src/content/records.ts';
import { type Here, sectionTitle } from '../here.ts';
import type { Show } from '../times.ts';
import { genreClass } from './genre.ts';
import { Time } from './time.tsx';

type HeadlinesProps = { stories: readonly Headline[]; show: Show; here: Here };

export function Headlines({ stories, show, here }: HeadlinesProps) {
  return (
    <ol class="days">
      {stories.map((story) => (
        <li key={story.url} class={genreClass(story.type)}>
          <Time of={story} show={show} here={here} />
          <a href={story.url}>{story.title}</a>
          <span class="meta">{sectionTitle(story.section, here)}</span>
        </li>
      ))}
    </ol>
  );
}
