/** The site as `site.yaml` has it, for commands that need nothing else of the content. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../content/front-matter.ts';
import { parseSite, type SilentChanges, type Site } from '../content/site.ts';
import { WrongUsage } from '../errors.ts';
import { readOnDisk } from '../source/folder-source.ts';
import { wordLanguages } from '../sync/words-shelf.ts';
import { problemsAsText } from './print-problems.ts';
import { wordsFolders } from './words-folders.ts';

/** Undefined where it is not there or is wrong. */
export function knownSite(content: string, newsroom: string): Site | undefined {
  try {
    return readSite(content, newsroom);
  } catch (error) {
    if (error instanceof WrongUsage) return undefined;
    throw error;
  }
}

export function readSite(content: string, newsroom: string): Site {
  return readSettings(content, newsroom).site;
}

/** With what changes are judged by. */
export function readSettings(content: string, newsroom: string): { site: Site; silentChanges: SilentChanges } {
  const file = join(content, 'site.yaml');
  if (!existsSync(file))
    throw new WrongUsage(
      `There is no ${file}, so nothing is known of the site. Give the newsroom's content with --content.`,
    );
  const known = wordLanguages(wordsFolders(newsroom, content).map(({ path }) => path));
  const { site, problems, silentChanges } = parseSite(plainText(readOnDisk(content, 'site.yaml')), file, known);
  if (!site)
    throw new WrongUsage(`${file} has problems, so nothing is known of the site:\n\n${problemsAsText(problems)}`);
  return { site, silentChanges };
}
