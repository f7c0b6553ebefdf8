/** What a newsroom lays over the files of this folder: its tokens, its rules, its icon. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let folder: string | undefined;

/** The newsroom's `layouts/`; before anything is rendered, and by whoever loads what is its own. */
export function takeLayouts(own: string): void {
  folder = own;
}

/** The text of one of its files, and that file's whole path; undefined where it has none of that name. */
export function ownFile(path: string): { path: string; text: string } | undefined {
  const file = folder === undefined ? undefined : join(folder, path);
  return file !== undefined && existsSync(file) ? { path: file, text: readFileSync(file, 'utf8') } : undefined;
}
