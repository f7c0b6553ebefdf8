/** Files on their way to whoever needs them, perhaps on another thread: as plain data, read as late as can be. */
import { readStored } from './git-source.ts';
import type { Files, Source, Stored } from './source.ts';

export type HandedOn = { read: ReadonlyMap<string, Uint8Array>; stored?: Stored | undefined };

/** What only this thread may read is read now. */
export function handOn(files: Files, source: Pick<Source, 'read' | 'stored'>): HandedOn {
  const stored = files.length > 0 ? source.stored?.(files) : undefined;
  const later = new Set(stored?.files);
  return {
    read: later.size < files.length ? source.read(files.filter((file) => !later.has(file))) : new Map(),
    stored,
  };
}

/** The bytes of all of them, by path. */
export function readHandedOn({ read, stored }: HandedOn): ReadonlyMap<string, Uint8Array> {
  return stored && stored.files.length > 0 ? new Map([...read, ...readStored(stored)]) : read;
}
