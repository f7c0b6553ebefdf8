/** Whether a new story may have an address: what has it, of the files of the newsroom. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '../content/article.ts';
import { gonePath } from '../content/endings.ts';
import { parseGone } from '../content/gone.ts';
import { contentPath } from '../content/paths.ts';
import { isPartName } from '../content/periods.ts';
import { claimOf } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import { articleUrl } from '../content/urls.ts';
import { filesBelow } from '../source/files-below.ts';
import { readOnDisk } from '../source/folder-source.ts';
import { publicFolder } from '../source/source.ts';
import { onFile } from '../source/system-error.ts';

/** `why` goes on with a sentence that begins with the address. */
type Taken = { why: string; isStory?: true };

/** `name` says how a file below the content folder is told of. */
type Room = { content: string; site: Site; name(path: string): string };

/**
 * What has the address of a story such as `2026/05/14/first-snow`; undefined of a free one. Old addresses are looked
 * for in the stories of the month alone: who gives a story another date seldom moves it further.
 */
export function takenBy(story: string, { content, site, name }: Room): Taken | undefined {
  const slug = story.slice(story.lastIndexOf('/') + 1);
  if (isPartName(slug)) return { why: 'is that of a part of a day with many stories' };
  const file = fileOf(story, content);
  if (file !== undefined) return { why: `is that of ${name(file)}`, isStory: true };
  const claims = new Set(site.languages.map((language) => claimOf(articleUrl(story, language, site))));
  const gone = existsSync(join(content, gonePath))
    ? parseGone(readOnDisk(content, gonePath), gonePath, site)
    : undefined;
  if (gone?.value?.endings.some(({ url }) => claims.has(claimOf(url))))
    return { why: `ended, as ${name(gonePath)} says` };
  if (site.languages.some((language) => isPublicFile(articleUrl(story, language, site), content)))
    return { why: 'is that of files in public/' };
  const former = formerlyOf(story, claims, content, site);
  return former === undefined ? undefined : { why: `is an old one of ${name(former)}` };
}

/** A file or a folder of that name, in whatever language. */
function fileOf(story: string, content: string): string | undefined {
  const at = story.lastIndexOf('/') + 1;
  const folder = `articles/${story.slice(0, at - 1)}`;
  const name = namesIn(join(content, folder)).find((each) => each.split('.', 1)[0] === story.slice(at));
  return name && `${folder}/${name}`;
}

function namesIn(folder: string): string[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return onFile(folder, 'read', (each) => readdirSync(each)).sort();
}

function isPublicFile(url: string, content: string): boolean {
  return existsSync(join(content, publicFolder, url));
}

function formerlyOf(story: string, claims: ReadonlySet<string>, content: string, site: Site): string | undefined {
  const month = `articles/${story.slice(0, 'YYYY/MM'.length)}`;
  if (namesIn(join(content, month)).length === 0) return undefined;
  const paths = filesBelow(join(content, month)).map((below) => `${month}/${below}`);
  return paths.find((each) => {
    const path = contentPath(each, 0);
    if (!path || 'code' in path || path.kind !== 'article') return false;
    const bytes = readOnDisk(content, each);
    if (!Buffer.from(bytes).includes(story)) return false;
    const { value, asRead = value } = parseArticle(bytes, path, site);
    return asRead?.redirectFrom.some((url) => claims.has(claimOf(url)));
  });
}
