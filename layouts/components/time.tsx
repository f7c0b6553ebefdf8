/** A moment as people and as machines read it. */
import { inZone, type Moment } from '../../src/content/times.ts';
import type { Here } from '../here.ts';
import { isoMoment, type Show } from '../times.ts';

type TimeProps = { of: Moment; show: Show; here: Here };

export function Time({ of, show, here: { site } }: TimeProps) {
  return <time datetime={isoMoment(of, site)}>{show(inZone(of.at, site.timeZone), of.isDay ?? false)}</time>;
}
