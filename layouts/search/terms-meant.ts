/** Which terms of a shard somebody means by a word, whole or still being written. */
import { isTogether } from '../../src/content/search/buckets.ts';
import { seatsBehind, termsBeginning } from '../../src/content/search/shard.ts';

/** So many letters of a word are endings at the most: who has written “governmen” means what is found by “govern”. */
const longestEnding = 4;

/** `begun`: what there is of the word until now; undefined where it is whole, or too short to know its shard by. */
type Meant = { terms: readonly string[]; begun: string | undefined; shards: number };

export function termsMeant(text: string, { terms, begun, shards }: Meant): readonly string[] {
  if (begun === undefined) return terms;
  const meant = new Set([...terms, ...termsBeginning(text, begun)]);
  const there = [...meant].filter((each) => seatsBehind(text, each).length > 0);
  if (there.length > 0) return there;
  for (let cut = 1; cut <= longestEnding && isTogether(begun.slice(0, -cut), shards); cut++) {
    const shorter = begun.slice(0, -cut);
    if (seatsBehind(text, shorter).length > 0) return [shorter];
  }
  return [];
}
