/** What is said of a change of a front, once it is done, or where it could not be. */
import type { DeskStory } from './desk-story.ts';
import type { FrontChange } from './front-change.ts';

/** `story`: which was moved. `comment`: what stood in the file about it, and went with it. */
export type DoneToFront = { change: FrontChange | { do: 'take back' }; story?: string; comment?: string };

const done: Record<DoneToFront['change']['do'], string> = {
  up: 'Moved up',
  down: 'Moved down',
  lead: 'Leads now',
  pick: 'The first pick now',
  remove: 'Removed',
  until: 'Leaves by itself',
  'add lead': 'Leads now',
  'add pick': 'Added as the last pick',
  'section up': 'Moved up',
  'section down': 'Moved down',
  'take back': 'Taken back: all stands as it was before',
};

const asked: typeof done = {
  up: 'to move up',
  down: 'to move down',
  lead: 'to make the lead',
  pick: 'to make the first pick',
  remove: 'to remove',
  until: 'to set when it leaves',
  'add lead': 'to make the lead',
  'add pick': 'to add as a pick',
  'section up': 'to move up',
  'section down': 'to move down',
  'take back': 'to take the last change back',
};

type Names = { titleOf(story: string): string; sectionName(id: string): string };

export function doneSentence({ change, story, comment }: DoneToFront, names: Names): string {
  const with_ = comment ? ` Its comment in the file, “${comment}”, went with it.` : '';
  if (change.do === 'until' && change.until === '')
    return `Stays until it is removed: ${named({ change, story }, names)}.`;
  const when = change.do === 'until' ? ` at ${change.until.replace('T', ' ')}` : '';
  return `${done[change.do]}${when}${withName({ change, story }, names)}.${with_}`;
}

export function askedSentence(wanted: DoneToFront, names: Names): string {
  return `You asked ${asked[wanted.change.do]}${withName(wanted, names)}.`;
}

function withName(wanted: Pick<DoneToFront, 'change' | 'story'>, names: Names): string {
  const name = named(wanted, names);
  return name === '' ? '' : `: ${name}`;
}

function named({ change, story }: Pick<DoneToFront, 'change' | 'story'>, { titleOf, sectionName }: Names): string {
  if ('section' in change) return `“${sectionName(change.section)}”`;
  return story === undefined ? '' : `“${titleOf(story)}”`;
}

/** In whatever language it is; its id where it is not there. */
export function titleOf({ story, shown }: DeskStory): string {
  return shown?.title ?? story;
}
