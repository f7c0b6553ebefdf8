/** Why a page changed, as people are told it: without the place and instant at which that was seen, with the file that caused it. */
import { posix } from 'node:path';
import { articlePath, undatedPath } from '../../catalog/catalog.ts';
import { documentPathAt } from '../../content/documents.ts';
import { readLink } from '../../content/links.ts';
import { defaultLanguage } from '../../content/names.ts';
import { contentPath } from '../../content/paths.ts';
import type { Site } from '../../content/site.ts';
import { articleUrl } from '../../content/urls.ts';

export type Told = {
  reason: string;
  /** The file that caused it, from the newsroom’s folder, where one file is to blame. */
  file?: string | undefined;
};

export type About = {
  url: string;
  site: Site;
  /** Whether readers of one of the two states find something at an address, or did. */
  isKnown(url: string): boolean;
};

/** What the route’s own coming and going is told as. */
const isOfItself = /^(?:it is|its|nothing is) /;

/** `reason`: what a build says of a route. A story that neither state shows is not named. */
export function reasonOf(reason: string, about: About): Told {
  const [, words, cause] = /^\S+, \d{4}-\d\d-\d\d \d\d:\d\d: (.+?) \((.+)\)$/.exec(reason) ?? [];
  if (words !== undefined && cause !== undefined) {
    const { name, file } = named(cause, about);
    return { reason: `${words} (${name})`, file };
  }
  const [layout] = /^layouts\/[^\s,]+/.exec(reason) ?? [];
  if (layout !== undefined) return { reason, file: layout };
  const [, own, what] = /^(\S+\.\w+) (changed|came or went|came, went or changed)$/.exec(reason) ?? [];
  if (own !== undefined && what !== undefined) {
    const { name, file } = named(own, about);
    return { reason: `${name} ${what}`, file };
  }
  if (reason.startsWith('the count of ')) return { reason: 'the number of stories in one of its lists changed' };
  return { reason, file: isOfItself.test(reason) ? fileAt(about) : undefined };
}

function named(cause: string, about: About): { name: string; file?: string } {
  if (isHidden(cause, about)) return { name: 'a story that is not public' };
  const file = posix.join('content', cause);
  return { name: file, file };
}

/** A story, or what lies beside it, of which readers know in no language. */
function isHidden(path: string, { site, isKnown }: About): boolean {
  const file = contentPath(path, 0);
  if (!file || 'code' in file || !('story' in file)) return false;
  const languages = 'language' in file ? [file.language ?? defaultLanguage(site)] : site.languages;
  return !languages.some((language) => isKnown(articleUrl(file.story, language, site)));
}

/** The file that is at an address, if the address is that of one file. */
function fileAt({ url, site }: About): string | undefined {
  const document = documentPathAt(url);
  if (document !== undefined) return `content/${document}`;
  const target = readLink(url, site);
  if (target.kind === 'article') return `content/${articlePath(target.story, target.language, site)}`;
  return target.kind === 'page' ? `content/${undatedPath('pages', target.id, target.language, site)}` : undefined;
}
