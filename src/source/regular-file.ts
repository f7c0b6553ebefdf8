/**
 * The only place where a file of the content is opened. A link is not followed, a pipe is not waited for, a
 * device is not read, whatever took the file's place since it was looked at.
 */

import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { MachineryError } from '../errors.ts';
import { onFile, systemErrorOf } from './system-error.ts';

/** More than any picture or text can have; it is read into memory whole. */
const maxBytes = 1024 ** 3;

/** A file's bytes; undefined if there is none, or something else in its place. */
export function readRegularFile(file: string): Uint8Array | undefined {
  const descriptor = openUnfollowed(file);
  if (descriptor === undefined) return undefined;
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return undefined;
    if (stat.size > maxBytes)
      throw new MachineryError(
        `${file} has ${(stat.size / 1e9).toFixed(1)} GB, more than content can have. Move it away.`,
      );
    return onFile(file, 'read', () => readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

function openUnfollowed(file: string): number | undefined {
  try {
    return openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Gone; a link; a socket.
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes(code)) return undefined;
    throw systemErrorOf(file, 'read', error);
  }
}
