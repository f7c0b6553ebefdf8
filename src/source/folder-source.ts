/** A plain folder as a source: every file is read and hashed, each time. */

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SourceChanged } from '../errors.ts';
import { blobId } from './blob-id.ts';
import { withoutPointers } from './lfs.ts';
import { readRegularFile } from './regular-file.ts';
import { type FileId, modes, publicFolder, type Source } from './source.ts';
import { onFile } from './system-error.ts';

export function folderSource(folder: string): Source {
  return {
    name: 'the folder',
    async candidates() {
      const files = listFolder(folder);
      return { files, isComplete: true, untracked: new Set(files.keys()), hidden: [], next: { tree: '', dirty: [] } };
    },
    read: (files) =>
      withoutPointers(undefined, new Map(files.map(({ path, blob }) => [path, readUnchanged(folder, path, blob)]))),
  };
}

function readUnchanged(folder: string, path: string, blob: string): Uint8Array {
  const bytes = readOnDisk(folder, path);
  if (blobId(bytes) !== blob) throw new SourceChanged(path);
  return bytes;
}

/** The bytes of a file that was there a moment ago. */
export function readOnDisk(folder: string, path: string): Uint8Array {
  const bytes = readRegularFile(join(folder, path));
  if (bytes === undefined) throw new SourceChanged(path);
  return bytes;
}

function listFolder(folder: string): Map<string, FileId> {
  const files = new Map<string, FileId>();
  const walk = (below: string) => {
    for (const name of onFile(join(folder, below), 'read', (each) => readdirSync(each)).sort()) {
      if (name === '.git') continue;
      const path = below ? `${below}/${name}` : name;
      const stat = onFile(join(folder, path), 'read', (each) => lstatSync(each));
      if (stat.isDirectory()) walk(path);
      else files.set(path, idOnDisk(folder, path, stat));
    }
  };
  walk('');
  if (isFolder(join(folder, publicFolder))) walk(publicFolder);
  return files;
}

/** A link to one is none. */
function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Of what is no file of its own. */
export const noBlob = '0'.repeat(40);

/** A file's id; a symbolic link, a pipe or a device has its mode and no blob, because it is never opened. */
export function idOnDisk(folder: string, path: string, stat = lstatSync(join(folder, path))): FileId {
  if (stat.isSymbolicLink()) return { mode: modes.link, blob: noBlob };
  if (stat.isDirectory()) return { mode: modes.submodule, blob: noBlob };
  if (!stat.isFile()) return { mode: modes.special, blob: noBlob };
  const mode = stat.mode & 0o100 ? modes.executable : modes.file;
  return { mode, blob: blobId(readOnDisk(folder, path)) };
}
