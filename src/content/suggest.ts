/** "Did you mean": the nearest of the names that would have been right. */
import { idFrom } from './names.ts';
import { folded } from './spelling.ts';

/** An id, and what people call it. */
export type IdAndNames = { id: string; names: readonly string[] };

/** The id that a word stands for: itself, that of its name, or the only one that is near. */
export function meantName(word: string, all: readonly IdAndNames[]): string | undefined {
  const id = idFrom(word);
  const plain = folded(word.trim());
  const same = all.find((each) => [plain, id].includes(each.id) || each.names.some((name) => folded(name) === plain));
  if (same) return same.id;
  const byName = new Map(all.flatMap((each) => [each.id, ...each.names].map((name) => [name, each.id])));
  const near = nearest(plain, byName.keys()) ?? nearest(id, byName.keys());
  if (near !== undefined) return byName.get(near) ?? near;
  const parts = all.filter((each) => id !== '' && (hasWords(each.id, id) || hasWords(id, each.id)));
  return parts.length === 1 ? parts[0]?.id : undefined;
}

/** Whether all the words of one id stand in another: `rita` in `rita-matos`. */
function hasWords(id: string, words: string): boolean {
  return `-${id}-`.includes(`-${words}-`);
}

/** The nearest candidate within a third of the word's length (two letters at least, of two letters one), or undefined. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(Math.min(2, word.length - 1), Math.floor(word.length / 3)) + 1;
  for (const candidate of [...candidates].sort()) {
    if (Math.abs(word.length - candidate.length) >= bestDistance) continue;
    const distance = editDistance(folded(word), folded(candidate));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** A fix sentence: names the nearest candidate, else the first few of all that are right. */
export function suggestion(word: string, candidates: Iterable<string>, otherwise: string): string {
  const all = [...new Set(candidates)].sort();
  const near = nearest(word, all);
  if (near !== undefined) return `Did you mean “${near}”?`;
  const shown = all.slice(0, 12).join(', ');
  return all.length === 0 ? otherwise : `${otherwise} Known here: ${shown}${all.length > 12 ? ', …' : ''}.`;
}

/** Levenshtein distance where swapping two neighbouring letters counts as one edit. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(rows[i - 1], j) + 1, at(row, j - 1) + 1, at(rows[i - 1], j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(rows[i - 2], j - 2) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return at(rows[a.length], b.length);
}

function at(row: number[] | undefined, index: number): number {
  return row?.[index] ?? Number.POSITIVE_INFINITY;
}
