/** A source that can keep texts in memory: to ask git for the same ones several times takes longer. */
import { inSharedMemory } from './shared-memory.ts';
import type { Files, Source } from './source.ts';

/** Of ten thousand stories more than half; of an archive that does not matter, few. */
const mostBytes = 48 * 1024 ** 2;

export function keeping(source: Source): Source {
  const kept = new Map<string, Uint8Array>();
  let keptBytes = 0;
  const keyOf = ({ path, blob }: Files[number]) => `${blob} ${path}`;
  const others = (files: Files) => files.filter((file) => !kept.has(keyOf(file)));
  return {
    ...source,
    read(files) {
      const read = source.read(others(files));
      for (const file of files) {
        const bytes = kept.get(keyOf(file));
        if (bytes) read.set(file.path, bytes);
      }
      return read;
    },
    ...(source.stored && { stored: (files) => source.stored?.(others(files)) ?? { top: '', files: [] } }),
    keep(files, read) {
      const fitting = others(files).flatMap((file) => {
        const text = read.get(file.path);
        if (text === undefined || keptBytes + text.length > mostBytes) return [];
        keptBytes += text.length;
        return [[keyOf(file), text] as const];
      });
      for (const [key, text] of inSharedMemory(new Map(fitting))) kept.set(key, text);
    },
    hasRoom: () => keptBytes < mostBytes,
  };
}
