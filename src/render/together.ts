/**
 * In a package the layouts are there twice: in one file, and each at its own path (`pack/bundle.ts`). What a page is made of is
 * read from the latter, so it has to be known that the two are of one making: a file of hashes that the package brings says so.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutsTogether } from '../engine-files.ts';
import { filesBelow } from '../source/files-below.ts';

/** Below the engine's folder. */
export const madeTogether = 'layouts/made-together.json';

/** What that file has to say of the two. */
export function togetherAndApart(root: string): string {
  const apart = filesBelow(join(root, 'layouts'))
    .filter((path) => path.endsWith('.js'))
    .map((path) => [path, hashOf(join(root, 'layouts', path))]);
  return JSON.stringify({ together: hashOf(join(root, layoutsTogether)), apart }, null, 2);
}

/** Whether somebody has changed one of them since; true where there is only one. */
export function areOfOneMaking(root: string): boolean {
  if (!existsSync(join(root, layoutsTogether))) return true;
  const file = join(root, madeTogether);
  return existsSync(file) && readFileSync(file, 'utf8') === togetherAndApart(root);
}

function hashOf(file: string): string {
  return hash('sha256', readFileSync(file));
}
