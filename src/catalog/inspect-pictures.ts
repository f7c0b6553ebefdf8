/**
 * Looks at pictures that are new: each is decoded once, so that one that is broken, or too large to be
 * published, is a Problem of whoever committed it and not a surprise on a page.
 */
import { contentPath } from '../content/paths.ts';
import { pictureProblem, tooLarge, undecodable } from '../content/picture.ts';
import type { PictureFile } from '../content/pictures.ts';
import type { Problem } from '../problem.ts';
import type { Catalog } from './catalog.ts';
import type { ChangedFiles } from './intake.ts';
import type { Source } from './source.ts';

const maxPixels = 100_000_000;
const maxBytes = 50 * 1024 ** 2;
/** Bytes are read so many files at a time, and decoded so many at once. */
const filesPerRead = 50;

/** What was found of a picture, or what is wrong with it. */
export type Inspected = PictureFile | Problem;
export type Inspection = ReadonlyMap<string, Inspected>;

/** Of all pictures among changed files, by path; what is known of the same bytes is not found out again. */
export async function inspectPictures(
  catalog: Catalog,
  changed: ChangedFiles,
  source: Source,
  onProgress?: (done: number, total: number) => void,
): Promise<Inspection> {
  const found = new Map<string, Inspected>();
  const unknown: { path: string; blob: string }[] = [];
  for (const [path, file] of changed) {
    const content = file && contentPath(path, file.mode);
    if (!content || 'code' in content || content.kind !== 'picture') continue;
    const known = catalog.picture(path);
    if (known?.blob === file.blob) found.set(path, known);
    else unknown.push({ path, blob: file.blob });
  }
  for (let start = 0; start < unknown.length; start += filesPerRead) {
    const files = unknown.slice(start, start + filesPerRead);
    const bytes = source.read(files);
    const inspected = files.map(async ({ path, blob }) => {
      found.set(path, await inspect(path, blob, bytes.get(path) ?? new Uint8Array()));
    });
    await Promise.all(inspected);
    onProgress?.(start + files.length, unknown.length);
  }
  return found;
}

async function inspect(path: string, blob: string, bytes: Uint8Array): Promise<Inspected> {
  const problem = pictureProblem(bytes, path);
  if (problem) return problem;
  if (bytes.length > maxBytes) return tooLarge(path, `${Math.round(bytes.length / 1024 ** 2)} MB`);
  const { default: sharp } = await import('sharp');
  try {
    const { width, height, orientation = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > maxPixels) return tooLarge(path, `${width} × ${height} pixels`);
    await sharp(bytes, { failOn: 'truncated' }).resize(32).toBuffer(); // it is read to its end, though little is kept
    const isOnItsSide = orientation >= 5;
    return { blob, width: isOnItsSide ? height : width, height: isOnItsSide ? width : height };
  } catch (error) {
    return undecodable(path, (error as Error).message);
  }
}
