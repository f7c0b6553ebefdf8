/** What editors put on the front page and on the fronts of sections (`front.ts`): builds ask for it, and read no YAML. */
import type { Seconds } from './times.ts';
import type { Field } from './yaml.ts';

/** `story`: `` where it cannot be read. `until`: the first instant at which it is no longer there. */
export type FrontPick = { story: string; until?: Seconds };
export type Chosen = { lead?: FrontPick; picks: FrontPick[] };
export type Front = Chosen & { sections: string[]; fronts: (Chosen & { section: string })[] };

/** Of a newsroom that has no such file. */
const noFront: Front = { picks: [], sections: [], fronts: [] };

/** Every story that is put somewhere, with the way to it. */
export function picksOf({ fronts, ...front }: Front): { pick: FrontPick; field: Field }[] {
  const all = [{ chosen: front, above: [] as Field }, ...fronts.map((chosen, n) => ({ chosen, above: ['fronts', n] }))];
  return all.flatMap(({ chosen: { lead, picks }, above }) => [
    ...(lead ? [{ pick: lead, field: [...above, 'lead'] }] : []),
    ...picks.map((pick, index) => ({ pick, field: [...above, 'picks', index] })),
  ]);
}

/** What is put on the front page, or on the front of a section, and is still there. */
export function chosenFor({ fronts, ...front }: Front, section: string | undefined, now: Seconds) {
  const { lead, picks } = (section === undefined ? front : fronts.find((each) => each.section === section)) ?? noFront;
  const there = (all: readonly FrontPick[]) =>
    all.filter(({ until }) => until === undefined || now < until).map(({ story }) => story);
  return { lead: there(lead ? [lead] : [])[0], picks: there(picks) };
}
