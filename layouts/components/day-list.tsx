/** A month's headlines by day: the day's number hangs in the spine. */
import { type Bucket, dayBucket } from '../../src/content/times.ts';
import type { Listed } from '../../src/routes/card.ts';
import type { Here } from '../here.ts';
import { bucketDate, hourOnly } from '../times.ts';
import { Headlines } from './headlines.tsx';

type DayListProps = {
  /** Newest first. */
  stories: readonly Listed[];
  /** The address of a day's own page, where days have one. */
  dayUrl?: (day: Bucket) => string;
  section?: string | undefined;
  here: Here;
};

export function DayList({ stories, dayUrl, section, here }: DayListProps) {
  const { site, words } = here;
  const days = Map.groupBy(stories, (story) => dayBucket(story.at, site.timeZone));
  return (
    <>
      {[...days].map(([day, ofDay]) => {
        const date = bucketDate(day);
        const label = [
          <b key="day">{words.day(date)}</b>,
          ' ',
          <span key="weekday" class="meta">
            {words.weekday(date)}
          </span>,
        ];
        return (
          <section key={day} class="row day" aria-labelledby={`day-${day}`}>
            <h2 class="label" id={`day-${day}`}>
              {dayUrl ? <a href={dayUrl(day)}>{label}</a> : label}
            </h2>
            <Headlines stories={ofDay} show={hourOnly(here)} section={section} here={here} />
          </section>
        );
      })}
    </>
  );
}
