/** Headlines alone, each set as its genre is. */
import type { Listed } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';
import { genreClass } from './genre.ts';
import { StoryTitle } from './sponsor.tsx';

type HeadlineListProps = {
  stories: readonly Listed[] /** What is read aloud before it. */;
  label?: string;
  here: Here;
};

export function HeadlineList({ stories, label, here }: HeadlineListProps) {
  if (stories.length === 0) return null;
  return (
    <ul class="plain" aria-label={label}>
      {stories.map((story) => (
        <li key={story.url} class={genreClass(story.type)}>
          <a href={story.url}>
            <StoryTitle story={story} here={here} />
          </a>
        </li>
      ))}
    </ul>
  );
}
