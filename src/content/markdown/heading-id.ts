/** The id of a heading, made of its words; a link that names a heading is folded the same way. */
import { decodedPath, folded } from '../spelling.ts';
import { idPrefix } from './environment.ts';

export function headingId(words: string): string {
  return (
    idPrefix +
    folded(words)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
  );
}

/** The fragment that a link has to have which names a heading by its words, in any case, encoded or not. */
export function headingFragment(place: string): string {
  const end = place.indexOf(':~:'); // from here on it marks words, in browsers that can
  const words = end === -1 ? place : place.slice(0, end);
  const isAsItIs = words === '' || words.startsWith(idPrefix);
  return (isAsItIs ? words : headingId(decodedPath(words) ?? words)) + place.slice(words.length);
}
