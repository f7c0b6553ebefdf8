/** What a form of the page of a front asks for, and where the keyboard’s focus is to be once that is done. */
import type { Chosen } from '../../content/front-picks.ts';
import { type FrontChange, type PlaceOnFront, pickAt } from '../../desk/fronts/front-change.ts';
import type { DoneToFront } from '../../desk/fronts/sentences.ts';
import type { Focus } from '../../desk/fronts/story-rows.ts';

/** Undefined of a form that is none of ours. */
export function changeIn(form: FormData): DoneToFront | undefined {
  const said = (name: string) => String(form.get(name) ?? '');
  const change = changeOf(said('do'), said);
  const story = said('story');
  return change && { change, ...(story !== '' && { story }) };
}

function changeOf(does: string, said: (name: string) => string): DoneToFront['change'] | undefined {
  const place = placeIn(said('place'));
  switch (does) {
    case 'take back':
      return { do: does };
    case 'section up':
    case 'section down':
      return { do: does, section: said('block') };
    case 'add lead':
    case 'add pick':
      return { do: does, story: said('story') };
    case 'until':
      return place === undefined ? undefined : { do: does, place, until: said('until') };
    case 'up':
    case 'down':
    case 'lead':
    case 'pick':
    case 'remove':
      return place === undefined ? undefined : { do: does, place };
    default:
      return undefined;
  }
}

function placeIn(said: string): PlaceOnFront | undefined {
  if (said === 'lead') return said;
  return /^\d{1,3}$/.test(said) ? Number(said) : undefined;
}

/** On what was moved; of what is gone, on what has come in its place. `before`: what stood there. */
export function focusAfter(change: FrontChange | { do: 'take back' }, before: Chosen = { picks: [] }): Focus {
  if (change.do === 'take back') return { of: change.do, does: '' };
  if ('section' in change) return { of: change.section, does: change.do };
  if ('story' in change) return { of: change.story, does: change.do };
  const { place } = change;
  if (change.do !== 'remove') return { of: pickAt(before, place)?.story ?? '', does: change.do };
  const { lead, picks } = before;
  const next = place === 'lead' ? picks[0] : (picks[place + 1] ?? picks[place - 1] ?? lead);
  return next ? { of: next.story, does: change.do } : { of: 'search', does: '' };
}
