/** A plain folder as a source: every file is read and hashed, each time. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blobId } from './blob-id.ts';
import { type FileId, MachineryError, type Source, SourceChanged } from './source.ts';

export function folderSource(folder: string): Source {
  return {
    name: 'the folder',
    candidates: () => ({ files: listFolder(folder), isComplete: true, next: { tree: '', dirty: [] } }),
    read: (files) => new Map(files.map(({ path, blob }) => [path, readUnchanged(folder, path, blob)])),
  };
}

function readUnchanged(folder: string, path: string, blob: string): Uint8Array {
  const bytes = readOnDisk(folder, path);
  if (blobId(bytes) !== blob) throw new SourceChanged(path);
  return bytes;
}

/** The bytes of a file that was there a moment ago. */
export function readOnDisk(folder: string, path: string): Uint8Array {
  try {
    return readFileSync(join(folder, path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new SourceChanged(path);
    throw new MachineryError(`${join(folder, path)} cannot be read: ${(error as Error).message}`);
  }
}

function listFolder(folder: string): Map<string, FileId> {
  const files = new Map<string, FileId>();
  const walk = (below: string) => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      if (name === '.git') continue;
      const path = below ? `${below}/${name}` : name;
      const stat = lstatSync(join(folder, path));
      if (stat.isDirectory()) walk(path);
      else files.set(path, idOnDisk(folder, path, stat));
    }
  };
  try {
    walk('');
  } catch (error) {
    throw new MachineryError(`The content folder ${folder} cannot be read: ${(error as Error).message}`);
  }
  return files;
}

const noBlob = '0'.repeat(40);

/** A file's id; a symbolic link has its mode and no blob, because it is never followed. */
export function idOnDisk(folder: string, path: string, stat = lstatSync(join(folder, path))): FileId {
  if (stat.isSymbolicLink()) return { mode: 0o120000, blob: noBlob };
  if (!stat.isFile()) return { mode: 0o160000, blob: noBlob };
  const mode = stat.mode & 0o100 ? 0o100755 : 0o100644;
  return { mode, blob: blobId(readFileSync(join(folder, path))) };
}
