/** What both ways to begin a story need: the newsroom as it is, and a file that is written once. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArticle } from '../../content/article.ts';
import type { Author } from '../../content/author.ts';
import { contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { toCome } from '../../content/to-come.ts';
import { gitIdentity, type Identity, readAuthors } from '../../desk/who-writes.ts';
import { WrongUsage } from '../../errors.ts';
import { isFault } from '../../problem.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { onFile } from '../../source/system-error.ts';
import { type Ask, askHere } from '../ask-on-terminal.ts';
import { namesIn } from '../file-names.ts';
import type { Call, Newsroom } from '../newsroom.ts';
import { problemsAsText } from '../print-problems.ts';
import { readSite } from '../read-site.ts';

export type Desk = {
  /** Its folder. */
  newsroom: string;
  content: string;
  call: Call;
  site: Site;
  authors: readonly Author[];
  /** Whoever works here, as git knows them. */
  identity: Identity;
  ask: Ask | undefined;
  /** How a file below `content` is told of. */
  name(path: string): string;
};

export function openDesk(content: string, { root, call }: Newsroom): Desk {
  const site = readSite(content, root);
  const authors = readAuthors(content, site);
  const name = namesIn(content, root);
  return { newsroom: root, content, call, site, authors, identity: gitIdentity(content), ask: askHere(), name };
}

/** Writes a story that nothing is wrong with, where no file is, and `before` it what it shows. `path` is below the content folder. */
export function writeStory(path: string, text: string, { content, site, name }: Desk, before = () => {}): void {
  const place = contentPath(path, 0);
  if (!place || 'code' in place || place.kind !== 'article')
    throw new WrongUsage(`${name(path)} cannot be a story. ${place && 'code' in place ? place.fix : ''}`);
  const faults = parseArticle(Buffer.from(text), { ...place, path: name(path) }, site).problems.filter(isFault);
  if (faults.length > 0) {
    const textsOf = () => new Map([[name(path), text]]);
    const told = problemsAsText(faults, { format: 'text', textsOf });
    throw new WrongUsage(`Such a story would have problems, so nothing was made:\n\n${told}`);
  }
  const file = join(content, path);
  makeFolder(dirname(file));
  before();
  onFile(file, 'made', (each) => writeFileSync(each, text, { flag: 'wx' }));
}

export function howToGoOn({ call }: Desk): string {
  return [
    `Write where it says ${toCome}. When it may be read, remove the line “draft: true”; if a ${toCome} is left, the build tells you.`,
    `See it while you write: ${call('start')}`,
  ].join('\n');
}
