/** The texts that Problems are shown with, of files as they are told. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

export function textsIn(root: string): (files: readonly string[]) => Map<string, string> {
  return (files) => {
    const paths = files.map((file) => [file, resolve(root, file)] as const);
    const readable = paths.filter(([, path]) => statSync(path, { throwIfNoEntry: false })?.isFile());
    return new Map(readable.map(([file, path]) => [file, readFileSync(path, 'utf8')]));
  };
}
