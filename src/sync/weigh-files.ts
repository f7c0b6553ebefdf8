/** Looks at new files that go out as they are: how many bytes each has, for pages that say so and for what copies it. */

import type { Catalog } from '../catalog/catalog.ts';
import type { ParsedFile } from '../content/parsed-file.ts';
import { contentPath } from '../content/paths.ts';
import { isPublicPath, leftoverAdvice } from '../content/public-files.ts';
import { largeAdvice } from '../content/size.ts';
import { readMeanwhile } from '../source/hand-on.ts';
import type { Source } from '../source/source.ts';
import type { ChangedFiles } from './intake.ts';

/** In bytes, by path. */
export type Weights = ReadonlyMap<string, number>;

/** A recording may be large. */
const filesPerRead = 4;

/** Of all documents and public files among changed files; what is known of the same bytes is not found out again. */
export async function weighFiles(catalog: Catalog, changed: ChangedFiles, source: Source): Promise<Weights> {
  const weights = new Map<string, number>();
  const unknown: { path: string; blob: string }[] = [];
  for (const [path, file] of changed) {
    const content = file && contentPath(path, file.mode);
    if (!content || 'code' in content || (content.kind !== 'document' && content.kind !== 'public-file')) continue;
    const known = catalog.files.at(path);
    const bytes = known?.blob === file.blob ? catalog.bytesOf(known) : undefined;
    if (bytes !== undefined) weights.set(path, bytes);
    else unknown.push({ path, blob: file.blob });
  }
  for (let start = 0; start < unknown.length; start += filesPerRead)
    for (const [path, bytes] of await readMeanwhile(unknown.slice(start, start + filesPerRead), source))
      weights.set(path, bytes.length);
  return weights;
}

/** What is known of such a file; nothing of one that a program left. */
export function weighed(path: string, weights: Weights): ParsedFile<{ bytes: number }> {
  const advice = isPublicPath(path) ? leftoverAdvice(path) : [];
  if (advice.length > 0) return { problems: advice };
  const bytes = weights.get(path);
  if (bytes === undefined) throw new Error('A file was not looked at before it was taken in');
  return { value: { bytes }, problems: largeAdvice(path, bytes) };
}
