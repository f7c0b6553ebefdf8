/** How files are told to people, editors and GitHub, which all want `/`, on Windows too. */
import nativePath, { type PlatformPath } from 'node:path';
import { projectRoot } from './options.ts';

/** Names for files below a folder: from the project's root where the folder lies in it, else whole. */
export function namesIn(folder: string, root = projectRoot, path: PlatformPath = nativePath): (file: string) => string {
  const below = path.relative(root, folder);
  const isOutside = below.split(path.sep)[0] === '..' || path.isAbsolute(below); // another drive has no way there
  const prefix = (isOutside ? folder : below).replaceAll(path.sep, '/');
  return (file) => [prefix, file].filter((part) => part !== '').join('/');
}
