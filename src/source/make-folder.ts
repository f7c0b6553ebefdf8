/** Makes a folder and those above it; what comes in the way is told with the folder where it is. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { onFile } from './system-error.ts';

/** It can be written to afterwards, or this throws a SystemError. */
export function makeFolder(folder: string): void {
  onFile(folder, 'written to', () => {
    // `mkdirSync` with `recursive` tells of a missing folder on a disk that can only be read.
    accessSync(nearestThere(folder), constants.W_OK);
    mkdirSync(folder, { recursive: true });
  });
}

function nearestThere(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestThere(dirname(path));
}
