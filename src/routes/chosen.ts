/** What an editor has put on a front by hand, filled up with the newest. */
import type { Language } from '../content/names.ts';
import type { Teaser } from '../content/records.ts';
import type { Chosen, Queries } from '../queries/queries.ts';

/** `newest`: of the front’s listing. `shown`: how many, at the most. */
type Front = { language: Language; newest: readonly Teaser[]; shown: number };

/** The lead and the picks that are public; then the newest, first of all those that nobody paid for. */
export function chosenFirst(
  queries: Pick<Queries, 'teaser'>,
  { lead, picks }: Chosen,
  { language, newest, shown }: Front,
): Teaser[] {
  const named = [...(lead ? [lead] : []), ...picks].map((story) => queries.teaser(story, language));
  const first = lead ? named[0] : undefined;
  const rest = named.slice(lead ? 1 : 0);
  const unpaidFirst = [...newest.filter(({ sponsor }) => sponsor === undefined), ...newest];
  const all = [first ?? unpaidFirst.find((each) => !picks.includes(each.story)), ...rest, ...unpaidFirst].filter(
    (each) => each !== undefined,
  );
  const unique = new Map(all.map((each) => [each.story, each]));
  return [...unique.values()].slice(0, shown);
}
