import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths from the folder, with `/` on every system, of all files in it and in its folders, sorted; links are none. */
export function everyFileBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (here: string, below: string): void => {
    for (const entry of readdirSync(here, { withFileTypes: true })) {
      if (entry.isFile()) found.push(below + entry.name);
      else if (entry.isDirectory()) walk(join(here, entry.name), `${below}${entry.name}/`);
    }
  };
  walk(folder, '');
  return found.sort();
}

/** The same as git has them: without types, of which a package has as many files again. */
export function filesBelow(folder: string): string[] {
  return everyFileBelow(folder).filter((path) => !path.endsWith('.d.ts'));
}
