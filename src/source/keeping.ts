/** A source that can keep texts in memory: to ask git for the same ones several times takes longer where they are few. */
import type { Files, Source } from './source.ts';

const mostBytes = 32 * 1024 ** 2;

export function keeping(source: Source): Source {
  const kept = new Map<string, Uint8Array>();
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
    keep(files) {
      const read = source.read(files);
      let bytes = 0;
      for (const file of files) {
        const text = read.get(file.path);
        bytes += text?.length ?? 0;
        if (text && bytes <= mostBytes) kept.set(keyOf(file), text);
      }
    },
  };
}
