/** Files on their way to whoever needs them, perhaps on another thread: as plain data, read as late as can be. */
import { readStored } from './git-source.ts';
import { inSharedMemory } from './shared-memory.ts';
import type { Files, Source, Stored } from './source.ts';

/** `isKept`: what is read of `stored` is wanted back. */
export type HandedOn = { read: ReadonlyMap<string, Uint8Array>; stored?: Stored | undefined; isKept?: boolean };

/** What only this thread may read is read now. */
export function handOn(files: Files, source: Pick<Source, 'read' | 'stored' | 'hasRoom'>): HandedOn {
  const stored = files.length > 0 ? source.stored?.(files) : undefined;
  const later = new Set(stored?.files);
  return {
    read: later.size < files.length ? source.read(files.filter((file) => !later.has(file))) : new Map(),
    stored,
    isKept: source.hasRoom?.() ?? false,
  };
}

/** The bytes of all of them, by path. */
export async function readHandedOn({ read, stored, isKept }: HandedOn): Promise<ReadonlyMap<string, Uint8Array>> {
  if (!stored) return read;
  const late = await readStored(stored);
  return new Map([...read, ...(isKept ? inSharedMemory(late) : late)]);
}

/** The same of files that stay on this thread. */
export function readMeanwhile(
  files: Files,
  source: Pick<Source, 'read' | 'stored'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  return readHandedOn(handOn(files, source));
}
