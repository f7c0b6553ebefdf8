/** The texts of files that have Problems, for the lines around each place: as the source has them, wherever that reads. */

import type { Catalog } from '../catalog/catalog.ts';
import { plainText } from '../content/front-matter.ts';
import { SourceChanged } from '../errors.ts';
import type { Problem } from '../problem.ts';
import type { Source } from '../source/source.ts';
import type { ChangedFiles } from './intake.ts';

/** By path below the content folder; a file that has been edited meanwhile is left out. */
export type TextsOf = (paths: readonly string[]) => Map<string, string>;

/** Reads when it is asked, also once the catalog is closed: of thousands of files few are shown. */
export function textsOfProblems(
  catalog: Catalog,
  source: Source,
  changed: ChangedFiles,
  problems: readonly Problem[],
): TextsOf {
  const files = new Map<string, { path: string; blob: string }>();
  for (const { file: path, line } of problems) {
    if (line === undefined || files.has(path)) continue;
    const file = changed.get(path) ?? catalog.files.at(path);
    if (file) files.set(path, { path, blob: file.blob });
  }
  return (paths) => {
    const bytes = readUnchanged(
      source,
      paths.flatMap((path) => files.get(path) ?? []),
    );
    return new Map([...bytes].map(([path, each]) => [path, plainText(each)]));
  };
}

function readUnchanged(source: Source, files: readonly { path: string; blob: string }[]): Map<string, Uint8Array> {
  try {
    return source.read(files);
  } catch (error) {
    if (!(error instanceof SourceChanged)) throw error;
    return files.length === 1 ? new Map() : new Map(files.flatMap((file) => [...readUnchanged(source, [file])]));
  }
}
