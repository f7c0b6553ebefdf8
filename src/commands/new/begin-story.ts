/** A new story that is still to be written: the draft, and how to go on. */
import { newStoryText } from '../../desk/new-story.ts';
import { say } from '../terminal.ts';
import { chooseHeadline } from './choices.ts';
import { type Desk, howToGoOn, writeStory } from './desk.ts';
import { placeLines, placeStory, type Wanted } from './place-story.ts';

export async function beginStory(wanted: Wanted, desk: Desk): Promise<void> {
  const title = await chooseHeadline(wanted.headline, desk);
  const placed = await placeStory(title, wanted, desk);
  writeStory(placed.path, newStoryText({ title, ...placed }), desk);
  const made = `Made ${desk.name(placed.path)}, a draft: no reader sees it.${placed.note}`;
  say([made, '', ...placeLines(placed, desk), '', howToGoOn(desk)].join('\n'));
}
