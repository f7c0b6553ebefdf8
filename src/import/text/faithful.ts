/**
 * Whether a converted text says what its source said: the same words in the same order, but for those that are listed as
 * lost or as added. The judge knows nothing of how it was converted.
 */
import { diffArrays } from 'diff';
import { wordsOf } from './visible-words.ts';

export type Told = {
  /** Texts that readers no longer see. */
  lost: readonly string[];
  /** Signs of footnotes, which touch the word before them and are set anew. */
  marks: readonly string[];
  /** Texts that readers see and that the source did not have. */
  added: readonly string[];
  /** Texts that stand in another place than in the source; what was only moved need not be listed word for word. */
  hasMoved: boolean;
};

/** Words that are missing and words that are new without being told of; undefined: it is faithful. */
export function unfaithfulWords(
  source: readonly string[],
  result: readonly string[],
  { lost, marks, added, hasMoved }: Told,
): { missing: string[]; extra: string[] } | undefined {
  if (source.length === result.length && source.every((word, index) => word === result[index])) return undefined;
  const missing = new Count();
  const extra = new Count();
  for (const { value, added: isNew, removed } of diffArrays([...source], [...result])) {
    if (removed) missing.add(value);
    if (isNew) extra.add(value);
  }
  if (hasMoved) missing.cancel(extra);
  missing.subtract(lost.flatMap(wordsOf)); // first: a day in them may be a number of a note
  cancelMarks(marks, missing, extra);
  extra.subtract(added.flatMap(wordsOf));
  const found = { missing: missing.words(), extra: extra.words() };
  return found.missing.length + found.extra.length === 0 ? undefined : found;
}

/** So many signs of footnotes stand in one word at most: where no spaces are between words, a word is a paragraph. */
const mostTogether = 12;

function cancelMarks(marks: readonly string[], missing: Count, extra: Count): void {
  const left = [...marks];
  for (let size = 1; size <= mostTogether; size++)
    for (let at = 0; at + size <= left.length; )
      if (missing.cancelWith(left.slice(at, at + size), extra)) left.splice(at, size);
      else at++;
}

/** Each of them once; undefined: not all are in it. */
function without(marks: readonly string[], word: string): string | undefined {
  let rest = word;
  for (const mark of marks) {
    if (!rest.includes(mark)) return undefined;
    rest = rest.replace(mark, () => '');
  }
  return rest;
}

class Count {
  readonly #counts = new Map<string, number>();

  add(words: readonly string[]): void {
    for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  subtract(words: readonly string[]): void {
    for (const word of words) this.#take(word, 1);
  }

  /** What is in both is in neither any more. */
  cancel(other: Count): void {
    for (const [word, count] of [...this.#counts]) {
      const both = Math.min(count, other.#counts.get(word) ?? 0);
      this.#take(word, both);
      other.#take(word, both);
    }
  }

  /** A word with marks, beside each other or apart, where the other has it without. */
  cancelWith(marks: readonly string[], other: Count): boolean {
    const isSame = (rest: string | undefined) =>
      rest !== undefined && (other.#counts.has(rest) || wordsOf(rest).length === 0);
    for (const word of this.#counts.keys()) {
      const rest = [without([marks.join('')], word), without(marks, word)].find(isSame);
      if (rest === undefined) continue;
      this.#take(word, 1);
      other.#take(rest, 1);
      return true;
    }
    return false;
  }

  words(): string[] {
    return [...this.#counts].flatMap(([word, count]) => Array<string>(count).fill(word));
  }

  #take(word: string, count: number): void {
    const left = (this.#counts.get(word) ?? 0) - count;
    if (left > 0) this.#counts.set(word, left);
    else this.#counts.delete(word);
  }
}
