/** What an editor does to a front, as a value: what the front is then, or why it cannot be. */
import type { Chosen, Front, FrontPick } from '../../content/front-picks.ts';
import { maxItems } from '../../content/lengths.ts';
import { openSections } from '../../content/listings/section.ts';
import type { Site } from '../../content/site.ts';
import { readTime, type Seconds } from '../../content/times.ts';

/** Which of the picks, or the lead. */
export type PlaceOnFront = 'lead' | number;

/** To a story that stands there; `pick` makes the lead the first pick. `until`: in the site’s zone; nothing takes it away. */
type Moved =
  | { do: 'up' | 'down' | 'lead' | 'pick' | 'remove'; place: PlaceOnFront }
  | { do: 'until'; place: PlaceOnFront; until: string };
export type StoryChange = Moved | { do: 'add lead' | 'add pick'; story: string };
/** Of the front page: a section’s block goes before the one above it, or after the one below it. */
export type SectionChange = { do: 'section up' | 'section down'; section: string };
export type FrontChange = StoryChange | SectionChange;

/** Of a section, or the front page. */
export type WhichFront = { section: string | undefined };

/** `front`: what the file says. `now`: before which nothing ends. */
export type ToChange = WhichFront & { front: Front; site: Site; now: Seconds };

export function chosenIn(front: Front, { section }: WhichFront): Chosen {
  if (section === undefined) return front;
  return front.fronts.find((each) => each.section === section) ?? { picks: [] };
}

export function pickAt({ lead, picks }: Chosen, place: PlaceOnFront): FrontPick | undefined {
  return place === 'lead' ? lead : picks[place];
}

/** All sections whose blocks may stand on the front page, in their order. */
export function orderOf({ sections }: Pick<Front, 'sections'>, site: Site): string[] {
  return [...new Set([...sections, ...openSections(site).map(({ id }) => id)])];
}

/** `from` goes before the one above it. */
export function stepOf({ front, site }: ToChange, change: SectionChange): { order: string[]; from: number } {
  const order = orderOf(front, site);
  const at = order.indexOf(change.section);
  return { order, from: at === -1 || change.do === 'section up' ? at : at + 1 };
}

/** As fields for times give it: with a `T`. */
export function asWritten(until: string): string {
  return until.trim().replace('T', ' ');
}

export function refusalOf(toChange: ToChange, change: FrontChange): string | undefined {
  if ('section' in change) {
    const { order, from } = stepOf(toChange, change);
    return from > 0 && from < order.length ? undefined : 'That section cannot be moved any further.';
  }
  const { lead, picks } = chosenIn(toChange.front, toChange);
  if ('story' in change) {
    if (lead?.story === change.story) return 'That story leads here already.';
    if (picks.some(({ story }) => story === change.story)) return 'That story is a pick here already. Move it instead.';
  } else {
    const refused = refusalOfMove({ lead, picks }, change);
    if (refused !== undefined) return refused;
  }
  const isOneMore = change.do === 'add pick' || change.do === 'pick' || (change.do === 'add lead' && lead);
  if (isOneMore && picks.length >= maxItems.list)
    return `There may be ${maxItems.list} picks at the most. Remove one first.`;
  return change.do === 'until' ? refusalOfTime(change.until, toChange) : undefined;
}

function refusalOfMove(chosen: Chosen, { do: done, place }: Moved): string | undefined {
  if (pickAt(chosen, place) === undefined) return 'There is no such story on this front.';
  const isOnTop = done === 'up' && place === 0;
  const isLast = done === 'down' && place === chosen.picks.length - 1;
  if (isOnTop || isLast) return 'That story cannot be moved any further.';
  const isOfPicks = done === 'up' || done === 'down' || done === 'lead';
  if (isOfPicks && place === 'lead') return 'That story leads here already.';
  return done === 'pick' && place !== 'lead' ? 'That story is a pick here already.' : undefined;
}

function refusalOfTime(until: string, { site: { timeZone }, now }: ToChange): string | undefined {
  if (until === '') return undefined;
  const written = asWritten(until);
  const time = readTime(written, timeZone);
  if ('at' in time) return time.at > now ? undefined : `${written} is past. To take the story away, remove it.`;
  if (time.refused === 'no-such-time')
    return `There is no ${written} in ${timeZone}, where the clocks skip it. Take ${time.later}.`;
  return `“${until}” is no time. Write it as in 2015-11-27 12:00.`;
}

/** With a change that is not refused. */
export function frontWith(toChange: ToChange, change: FrontChange): Front {
  const { front, section, site } = toChange;
  if ('section' in change) {
    const { order, from } = stepOf(toChange, change);
    const moved = order.toSpliced(from, 1).toSpliced(from - 1, 0, order[from] ?? '');
    return { ...front, sections: moved.slice(0, Math.max(front.sections.length, from + 1)) };
  }
  const { lead, picks } = chosenWith(chosenIn(front, toChange), change, site);
  if (section === undefined) return { ...front, lead, picks };
  const isThere = front.fronts.some((each) => each.section === section);
  const fronts = isThere ? front.fronts : [...front.fronts, { section, picks: [] }];
  return { ...front, fronts: fronts.map((each) => (each.section === section ? { section, lead, picks } : each)) };
}

function chosenWith(chosen: Chosen, change: StoryChange, { timeZone }: Site): Chosen {
  const { lead, picks } = chosen;
  const below = (story: FrontPick | undefined) => (story ? [story] : []);
  if ('story' in change)
    return change.do === 'add lead'
      ? { lead: { story: change.story }, picks: [...below(lead), ...picks] }
      : { lead, picks: [...picks, { story: change.story }] };
  const { place } = change;
  const pick = below(pickAt(chosen, place));
  const others = place === 'lead' ? picks : picks.toSpliced(place, 1);
  const put = (to: PlaceOnFront, what: readonly FrontPick[]) =>
    to === 'lead' ? { lead: what[0], picks: others } : { lead, picks: others.toSpliced(to, 0, ...what) };
  switch (change.do) {
    case 'remove':
      return put(place, []);
    case 'pick':
      return { picks: [...pick, ...picks] };
    case 'lead':
      return { lead: pick[0], picks: [...below(lead), ...others] };
    case 'until': {
      const time = readTime(asWritten(change.until), timeZone);
      return put(
        place,
        pick.map(({ story }) => ({ story, ...('at' in time && { until: time.at }) })),
      );
    }
    default:
      return put(place === 'lead' ? place : place + (change.do === 'up' ? -1 : 1), pick);
  }
}
