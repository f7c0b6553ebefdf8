/** Which sentences of two versions are the same sentence, changed. */
import { nameOfSentence, type Sentence } from './telling.ts';
import { without } from './without.ts';

export type Pair = { before: Sentence; after: Sentence };

/** Sentences that one version has and the other has not, and of these the pairs that share most of their words. */
export type Changed = { before: Sentence[]; after: Sentence[]; pairs: Pair[] };

export function changedSentences(before: readonly Sentence[], after: readonly Sentence[]): Changed {
  const left = without(before, after, nameOfSentence);
  const now = without(after, before, nameOfSentence);
  const free = new Set(now);
  const pairs: Pair[] = [];
  for (const [index, old] of left.entries()) {
    let best: { sentence: Sentence; share: number } | undefined;
    for (const sentence of now.slice(Math.max(0, index - farthest), index + farthest)) {
      if (!free.has(sentence)) continue;
      const share = shareOf(old, sentence);
      if (share >= leastShare && share > (best?.share ?? 0)) best = { sentence, share };
    }
    if (!best) continue;
    free.delete(best.sentence);
    pairs.push({ before: old, after: best.sentence });
  }
  return { before: left, after: now, pairs };
}

const leastShare = 0.4;
/** How many sentences further on, or back, one is looked for. */
const farthest = 100;

/** How many of their words both have, from 0 to 1. */
function shareOf(one: Sentence, other: Sentence): number {
  const keys = new Set(one.words.map(({ key }) => key));
  const others = new Set(other.words.map(({ key }) => key));
  const shared = [...keys].filter((key) => others.has(key)).length;
  return (2 * shared) / Math.max(1, keys.size + others.size);
}
