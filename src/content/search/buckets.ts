/**
 * Into which bucket of a period a term falls. Terms that begin alike fall into one, so that a word is looked for while it is
 * written; in a period of many stories by more letters, or what begins as many words do would be too much for a file. A period
 * has 1, 2, 4, … buckets, as its stories are many; of a large one each is small, for a word that is corrected rewrites one.
 */
import { spaceless } from '../markdown/scripts.ts';
import { searchBounds } from './bounds.ts';
import { isWord } from './terms.ts';

/** From so many letters on a word is looked for while it is written. */
export const fewestLetters = 3;

const mostBuckets = 16_384;

/** Letters by which terms fall into one of so many buckets. */
function lettersTogether(buckets: number): number {
  if (buckets <= 128) return fewestLetters;
  if (buckets <= 512) return 4;
  return buckets <= 8192 ? 5 : 6;
}

export function bucketOf(term: string, buckets: number): number {
  const key = keyOf(term, lettersTogether(buckets));
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & (buckets - 1);
}

/** Whether every term that begins so is in the bucket of the beginning. */
export function isTogether(beginning: string, buckets: number): boolean {
  return spaceless.test(beginning) || beginning.length >= lettersTogether(buckets);
}

/** Of scripts without spaces the first letter alone. */
function keyOf(term: string, letters: number): string {
  if (!isWord(term)) return term;
  return spaceless.test(term) ? [...term].slice(0, 1).join('') : term.slice(0, letters);
}

/** Of a period with so many stories. */
export function bucketsFor(stories: number): number {
  if (stories === 0) return 0;
  const { stories: together, many, smaller } = searchBounds;
  const buckets = 2 ** Math.max(0, Math.floor(Math.log2(stories / together)));
  return Math.min(mostBuckets, buckets > many ? smaller * buckets : buckets);
}
