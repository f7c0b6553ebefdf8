/** One publisher at a time at a target: SQLite's own lock, which ends with the process that holds it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TargetBusy } from '../errors.ts';
import { sqliteResult, systemErrorOf } from '../source/system-error.ts';

export type Lock = { release(): void };

/** Never waits: what another publisher does now makes this one’s work old. `who` is told to those who come meanwhile. */
export function takePublishLock(folder: string, who: string): Lock {
  const file = join(folder, 'publishing.sqlite');
  const note = join(folder, 'publishing.txt');
  try {
    const lock = new DatabaseSync(file);
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    writeFileSync(note, `${who}\n`);
    return {
      release() {
        rmSync(note, { force: true });
        lock.close();
      },
    };
  } catch (error) {
    if (![5, 6].includes(sqliteResult(error))) throw systemErrorOf(file, 'opened', error);
    throw new TargetBusy(
      `Another publish is at work there${winner(note)}. Nothing was sent by this one. When the other has ended, publish again, if there is something it did not have.`,
    );
  }
}

function winner(note: string): string {
  try {
    return `: ${readFileSync(note, 'utf8').trim()}`;
  } catch {
    return '';
  }
}
