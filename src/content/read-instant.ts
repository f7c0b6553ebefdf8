/** An instant in the life of something that is no story: read in the site's zone, or told of with a remedy. */
import type { Position, Problem } from '../problem.ts';
import { writeLike, writeLine } from './remedies.ts';
import type { Site } from './site.ts';
import { readTime, type Seconds } from './times.ts';
import { meantTimes, orElse } from './written-times.ts';
import type { YamlPlaces } from './yaml/places.ts';
import type { Field } from './yaml.ts';

type InstantContext = {
  field: Field;
  /** A day near it, as in `2015-11-26`, for what can be read in two ways. */
  day: string;
  site: Site;
  place: (field: Field) => Position & { file: string };
  line: YamlPlaces['line'];
};

/** `at` is undefined where the time cannot be read; the Problem is then the caller's, but for its code. */
export function readInstant(
  text: string,
  { field, day, site, place, line }: InstantContext,
): { at: Seconds; problem?: undefined } | { at?: undefined; problem: Omit<Problem, 'code'> } {
  const time = readTime(text, site.timeZone);
  if ('at' in time) return { at: time.at };
  const meant = meantTimes(text, { ...site, day });
  const [right] = meant;
  return {
    problem: {
      ...place(field),
      what: `“${text}” is not a time that exists in ${site.timeZone}.`,
      ...(right === undefined
        ? writeLike(line(field, `${day} 12:00`))
        : writeLine(
            line(field, right),
            orElse(meant, (other) => line(field, other)),
          )),
    },
  };
}
