/** Files of `public/`, beside the content folder: byte for byte at the root of the site, as `/ads.txt`. */
import type { Problem } from '../problem.ts';
import { isLeftover } from './leftovers.ts';
import { decodedPath } from './spelling.ts';
import { urlOfOutput } from './urls.ts';

/** What paths below the content folder begin with that are none of the content. */
export const publicPrefix = '../public/';

export function isPublicPath(path: string): boolean {
  return path.startsWith(publicPrefix);
}

/** `/downloads/` of `../public/downloads/index.html`. */
export function publicUrl(path: string): string {
  return urlOfOutput(path.slice(publicPrefix.length));
}

/** The path that the file at an address has, if it is of `public/`. */
export function publicPathAt(url: string): string {
  const path = decodedPath(url) ?? url;
  return `${publicPrefix}${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
}

/** What only git reads, and nobody would miss on the site. */
const ofGit: ReadonlySet<string> = new Set(['.git', '.gitignore', '.gitattributes', '.gitkeep', '.gitmodules']);

export function isOfGit(path: string): boolean {
  return path.split('/').some((name) => ofGit.has(name));
}

/** Left by a program where it is committed; one that git does not know is passed over before. */
export function leftoverAdvice(path: string): Problem[] {
  if (!isLeftover(path.slice(publicPrefix.length))) return [];
  return [
    {
      code: 'public/leftover',
      weight: 'advice',
      file: path,
      what: 'A program left this file here, so it is not put on the site.',
      fix: 'Remove it from git, and name it in .gitignore.',
    },
  ];
}
