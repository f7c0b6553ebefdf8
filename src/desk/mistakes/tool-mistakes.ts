/** Mistakes that no content causes alone, by what has to be done to cause them: a test builds each of these lists, and writes what is told into `told/`. */
import { readFileSync } from 'node:fs';
import { engineFile } from '../../engine-files.ts';
import type { Problem } from '../../problem.ts';
import { mistakesInChangedStories, mistakesInClones } from './in-changes.ts';
import {
  mistakesInBuiltFiles,
  mistakesInChanges,
  mistakesInLinksToOthers,
  mistakesInWholeFolders,
  mistakesOfSecondLook,
} from './in-folders.ts';
import { mistakesInImports } from './in-import.ts';
import { mistakesInOwnCode, mistakesInRunCode } from './in-own-code.ts';
import { mistakesInPages } from './in-pages.ts';
import { mistakesInAddresses, mistakesInComparing, mistakesInSettings, mistakesInSize } from './in-publishing.ts';
import type { ToolMistake } from './tool-mistake.ts';

/** By the name of the file in `told/`. */
export const toolMistakes = {
  addresses: mistakesInAddresses,
  'built-files': mistakesInBuiltFiles,
  'changed-stories': mistakesInChangedStories,
  changes: mistakesInChanges,
  clones: mistakesInClones,
  comparing: mistakesInComparing,
  imports: mistakesInImports,
  'links-to-others': mistakesInLinksToOthers,
  'own-code': mistakesInOwnCode,
  pages: mistakesInPages,
  'run-code': mistakesInRunCode,
  settings: mistakesInSettings,
  'second-look': mistakesOfSecondLook,
  size: mistakesInSize,
  'whole-folders': mistakesInWholeFolders,
} satisfies Record<string, Record<string, ToolMistake>>;

export type ToldGroup = keyof typeof toolMistakes;

export const toldFile = (group: string): string => engineFile(`src/desk/mistakes/told/${group}.json`);

/** The mistake of a code, with what was told of it. */
export function toolMistake(code: string): { mistake: ToolMistake; problem: Problem } | undefined {
  for (const [group, all] of Object.entries<Record<string, ToolMistake>>(toolMistakes)) {
    const mistake = all[code];
    if (!mistake) continue;
    const told: Record<string, Problem> = JSON.parse(readFileSync(toldFile(group), 'utf8'));
    const problem = told[code];
    if (!problem) throw new Error(`${group}.json has not what is told of ${code}`);
    return { mistake, problem };
  }
  return undefined;
}
