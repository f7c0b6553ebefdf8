/** Where a build has the words of the interface from: the engine's folder, and over it the newsroom's own. */
import { existsSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { engineFile } from '../engine-files.ts';
import type { WordsFolder } from '../sync/words-shelf.ts';

export const shippedWords = engineFile('layouts/words');

/** Where a newsroom's own words are, if it has any. */
function ownWordsFolder(newsroom: string): string {
  return join(newsroom, 'layouts/words');
}

/** That folder if it is there; where engine and newsroom are the same folder, it is the engine's. */
function ownWords(newsroom: string): string[] {
  const own = ownWordsFolder(newsroom);
  return existsSync(own) && realpathSync(own) !== shippedWords ? [own] : [];
}

export function wordsFolders(newsroom: string, content: string): WordsFolder[] {
  return [shippedWords, ...ownWords(newsroom)].map((path) => ({ path, name: relative(content, path) }));
}
