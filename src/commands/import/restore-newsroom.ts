/** What was exported becomes the newsroom again: every file in its place, and none over one that differs. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { restoredFiles } from '../../import/broadsheet-export.ts';
import type { Input } from '../../import/source-story.ts';
import { readRegularFile } from '../../source/regular-file.ts';
import { replaceFile } from '../../source/replace-file.ts';
import { onFile } from '../../source/system-error.ts';

/** `left`: what is there and differs, by its path below the content folder; sorted. */
export type Restored = { written: number; unchanged: number; left: string[] };

export function restoreNewsroom(
  input: Pick<Input, 'path' | 'files'>,
  { content, isDryRun }: { content: string; isDryRun: boolean },
): Restored {
  const restored: Restored = { written: 0, unchanged: 0, left: [] };
  for (const { path, bytes } of restoredFiles(input)) {
    const file = join(content, path);
    const there = readRegularFile(file);
    if (there && Buffer.from(bytes).equals(there)) restored.unchanged++;
    else if (there) restored.left.push(path);
    else {
      restored.written++;
      if (isDryRun) continue;
      onFile(file, 'made', () => mkdirSync(dirname(file), { recursive: true }));
      replaceFile(file, bytes);
    }
  }
  return restored;
}

/** In sentences; empty lists are not told. */
export function restoredLines({ written, unchanged, left }: Restored, isDryRun: boolean): string[] {
  const count = (n: number) => n.toLocaleString('en');
  const done = isDryRun ? 'would be written' : 'written';
  return [
    `This is a newsroom that “export” has written: ${count(written)} ${written === 1 ? 'file' : 'files'} ${done}, ${count(unchanged)} unchanged.`,
    ...(left.length === 0
      ? []
      : [
          'These files are there and differ, and were left as they are. To have one as it was exported, remove it and import again:',
          ...left.slice(0, mostTold).map((path) => `  ${path}`),
          ...(left.length > mostTold ? [`  and ${count(left.length - mostTold)} more`] : []),
        ]),
  ];
}

const mostTold = 10;
