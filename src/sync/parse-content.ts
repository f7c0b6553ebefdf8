/** Hands a file of the content to the parser of its kind. */

import { fingerprintOf } from '../catalog/hash.ts';
import { parseArticle } from '../content/article.ts';
import { parseAuthor } from '../content/author.ts';
import { parseFront } from '../content/front.ts';
import { plainText, splitFrontMatter } from '../content/front-matter.ts';
import { parseGone } from '../content/gone.ts';
import type { Known } from '../content/known.ts';
import type { Outline } from '../content/markdown/outline.ts';
import { parseNotice } from '../content/notice.ts';
import { parsePage, parseTopic } from '../content/page.ts';
import type { ParsedFile } from '../content/parsed-file.ts';
import { type ContentPath, isPicture } from '../content/paths.ts';
import type { PictureFile } from '../content/pictures.ts';
import type { Site } from '../content/site.ts';
import type { Inspected, Inspection } from './inspect-pictures.ts';
import { type Weights, weighed } from './weigh-files.ts';

/** What was found of a file that is no text. */
export function parseBytes(
  content: ContentPath,
  { pictures, weights }: { pictures: Inspection; weights: Weights },
): ParsedFile<unknown> {
  return isPicture(content) ? inspected(pictures.get(content.path)) : weighed(content.path, weights);
}

/** The value of a text by its kind, and its Problems. */
export function parseText(
  content: ContentPath,
  bytes: Uint8Array,
  { site, known }: { site: Site; known: Known },
): ParsedFile<unknown> {
  if (content.kind === 'article') return withTextName(parseArticle(bytes, content, site, known), bytes, content.path);
  if (content.kind === 'author') return parseAuthor(bytes, content, site);
  if (content.kind === 'topic') return withTextName(parseTopic(bytes, content, site), bytes, content.path);
  if (content.kind === 'page') return withTextName(parsePage(bytes, content, site), bytes, content.path);
  if (content.kind === 'notice') return withTextName(parseNotice(bytes, content, site), bytes, content.path);
  if (content.kind === 'gone') return parseGone(bytes, content.path, site);
  if (content.kind === 'front') return parseFront(bytes, content.path, site, known);
  return { value: site, problems: [] };
}

/** A text is known by its name, so that an edit of the front matter alone leaves what shows the text as it is. */
function withTextName<T extends { outline: Outline }>(parsed: ParsedFile<T>, bytes: Uint8Array, path: string) {
  const outline = (parsed.value ?? parsed.asRead)?.outline;
  if (outline) outline.text = fingerprintOf(splitFrontMatter(plainText(bytes), path).split?.body ?? '');
  return parsed;
}

function inspected(found: Inspected | undefined): ParsedFile<Omit<PictureFile, 'blob'>> {
  if (!found) throw new Error('A picture was not looked at before it was taken in');
  if ('code' in found) return { problems: [found] };
  return { value: { width: found.width, height: found.height }, problems: [] };
}
