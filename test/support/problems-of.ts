/** What a sync says of a newsroom in memory, with the words that the engine ships. */
import { join } from 'node:path';
import type { Listed } from '../../src/desk/mistakes/room.ts';
import { type Files, SmallRooms } from '../../src/desk/mistakes/small-room.ts';
import type { Problem } from '../../src/problem.ts';
import { routeRules } from '../../src/routes/rules.ts';
import { openWordsShelf } from '../../src/sync/words-shelf.ts';
import { lateEnough, projectRoot } from './newsroom.ts';
import { shippedShelf } from './words.ts';

export type { Files };

const shipped = { path: join(projectRoot, 'layouts/words'), name: 'layouts/words' };

let rooms: SmallRooms | undefined;

export function problemsOf(files: Files, listed?: Listed): Promise<Problem[]> {
  rooms ??= new SmallRooms({
    rules: routeRules,
    now: lateEnough,
    words: (own) => (own ? openWordsShelf([shipped, own]) : shippedShelf),
  });
  return rooms.problemsOf(files, listed);
}
