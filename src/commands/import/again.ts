/** Takes a mended file out of quarantine into the content, and makes links to it links again. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseArticle } from '../../content/article.ts';
import { defaultLanguage } from '../../content/names.ts';
import { parsePage } from '../../content/page.ts';
import { contentPath } from '../../content/paths.ts';
import { articleUrl, pageUrl } from '../../content/urls.ts';
import { WrongUsage } from '../../errors.ts';
import { withLinksTo } from '../../import/text/tidy-lines.ts';
import { isFault } from '../../problem.ts';
import { filesBelow } from '../../source/files-below.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { readRegularFile } from '../../source/regular-file.ts';
import { replaceFile } from '../../source/replace-file.ts';
import { problemsAsText } from '../print-problems.ts';
import { readSite } from '../read-site.ts';
import type { ExitCode } from '../run-command.ts';
import { complain, say } from '../terminal.ts';
import { quarantineFolder, withoutHead } from './quarantine.ts';
import { findProblems } from './sync-round.ts';

type Asked = { content: string; newsroom: string; cache: string; now: number };

export async function takeInAgain(named: string, asked: Asked): Promise<ExitCode> {
  const { content, newsroom: root } = asked;
  const file = resolve(root, named);
  const path = relative(join(root, quarantineFolder), file).split(sep).join('/');
  const place = path.startsWith('..') ? undefined : contentPath(path, 0);
  if (!existsSync(file) || !place || 'code' in place || (place.kind !== 'article' && place.kind !== 'page'))
    throw new WrongUsage(`${named} is no story or page in ${quarantineFolder}/.`);
  const target = join(content, path);
  const site = readSite(content, root);
  const text = withoutHead(readFileSync(file, 'utf8'));
  const bytes = Buffer.from(text);
  const there = readRegularFile(target);
  // The same text is that of one that was killed.
  if (existsSync(target) && !bytes.equals(there ?? Buffer.alloc(0)))
    throw new WrongUsage(`content/${path} is there already. Remove one of the two.`);
  const told =
    place.kind === 'article' ? parseArticle(bytes, place, site).problems : parsePage(bytes, place, site).problems;
  const faults = told.filter(isFault);
  if (faults.length > 0)
    return refuse(problemsAsText(faults.map((each) => ({ ...each, file: `${quarantineFolder}/${path}` }))));
  makeFolder(dirname(target));
  replaceFile(target, text);
  const { stories } = await findProblems(asked, [{ path, key: path }]);
  const found = stories.get(path);
  if (found) {
    rmSync(target);
    return refuse(problemsAsText(found.map((each) => ({ ...each, file: `${quarantineFolder}/${path}` }))));
  }
  const language = place.language ?? defaultLanguage(site);
  const url = place.kind === 'article' ? articleUrl(place.story, language, site) : pageUrl(place.id, language, site);
  const linked = [content, join(root, quarantineFolder)].flatMap((folder) => linkAgain(folder, url, file));
  rmSync(file); // when all is done
  say(
    `content/${path} is part of the site, at ${url}.${linked.length === 0 ? '' : ` Links to it are links again in ${linked.length} ${linked.length === 1 ? 'file' : 'files'}.`}`,
  );
  return 0;
}

function refuse(problems: string): ExitCode {
  complain(`${problems}\n\nIt stays in ${quarantineFolder}/, and nothing was changed.`);
  return 1;
}

/** The files in which a link was made again; `but` is on its way out. */
function linkAgain(folder: string, url: string, but: string): string[] {
  if (!existsSync(folder)) return [];
  return filesBelow(folder)
    .filter((path) => path.endsWith('.md') && join(folder, path) !== but)
    .filter((path) => {
      const file = join(folder, path);
      const before = readFileSync(file, 'utf8');
      const after = withLinksTo(url, before);
      if (after !== before) replaceFile(file, after);
      return after !== before;
    });
}
