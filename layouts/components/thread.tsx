/** The story so far: what was published before and after in the same topics, and this story between. */
import type { Headline } from '../../src/content/records.ts';
import type { Here } from '../here.ts';
import { dayIn } from '../times.ts';
import { Time } from './time.tsx';

type ThreadProps = { earlier: readonly Headline[]; story: Headline; later: readonly Headline[]; here: Here };

export function Thread({ earlier, story, later, here }: ThreadProps) {
  if (earlier.length + later.length === 0) return null;
  const show = dayIn(story.at, here);
  const link = (each: Headline) => (
    <li key={each.url}>
      <a href={each.url}>
        <Time of={each} show={show} here={here} />
        {each.title}
      </a>
    </li>
  );
  return (
    <nav class="thread furniture" aria-labelledby="thread">
      <p class="label" id="thread">
        {here.words.thread}
      </p>
      <ol>
        {earlier.map(link)}
        <li>
          <p aria-current="page">
            <Time of={story} show={show} here={here} />
            {story.title}
          </p>
        </li>
        {later.map(link)}
      </ol>
    </nav>
  );
}
