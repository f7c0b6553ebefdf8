/** One publisher at a time at a target: a lock that ends with the process that holds it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '../catalog/cache-lock.ts';
import { TargetBusy } from '../errors.ts';
import { onFile } from '../source/system-error.ts';

export type Lock = { release(): void };

/** Hardly waits: what another publisher does now makes this one’s work old. `who` is told to those who come meanwhile. */
export function takePublishLock(folder: string, who: string): Lock {
  const note = join(folder, 'publishing.txt');
  // Who has just begun has no note yet, and who is about to end has none any more.
  for (let tries = 0; tries < 50; tries++) {
    const lock = lockFile(join(folder, 'publishing.sqlite'), 0);
    if (lock) return held(lock, note, who);
    if (existsSync(note)) break;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
  throw new TargetBusy(busy(winner(note)));
}

function held(lock: { close(): void }, note: string, who: string): Lock {
  onFile(note, 'written', () => writeFileSync(note, `${who}\n`));
  return {
    release() {
      rmSync(note, { force: true });
      lock.close();
    },
  };
}

/** `who` is at work. */
export function busy(who?: string): string {
  const name = who === undefined ? '' : `: ${who}`;
  return `Another publish is at work there${name}. Nothing was sent by this one. When the other has ended, publish again, if there is something it did not have.`;
}

function winner(note: string): string | undefined {
  try {
    return readFileSync(note, 'utf8').trim();
  } catch {
    return undefined;
  }
}
