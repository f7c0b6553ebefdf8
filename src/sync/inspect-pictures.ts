/**
 * Looks at pictures that are new: each is decoded once, so that one that is broken, or too large to be
 * published, is a Problem of whoever committed it and not a surprise on a page.
 */

import type { Catalog } from '../catalog/catalog.ts';
import type { Known } from '../content/known.ts';
import { contentPath, isPicture } from '../content/paths.ts';
import { maxPictureBytes, moving, pictureProblem, tooLarge, tooLong, undecodable } from '../content/picture.ts';
import { isTooLong, type PictureFile } from '../content/pictures.ts';
import type { Problem } from '../problem.ts';
import { readMeanwhile } from '../source/hand-on.ts';
import type { Source } from '../source/source.ts';
import type { ChangedFiles } from './intake.ts';
import { knownIn } from './known-names.ts';

const maxPixels = 100_000_000;
/** So many files are read and decoded at once: each may be as large as `maxPictureBytes`, and larger before it is looked at. */
const filesPerRead = 4;

/** What was found of a picture, or what is wrong with it. */
export type Inspected = PictureFile | Problem;
export type Inspection = ReadonlyMap<string, Inspected>;

type ToInspect = {
  changed: ChangedFiles;
  source: Source;
  /** What is known of a file with the same bytes may be what another program thought of it. */
  isReadAnew: boolean;
  onProgress?(done: number, total: number): void;
};

/** Of all pictures among changed files, by path; what is known of the same file is not found out again. */
export async function inspectPictures(
  catalog: Catalog,
  { changed, source, isReadAnew, onProgress }: ToInspect,
): Promise<Inspection> {
  const found = new Map<string, Inspected>();
  const unknown: { path: string; blob: string }[] = [];
  for (const [path, file] of changed) {
    const content = file && contentPath(path, file.mode);
    if (!content || 'code' in content || !isPicture(content)) continue;
    const known = isReadAnew ? undefined : catalog.pictureOf(catalog.files.at(path));
    if (known?.blob === file.blob) found.set(path, known);
    else unknown.push({ path, blob: file.blob });
  }
  const { has } = knownIn(catalog, changed);
  for (let start = 0; start < unknown.length; start += filesPerRead) {
    const files = unknown.slice(start, start + filesPerRead);
    const bytes = await readMeanwhile(files, source);
    const inspected = files.map(async ({ path, blob }) => {
      found.set(path, await inspectPicture({ path, blob }, bytes.get(path) ?? new Uint8Array(), has));
    });
    await Promise.all(inspected);
    onProgress?.(start + files.length, unknown.length);
  }
  return found;
}

/** `path`: its name, for what is told of it. */
export async function inspectPicture(
  { path, blob }: { path: string; blob: string },
  bytes: Uint8Array,
  has: Known['has'],
): Promise<Inspected> {
  const problem = pictureProblem(bytes, path, has);
  if (problem) return problem;
  if (bytes.length > maxPictureBytes) return tooLarge(path, `${Math.round(bytes.length / 1024 ** 2)} MB`);
  const { withSharp } = await import('../with-sharp.ts');
  return withSharp(async (sharp) => {
    const { autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width, height } = autoOrient;
    if (width * height > maxPixels) return tooLarge(path, `${width} × ${height} pixels`);
    if (isTooLong(width, height)) return tooLong(path, `${width} × ${height} pixels`);
    if (pages > 1) return moving(path);
    await sharp(bytes, { failOn: 'truncated' }).resize(32).toBuffer(); // it is read to its end, though little is kept
    return { blob, width, height };
  }).catch((error: Error) => undecodable(path, error.message));
}
