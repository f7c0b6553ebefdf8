/** Names of pictures: which files are one, and what their files on the site are called. */
import { folded } from './spelling.ts';
import { isFileAddress, isFileName, storyFileKey } from './story-files.ts';

export const pictureTypes = ['jpg', 'jpeg', 'png', 'webp', 'avif'];

export function isPictureName(name: string): boolean {
  return isFileName(name, pictureTypes);
}

/** Whether an address in a text has the form of a picture’s. */
export function isPictureAddress(address: string): boolean {
  return isFileAddress(address, pictureTypes);
}

/** The key of the path below the content folder of a picture that an article names. */
export function picturePath(article: { story: string }, written: string): string {
  return storyFileKey(article.story, written);
}

/** What all files made of a picture begin with: `foto-1` of `2015/11/26/talks/Foto 1.jpg`, so that no address needs encoding. */
export function pictureName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  const plain = folded(name).normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'picture';
}
