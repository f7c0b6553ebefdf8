/** The program without its newsroom, in a folder of its own, for what happens to the project around `content/`. */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { projectRoot } from './newsroom.ts';

const parts = ['src', 'layouts', '.eleventy.ts', 'package.json', 'tsconfig.json'];

/** Copies that there are now, by number. */
const taken = new Set<number>();

export type ProjectCopy = { root: string; dispose(): void };

/**
 * Makes a copy where the last one was, so that Node, which knows what it has compiled by its path, need not compile all of it
 * again. `files` are written below it, over what was copied.
 */
export function copyProject(files: Record<string, string | Uint8Array> = {}): ProjectCopy {
  let number = 0;
  while (taken.has(number)) number += 1;
  taken.add(number);
  const root = join(process.env.BROADSHEET_RUN ?? '', `${process.env.VITEST_POOL_ID}/copy-${number}`);
  for (const part of parts) cpSync(join(projectRoot, part), join(root, part), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  writeFiles(root, files);
  return {
    root,
    dispose() {
      rmSync(root, { recursive: true });
      taken.delete(number);
    },
  };
}

/** The root of a copy that goes when the test ends. */
export function projectCopy(files: Record<string, string | Uint8Array> = {}): string {
  const { root, dispose } = copyProject(files);
  onTestFinished(dispose);
  return root;
}

export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
