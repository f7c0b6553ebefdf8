/**
 * The story so far: what was published before and after in the same story, and this one between. Where nothing was,
 * what came before on each of its topics, which is said so: it may be another story.
 */
import type { Headline } from '../../src/content/records.ts';
import type { ArticleProps, EarlierOn } from '../../src/routes/article.ts';
import { type Here, sectionTitle } from '../here.ts';
import { dayIn, type Show } from '../times.ts';
import { genreClass } from './genre.ts';
import { Time } from './time.tsx';

type ThreadProps = Pick<ArticleProps, 'earlier' | 'later' | 'earlierOn'> & { story: Headline; here: Here };

export function Thread({ earlierOn, ...thread }: ThreadProps) {
  if (thread.earlier.length + thread.later.length > 0) return <StorySoFar {...thread} />;
  return earlierOn.length > 0 ? <EarlierOnEach rows={earlierOn} {...thread} /> : null;
}

function StorySoFar({ earlier, story, later, here }: Omit<ThreadProps, 'earlierOn'>) {
  const show = dayIn(story.at, here);
  const link = (each: Headline) => (
    <li key={each.url} class={genreClass(each.type)}>
      <Part story={each} show={show} here={here} />
    </li>
  );
  return (
    <footer class="thread furniture">
      <nav aria-labelledby="thread">
        <p class="label" id="thread">
          {here.words.thread}
        </p>
        <ol>
          {earlier.map(link)}
          <li class={genreClass(story.type)}>
            <p aria-current="page">
              <When story={story} show={show} here={here} />
              {story.title}
            </p>
          </li>
          {later.map(link)}
        </ol>
      </nav>
    </footer>
  );
}

function EarlierOnEach({ rows, story, here }: { rows: readonly EarlierOn[]; story: Headline; here: Here }) {
  const { words } = here;
  const show = dayIn(story.at, here);
  return (
    <footer class="thread furniture">
      <nav id="thread" aria-label={words.earlier}>
        <ul>
          {rows.map(({ topic, story: each }) => (
            <li key={each.url} class={genreClass(each.type)}>
              <p class="label">
                {topic === undefined
                  ? words.earlierInSection(sectionTitle(story.section, here))
                  : words.earlierOnTopic(topic)}
              </p>
              <Part story={each} show={show} here={here} />
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}

type PartProps = { story: Headline; show: Show; here: Here };

function Part({ story, show, here }: PartProps) {
  return (
    <a href={story.url}>
      <When story={story} show={show} here={here} />
      {story.title}
    </a>
  );
}

/** Its day, and its type if it is not plain news. */
function When({ story, show, here }: PartProps) {
  return (
    <span class="meta">
      <Time of={story} show={show} here={here} />
      {story.type !== 'news' && ` · ${here.words.types[story.type]}`}
    </span>
  );
}
