/** Names of pictures: which files are one, and which of them is meant. */
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
