/** The program without its newsroom, in a folder of its own, for what happens to the project around `content/`. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './folder-contents.ts';
import { projectRoot } from './newsroom.ts';

const parts = ['src', 'layouts', '.eleventy.ts', 'package.json', 'tsconfig.json'];

/** Returns the copy's root. `files` are written below it, over what was copied. */
export function projectCopy(files: Record<string, string | Uint8Array> = {}, root = temporaryFolder()): string {
  for (const part of parts) cpSync(join(projectRoot, part), join(root, part), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  writeFiles(root, files);
  return root;
}

export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
