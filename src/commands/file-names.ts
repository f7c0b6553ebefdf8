/** How files are told to people, editors and GitHub, which all want `/`, on Windows too. */
import nativePath, { type PlatformPath } from 'node:path';

/** Names for files below a folder: from the newsroom's folder where the folder lies in it, else whole. */
export function namesIn(folder: string, newsroom: string, path: PlatformPath = nativePath): (file: string) => string {
  const below = path.relative(newsroom, folder);
  const isOutside = below.split(path.sep)[0] === '..' || path.isAbsolute(below); // another drive has no way there
  return (file) => path.join(isOutside ? folder : below, file).replaceAll(path.sep, '/');
}
