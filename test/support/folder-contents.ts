/** Everything below a folder, as one comparable value: files by their bytes, links by their target, empty folders too. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Contents = Record<string, string>;

/** By path; a folder has `/` at its end. Nothing at all for a folder that is not there. Links are not followed. */
export function contentsOf(folder: string): Contents {
  const found: Contents = {};
  const walk = (below: string) => {
    // Not `recursive`, which follows links to folders.
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = join(below, entry.name);
      if (entry.isDirectory()) {
        found[`${path}/`] = 'a folder';
        walk(path);
      } else if (entry.isSymbolicLink()) found[path] = `a link to ${readlinkSync(join(folder, path))}`;
      else found[path] = readFileSync(join(folder, path), 'latin1');
    }
  };
  if (existsSync(folder)) walk('');
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Without `.edition`, which names what the files were made of. */
export function siteIn(folder: string): Contents {
  const { '.edition': _, ...rest } = contentsOf(folder);
  return rest;
}

/** Paths at which two folders differ, each with what is the matter; empty if they are the same. */
export function differences(a: Contents, b: Contents): string[] {
  const paths = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return paths.flatMap((path) => {
    if (a[path] === b[path]) return [];
    return [
      `${path}: ${a[path] === undefined ? 'only in the second' : b[path] === undefined ? 'only in the first' : 'not the same'}`,
    ];
  });
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'acceptance-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
