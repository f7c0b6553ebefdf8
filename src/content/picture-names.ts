/** Names of pictures: which files are one, when two names are one, and what their files on the site are called. */
import { forbiddenCharacter } from './characters.ts';
import { folded } from './spelling.ts';

export const pictureTypes = ['jpg', 'jpeg', 'png', 'webp', 'avif'];

/** The ending in lower case: `jpg` of `IMG_1234.JPG`. */
export function pictureTypeOf(name: string): string {
  return folded(name.slice(name.lastIndexOf('.') + 1));
}

/** Any name that a program or a camera gives; `|` and `"` have a meaning beside a picture in a text. */
export function isPictureName(name: string): boolean {
  return pictureTypes.includes(pictureTypeOf(name)) && !/[|"\t\n\r/]/.test(name) && !forbiddenCharacter(name);
}

/** Whether an address in a text has the form of a picture’s: `name.jpg`, or `folder/name.jpg`. */
export function isPictureAddress(address: string): boolean {
  return /^(?:[^/:]+\/)?[^/]+$/.test(address) && pictureTypes.includes(pictureTypeOf(address));
}

/** What two paths of pictures have in common that are one picture: `IMG_1234.JPG` is `img_1234.jpg`. */
export function pictureKey(path: string): string {
  return folded(path);
}

/** The key of the path below the content folder of a picture that an article names: `name/file.jpg`, or `file.jpg`. */
export function picturePath(article: { story: string }, written: string): string {
  const day = article.story.slice(0, article.story.lastIndexOf('/'));
  return pictureKey(written.includes('/') ? `articles/${day}/${written}` : `articles/${article.story}/${written}`);
}

/** What all files made of a picture begin with: `foto-1` of `2015/11/26/talks/Foto 1.jpg`, so that no address needs encoding. */
export function pictureName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  const plain = folded(name).normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'picture';
}
