/**
 * What a story is called for ever, in feeds and for search engines: the first address at which readers found it. Only
 * the content says it: `id:` in front matter, which is a path, and `ids:` in `site.yaml`, the host; without them it is the
 * present address. Old addresses never decide it, so that a line added or removed there changes no id.
 */
import { z } from 'zod';
import type { Problem } from '../problem.ts';
import type { Written } from './article-form.ts';
import { readLink } from './links.ts';
import type { MarkdownFile } from './markdown-file.ts';
import type { Language } from './names.ts';
import { claimOf, readOldAddress } from './redirect.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Site } from './site.ts';
import { inZone, type Seconds } from './times.ts';
import { articleUrl } from './urls.ts';

/** Any path, since a story may have come from another program; kept percent-encoded. */
export const firstPath = z
  .string()
  .superRefine(refuse((value) => meantPath(value) === value, badFirstPath))
  .transform((value) => encoded(value) ?? value);

/** A path of another site's is one of this: the host is said in `ids:`. */
function meantPath(written: string): string | undefined {
  const url = /^https?:/i.test(written) ? URL.parse(written) : null;
  const path = url ? url.pathname + url.search : written;
  const read = readOldAddress(path, { url: 'https://any.example' });
  const meant = 'from' in read ? path : read.refused.right;
  return meant !== undefined && isDated(meant) ? `${meant}/` : meant;
}

function isDated(path: string): boolean {
  return /^\/(?:[^/]+\/)?\d{4}\/\d{2}\/\d{2}\/[^/.?]+$/.test(path);
}

function encoded(path: string): string | undefined {
  const read = readOldAddress(path, { url: 'https://any.example' });
  return 'from' in read ? read.from : undefined;
}

function badFirstPath(value: string): Refusal {
  return {
    code: 'article/bad-story-id',
    what: `“${value.slice(0, 60)}” is not the path of an address under which a story was published.`,
    right: meantPath(value),
  };
}

type Identified = { story: string; language: Language; id?: string | undefined };

/** The id as a whole address. */
export function idOf({ story, language, id }: Identified, site: Site): string {
  return `${site.ids ?? site.url}${id ?? articleUrl(story, language, site)}`;
}

/** Each correction has an id made of its story's and its own time as it was written. */
export function correctionIdOf(story: string, at: Seconds, { timeZone }: Pick<Site, 'timeZone'>): string {
  return `${story}#correction-${writtenTime(at, timeZone)}`;
}

/** `2015-11-26T18:00` in the site's zone, so that a zone that was wrong at first changes nothing. */
export function writtenTime(at: Seconds, zone: Site['timeZone']): string {
  const spelling = { includeOffset: false, suppressMilliseconds: true, suppressSeconds: true };
  return inZone(at, zone).toISO(spelling) ?? '';
}

/** A story that was renamed is known under one of its addresses, and only its author can tell which. */
export function renamedProblems(
  { written, isKnown, place }: MarkdownFile<Written>,
  { addresses, own }: { addresses: readonly string[]; own: string },
  site: Site,
): Problem[] {
  if (written.id !== undefined) return [];
  const index = addresses.findIndex(
    (each) => claimOf(each) !== claimOf(own) && readLink(each, site).kind === 'article',
  );
  const old = addresses[index];
  if (old === undefined || !isKnown(['redirectFrom', index])) return [];
  return [
    {
      code: 'article/renamed-without-id',
      ...place(['redirectFrom', index]),
      what: `The story was renamed, and feeds cannot tell whether readers know it as “${old}” or as “${own}”.`,
      fix: `Add the line “id: ${old}” if it was published there first, so that nobody is sent it twice; else the line “id: ${own}”.`,
    },
  ];
}
