/**
 * The facts of a story: by whom, from where, when, how long. After the standfirst, and where there is a spine in it, beside
 * that. A `footer`, which reader modes leave out of the text that it stands in.
 */
import type { ArticleWithBody } from '../../src/queries/queries.ts';
import type { Here } from '../here.ts';
import { dayAndHour, hourOnly, isSameDay, zoneOf } from '../times.ts';
import { Byline, Credits } from './byline.tsx';
import { Time } from './time.tsx';

const wordsPerMinute = 200;

/** A day and an hour, with the zone. */
const lettersOfTime = 36;

/** What each of them says, by its length. */
export function saidInFacts({ byline, translators, contributors, place, updated }: ArticleWithBody): string[] {
  const people = [byline, translators, ...contributors.map(({ names }) => names)].flat();
  const time = ' '.repeat(lettersOfTime);
  return [
    ...people.map(({ name }) => name),
    ...contributors.map(({ role }) => role),
    ...(place === undefined ? [] : [place]),
    time,
    ...(updated ? [time] : []),
    '',
  ];
}

export function Facts({ story, here }: { story: ArticleWithBody; here: Here }) {
  const { site, words } = here;
  const { updated, place } = story;
  const show = dayAndHour(here);
  const isHourEnough = updated && !story.isDay && !updated.isDay && isSameDay(story.at, updated.at, site);
  return (
    <footer class="facts furniture">
      {story.type !== 'opinion' && <Byline authors={story.byline} here={here} />}
      <Credits story={story} here={here} />
      {place && <p>{place}</p>}
      <p>
        <Time of={story} show={show} here={here} /> {zoneOf(story, here)}
      </p>
      {updated !== undefined && (
        <p>
          {words.updated} <Time of={updated} show={isHourEnough ? hourOnly(here) : show} here={here} />
          {story.isDay && !updated.isDay && ` ${zoneOf(updated, here)}`}
        </p>
      )}
      {story.words > 0 && <p>{words.minutesToRead(Math.ceil(story.words / wordsPerMinute))}</p>}
    </footer>
  );
}
