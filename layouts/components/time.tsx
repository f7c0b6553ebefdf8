/** An instant as people and as machines read it. */
import type { DateTime } from 'luxon';
import { inZone, type Seconds } from '../../src/content/times.ts';
import type { Here } from '../here.ts';
import { isoTime } from '../times.ts';

type TimeProps = { at: Seconds; show: (time: DateTime) => string; here: Here };

export function Time({ at, show, here: { site } }: TimeProps) {
  return <time datetime={isoTime(at, site)}>{show(inZone(at, site.timeZone))}</time>;
}
