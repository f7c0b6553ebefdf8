/** The texts of files that have Problems, for the lines around each place: as the source has them, wherever that reads. */
import { plainText } from '../content/front-matter.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../source/source.ts';
import type { Catalog } from './catalog.ts';
import type { ChangedFiles } from './intake.ts';

/** By path below the content folder; of files in which a Problem has a place. */
export function textsOfProblems(
  catalog: Catalog,
  source: Source,
  changed: ChangedFiles,
  problems: readonly Problem[],
): Map<string, string> {
  const paths = new Set(problems.filter(({ line }) => line !== undefined).map(({ file }) => file));
  const files = [...paths].flatMap((path) => {
    const file = changed.get(path) ?? catalog.file(path);
    return file ? [{ path, blob: file.blob }] : [];
  });
  return new Map([...source.read(files)].map(([path, bytes]) => [path, plainText(bytes)]));
}
