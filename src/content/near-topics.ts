/** Topics that are one slip of the keyboard away from each other. */
import { isId } from './names.ts';

/** Of shorter ones, too many are a letter apart: `usa`, `usb`. */
const shortest = 4;
const letters = [...'abcdefghijklmnopqrstuvwxyz-'];

/**
 * Every id that differs from this one in a letter that is missing, too many, another or in the place of its neighbour,
 * or in its hyphens. Digits differ on purpose: `elections-2015`.
 */
export function topicsLike(id: string): string[] {
  const like = new Set([id.replaceAll('-', '')]);
  for (let at = 0; at <= id.length; at++) {
    const [before, here, next] = [id.slice(0, at), id.charAt(at), id.charAt(at + 1)];
    for (const letter of letters) like.add(before + letter + id.slice(at));
    if (!isLetter(here)) continue;
    for (const letter of ['', ...letters]) like.add(before + letter + id.slice(at + 1));
    if (isLetter(next)) like.add(before + next + here + id.slice(at + 2));
  }
  like.delete(id);
  return id.length < shortest ? [] : [...like].filter((each) => each.length >= shortest && isId(each));
}

function isLetter(sign: string): boolean {
  return sign !== '' && letters.includes(sign);
}
