import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Paths from the folder of all files in it, sorted, as git has them; without types, of which a package has as many files again. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}
