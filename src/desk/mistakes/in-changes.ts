/** What `check --against` tells of a story that readers have, and the lines that answer it. */
import { story, storyPath } from './room.ts';
import type { ToolMistake, ToolWay } from './tool-mistake.ts';

const path = `content/${storyPath}`;
const fields = { title: 'Ferry in a storm', summary: 'It came back.' };
const body =
  'The ferry lost 9 boxes off Poti, as Ann Lomidze saw.\n\n“We heard a bang and then nothing,” said the cook of the ship.';
const text = story(fields, body);

const wasPublished = { [path]: text };

/** At six in the evening of that day. */
const answers: ToolWay[] = [
  { says: 'Add the line “updated: 2015-11-26 18:00”', write: ['section:', 'updated: 2015-11-26 18:00\nsection:'] },
  {
    says: 'or add “corrections: [{date: 2015-11-26 18:00',
    write: ['section:', 'corrections: [{date: 2015-11-26 18:00, text: What was wrong}]\nsection:'],
  },
  {
    says: 'commit the change with the line “Change: minor” at the end of its message',
    run: 'git commit --all --message "Mend the storm" --message "Change: minor"',
  },
];

const changed = (from: string, to: string): ToolMistake => ({
  before: wasPublished,
  files: { [path]: text.replace(from, to) },
  ways: answers,
});

export const mistakesInChangedStories: Record<string, ToolMistake> = {
  'change/headline': changed('Ferry in a storm', 'Ferry in ‸no storm'),
  'change/name': changed('off Poti', 'off ‸Batumi'),
  'change/number': changed('9 boxes', '‸11 boxes'),
  'change/quotation': changed('then nothing', 'then ‸the bell'),
};

/** What takes a clone that has not all commits. */
export const mistakesInClones: Record<string, ToolMistake> = {
  'change/not-compared': {
    before: wasPublished,
    files: { [path]: text.replace('9 boxes', '11 boxes') },
    says: 'The clone was made with --depth=1, and has the last commit alone.',
    ways: [{ says: 'git fetch --unshallow', run: 'git fetch --unshallow', leaves: ['change/number'] }],
  },
};
