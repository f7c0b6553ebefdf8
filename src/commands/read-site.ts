/** The site as `site.yaml` has it, for commands that need nothing else of the content. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../content/front-matter.ts';
import { parseSite, type SilentChanges, type Site } from '../content/site.ts';
import { WrongUsage } from '../errors.ts';
import { readOnDisk } from '../source/folder-source.ts';
import { openSource } from '../source/git-source.ts';
import { lookUp } from '../source/git-trees.ts';
import { findRepository, readRevision } from '../source/repository.ts';
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

/** In which times without an offset are; UTC where the site has none. `commit`: of that, in place of the working tree. */
export async function knownZone(content: string, newsroom: string, commit?: string): Promise<string> {
  const { site, asRead } = parse(await bytesIn(content, commit), 'site.yaml', { content, newsroom });
  return (site ?? asRead).timeZone;
}

async function bytesIn(content: string, commit: string | undefined): Promise<Uint8Array> {
  const path = 'site.yaml';
  if (commit === undefined) return existsSync(join(content, path)) ? readOnDisk(content, path) : new Uint8Array();
  const repository = findRepository(content);
  const { tree } = repository ? await readRevision(repository, commit) : {};
  const blob = repository && tree !== undefined ? lookUp(repository, tree, [path]).get(path)?.blob : undefined;
  if (blob === undefined) return new Uint8Array();
  return (await openSource(content, commit)).read([{ path, blob }]).get(path) ?? new Uint8Array();
}

function parse(bytes: Uint8Array, file: string, { content, newsroom }: { content: string; newsroom: string }) {
  const known = wordLanguages(wordsFolders(newsroom, content).map(({ path }) => path));
  return parseSite(plainText(bytes), file, known);
}

/** With what changes are judged by. */
export function readSettings(content: string, newsroom: string): { site: Site; silentChanges: SilentChanges } {
  const file = join(content, 'site.yaml');
  if (!existsSync(file))
    throw new WrongUsage(
      `There is no ${file}, so nothing is known of the site. Give the newsroom's content with --content.`,
    );
  const { site, problems, silentChanges } = parse(readOnDisk(content, 'site.yaml'), file, { content, newsroom });
  if (!site)
    throw new WrongUsage(`${file} has problems, so nothing is known of the site:\n\n${problemsAsText(problems)}`);
  return { site, silentChanges };
}
