/** `next-due` in the cache: when something becomes public, or goes, by itself, for whoever builds next. Nothing public says it. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';

const fileIn = (cache: string) => join(cache, 'next-due');

/** An instant in the ISO format; undefined if nothing is due. */
export function writeNextDue(cache: string, at: string | undefined): void {
  makeFolder(cache);
  replaceFile(fileIn(cache), at === undefined ? '' : `${at}\n`);
}

/** As if no build had told it yet. */
export function forgetNextDue(cache: string): void {
  rmSync(fileIn(cache), { force: true });
}

/** In milliseconds; infinite if nothing is due. */
export function readNextDue(cache: string): number {
  if (!existsSync(fileIn(cache))) return Number.POSITIVE_INFINITY;
  return Date.parse(readFileSync(fileIn(cache), 'utf8').trim()) || Number.POSITIVE_INFINITY;
}

/** Whether it is past; also where nobody wrote it down. `now` in seconds. */
export function mayBeDue(cache: string, now: number): boolean {
  return !existsSync(fileIn(cache)) || readNextDue(cache) <= now * 1000;
}
