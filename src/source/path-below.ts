import nativePath, { type PlatformPath } from 'node:path';

/** The path from a folder to what lies in it, with the slashes that git and addresses have on every system. */
export function pathBelow(folder: string, file: string, path: PlatformPath = nativePath): string {
  return path.relative(folder, file).replaceAll(path.sep, '/');
}
