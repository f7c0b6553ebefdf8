/**
 * What stands beside a story: the parts of its series, and the story so far, which is what was published before and
 * after in the same story, with this one between. Where nothing was, what came before on each of its topics, which is
 * said so: it may be another story.
 */
import type { ComponentChildren } from 'preact';
import type { ArticleProps, Beside, EarlierOn } from '../../src/routes/article.ts';
import type { Listed } from '../../src/routes/card.ts';
import { type Here, sectionTitle } from '../here.ts';
import type { Place } from '../room-beside.ts';
import { dayIn, type Show } from '../times.ts';
import { genreClass } from './genre.ts';
import { StoryTitle } from './sponsor.tsx';
import { Time } from './time.tsx';

type ThreadParts = Pick<ArticleProps, 'story' | 'parts' | 'running' | 'earlierOn'>;
type ThreadProps = ThreadParts & { said: readonly string[]; place: Place; here: Here };

export function Thread({ story, parts, running, earlierOn, said, place, here }: ThreadProps) {
  const { series } = story;
  const isRunning = running.earlier.length + running.later.length > 0;
  if (said.length === 0) return null;
  return (
    <footer class={`thread thread-${place} furniture`}>
      {series !== undefined && (
        <Neighbours id="series" story={story} beside={parts} here={here}>
          {here.words.series}
          {here.words.colon}
          <a class="link" href={series.url}>
            {series.name}
          </a>
        </Neighbours>
      )}
      {isRunning && (
        <Neighbours id="thread" story={story} beside={running} here={here}>
          {here.words.thread}
        </Neighbours>
      )}
      {earlierOn.length > 0 && <EarlierOnEach rows={earlierOn} story={story} here={here} />}
    </footer>
  );
}

/** What each of its stories says, and each name above them: nothing where there is none. */
export function saidIn({ story, parts, running, earlierOn }: ThreadParts): string[] {
  const beside = [parts, running].flatMap(({ earlier, later }) => {
    const others = [...earlier, ...later];
    return others.length > 0 ? [...others, story] : [];
  });
  return [
    ...(story.series ? [story.series.name] : []),
    ...beside.map(({ title }) => title),
    ...earlierOn.map(({ topic = '', story: { title } }) => `${topic} ${title}`),
  ];
}

type NeighboursProps = { id: string; story: Listed; beside: Beside; here: Here; children: ComponentChildren };

/** A list with the story in its place, below what it is a list of. */
function Neighbours({ id, story, beside: { earlier, later }, here, children }: NeighboursProps) {
  const show = dayIn(story.at, here);
  const link = (each: Listed) => (
    <li key={each.url} class={genreClass(each.type)}>
      <Part story={each} show={show} here={here} />
    </li>
  );
  return (
    <nav aria-labelledby={id}>
      <p class="label" id={id}>
        {children}
      </p>
      {earlier.length + later.length > 0 && (
        <ol>
          {earlier.map(link)}
          <li class={genreClass(story.type)}>
            <p aria-current="page">
              <span class="here">{here.words.youAreHere}</span>
              <When story={story} show={show} here={here} />
              <StoryTitle story={story} here={here} />
            </p>
          </li>
          {later.map(link)}
        </ol>
      )}
    </nav>
  );
}

function EarlierOnEach({ rows, story, here }: { rows: readonly EarlierOn[]; story: Listed; here: Here }) {
  const { words } = here;
  const show = dayIn(story.at, here);
  return (
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
  );
}

type PartProps = { story: Listed; show: Show; here: Here };

function Part({ story, show, here }: PartProps) {
  return (
    <a href={story.url}>
      <When story={story} show={show} here={here} />
      <StoryTitle story={story} here={here} />
    </a>
  );
}

/** Its day; and its kicker, or its type if it is not plain news. */
function When({ story, show, here }: PartProps) {
  const { kicker = story.type === 'news' ? undefined : here.words.types[story.type] } = story;
  return (
    <span class="meta">
      <Time of={story} show={show} here={here} />
      {kicker !== undefined && ` · ${kicker}`}
    </span>
  );
}
