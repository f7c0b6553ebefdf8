/** One publisher at a time at a target: a lock that ends with the process that holds it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '../catalog/cache-lock.ts';
import { TargetBusy } from '../errors.ts';
import { onFile } from '../source/system-error.ts';

export type Lock = { release(): void };

/** Never waits: what another publisher does now makes this one’s work old. `who` is told to those who come meanwhile. */
export function takePublishLock(folder: string, who: string): Lock {
  const note = join(folder, 'publishing.txt');
  const lock = lockFile(join(folder, 'publishing.sqlite'), 0);
  if (!lock)
    throw new TargetBusy(
      `Another publish is at work there${winner(note)}. Nothing was sent by this one. When the other has ended, publish again, if there is something it did not have.`,
    );
  onFile(note, 'written', () => writeFileSync(note, `${who}\n`));
  return {
    release() {
      rmSync(note, { force: true });
      lock.close();
    },
  };
}

function winner(note: string): string {
  try {
    return `: ${readFileSync(note, 'utf8').trim()}`;
  } catch {
    return '';
  }
}
