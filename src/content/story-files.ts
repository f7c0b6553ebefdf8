/** Names of files beside a story, its pictures and its documents: which there may be, and when two names are one. */
import { forbiddenCharacter } from './characters.ts';
import { folded } from './spelling.ts';

/** The ending in lower case: `jpg` of `IMG_1234.JPG`. */
export function typeOf(name: string): string {
  return folded(name.slice(name.lastIndexOf('.') + 1));
}

/** Any name that a program or a camera gives; `|` and `"` have a meaning beside a picture in a text. */
export function isFileName(name: string, types: readonly string[]): boolean {
  return types.includes(typeOf(name)) && !/[|"\t\n\r/]/.test(name) && !forbiddenCharacter(name);
}

/** Whether an address in a text has the form of such a file’s: `name.jpg`, or `folder/name.jpg`. */
export function isFileAddress(address: string, types: readonly string[]): boolean {
  return /^(?:[^/:]+\/)?[^/]+$/.test(address) && types.includes(typeOf(address));
}

/** What two paths have in common that are one file: `IMG_1234.JPG` is `img_1234.jpg`. */
export function fileKey(path: string): string {
  return folded(path);
}

/** The key of the path below the content folder of a file that a story names: `name/file.jpg`, or `file.jpg`. */
export function storyFileKey(story: string, written: string): string {
  const day = story.slice(0, story.lastIndexOf('/'));
  return fileKey(written.includes('/') ? `articles/${day}/${written}` : `articles/${story}/${written}`);
}
