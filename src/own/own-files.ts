/** What a newsroom has of its own besides content: code in `src/`, and looks and words in `layouts/`. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { engineRoot } from '../engine-files.ts';
import { isIn, pathBelow } from '../source/path-below.ts';

/** Folders of the newsroom, whole paths. Everything in them is part of the engine's fingerprint. */
const folders = ['layouts', 'src'];

/** Those that are there; none where engine and newsroom are the same folder. */
export function ownFolders(newsroom: string): string[] {
  if (!existsSync(newsroom) || realpathSync(newsroom) === realpathSync(engineRoot)) return [];
  return folders.map((name) => join(newsroom, name)).filter((folder) => existsSync(folder));
}

/** Whether it has drawn an icon of its own. */
export function hasOwnIcon(newsroom: string): boolean {
  return ownFolders(newsroom).length > 0 && existsSync(join(newsroom, 'layouts/icon.svg'));
}

/** Whether a file is the newsroom's own: below its folder, and of no package that is installed there. */
export function isOwnFile(newsroom: string, file: string): boolean {
  return isIn(newsroom, file) && !pathBelow(newsroom, file).split('/').includes('node_modules');
}

/** Code that runs: a file of types does not. */
export function isCode(name: string): boolean {
  return /(?<!\.d)\.(?:ts|tsx|js)$/.test(name);
}

/** Files of code in a folder of the newsroom, by name, sorted; whole paths. */
export function codeIn(newsroom: string, folder: string): string[] {
  const path = join(newsroom, folder);
  if (ownFolders(newsroom).length === 0 || !existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => isCode(name) && !name.startsWith('.'))
    .sort()
    .map((name) => join(path, name));
}
