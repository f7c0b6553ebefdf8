/** The folder that the tool of a pages host uploads: the built site, which stays as it is, and what speaks to the host. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { RefusedOutput } from '../errors.ts';
import { onFile } from '../source/system-error.ts';
import { editionFile } from './change-list.ts';
import type { Measures } from './host-limits.ts';
import { parseEdition } from './live-edition.ts';

/** By path: a file of this machine, or bytes. */
export type Upload = Map<string, string | Uint8Array>;

/** What an earlier run has made is taken away, so that nobody uploads it for a new one. Throws RefusedOutput of any other folder. */
export function clearUpload(folder: string): void {
  if (!existsSync(folder)) return;
  const edition = join(folder, editionFile);
  const isOurs = existsSync(edition) && parseEdition(readFileSync(edition)) !== undefined;
  if (!isOurs && readdirSync(folder).length > 0)
    throw new RefusedOutput(
      `${folder} holds files that are no site for a pages host. It is never emptied: remove it yourself, or name another folder with --folder.`,
    );
  onFile(folder, 'written', () => rmSync(folder, { recursive: true }));
}

export function measure(upload: Upload): Omit<Measures, 'redirects' | 'redirectBytes'> {
  const folders = new Set<string>();
  let bytes = 0;
  let largestFile = { path: '', bytes: 0 };
  for (const [path, content] of upload) {
    const size = typeof content === 'string' ? statSync(content).size : content.length;
    bytes += size;
    if (size > largestFile.bytes) largestFile = { path, bytes: size };
    for (let above = dirname(path); above !== '.' && !folders.has(above); above = dirname(above)) folders.add(above);
  }
  return { files: upload.size, entries: upload.size + folders.size, bytes, largestFile };
}

/** Whole, or not at all. Files are the same on the disk as those of the site, where it can have them twice. */
export function makeUpload(folder: string, upload: Upload): void {
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  for (const [path, content] of upload)
    onFile(join(making, path), 'written', (file) => {
      mkdirSync(dirname(file), { recursive: true });
      if (typeof content === 'string') linkOrCopy(content, file);
      else writeFileSync(file, content);
    });
  onFile(folder, 'written', () => renameSync(making, folder));
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
