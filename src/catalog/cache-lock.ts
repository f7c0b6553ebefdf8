/** One build at a time in a cache folder: SQLite's own lock, which ends with the process that holds it. */

import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MachineryError } from '../errors.ts';
import { makeFolder } from '../source/make-folder.ts';
import { sqliteResult, systemErrorOf } from '../source/system-error.ts';

/** Waits for another build; the folder is made if need be. */
export function takeLock(cache: string): DatabaseSync {
  makeFolder(cache);
  const lock = lockFile(join(cache, 'lock.sqlite'), 20_000);
  if (lock) return lock;
  throw new MachineryError(
    `Another build has been using ${cache} for 20 seconds. Wait for it to end, or give this one a --cache of its own.`,
  );
}

/** Locks a file that has nothing else in it, until what is returned is closed; undefined if somebody has it all that time. */
export function lockFile(file: string, milliseconds: number): DatabaseSync | undefined {
  try {
    // Nothing is ever written to it; anything in it is garbage that nobody can hold a lock on.
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) rmSync(file, { recursive: true });
    const lock = new DatabaseSync(file);
    lock.exec(`PRAGMA busy_timeout = ${milliseconds}; BEGIN EXCLUSIVE`);
    return lock;
  } catch (error) {
    if (![5, 6].includes(sqliteResult(error))) throw systemErrorOf(file, 'opened', error);
    return undefined;
  }
}
