/** The folder of a preview: a new one stands in the place of the last, and of nothing else. */
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RefusedOutput } from '../../errors.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { onFile } from '../../source/system-error.ts';

const marker = '.broadsheet-preview';

/** Throws RefusedOutput where something else is. */
export function acceptFolder(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, marker))) return;
  if (statSync(folder).isDirectory() && readdirSync(folder).length === 0) return;
  throw new RefusedOutput(
    `${folder} has something in it that is no preview, and was left as it is. Name another folder with --out.`,
  );
}

/** Files by name. */
export function writeFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  acceptFolder(folder);
  if (existsSync(folder)) for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  makeFolder(folder);
  for (const [name, content] of [[marker, ''] as const, ...files])
    onFile(join(folder, name), 'written', (file) => writeFileSync(file, content));
}
