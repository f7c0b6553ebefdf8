import nativePath, { type PlatformPath } from 'node:path';

/** Whether a path is a folder itself or below it. */
export function isIn(folder: string, file: string): boolean {
  const below = nativePath.relative(folder, file);
  return !nativePath.isAbsolute(below) && below.split(nativePath.sep)[0] !== '..';
}

/** The path from a folder to what lies in it, with the slashes that git and addresses have on every system. */
export function pathBelow(folder: string, file: string, path: PlatformPath = nativePath): string {
  return path.relative(folder, file).replaceAll(path.sep, '/');
}
