/** Finds many phrases in a text in one pass, word by word, whatever signs stand between the words. */

/** Scripts that set no spaces: each of their letters is a word. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[[\p{L}\p{N}\p{M}\u00AD\u200B-\u200D]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+/gv;

/** In one case and without what only says where a line may break. */
export function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).map(plain);
}

function plain(written: string): string {
  return written.replace(invisible, '').toLowerCase();
}

/** Letters that only say where a line may break. */
const invisible = /[\u00AD\u200B-\u200D]/g;

/** Of so many it is quicker to ask first whether a word of theirs is there at all. */
const few = 100;

type Node<T> = { next: Map<string, Node<T>>; values: T[] };

export class Phrases<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  /** The longest word of each. */
  readonly #longest = new Set<string>();

  add(words: readonly string[], value: T): void {
    let node = this.#root;
    for (const each of words) {
      const next: Node<T> = node.next.get(each) ?? { next: new Map(), values: [] };
      node.next.set(each, next);
      node = next;
    }
    node.values.push(value);
    this.#longest.add(words.reduce((longest, each) => (each.length > longest.length ? each : longest), ''));
  }

  #mayBeIn(text: string): boolean {
    if (this.#longest.size > few) return true;
    const letters = plain(text);
    return [...this.#longest].some((each) => letters.includes(each));
  }

  /** Each phrase that stands in the text, and where. */
  in(text: string): { value: T; offset: number }[] {
    if (!this.#mayBeIn(text)) return [];
    const found: { value: T; offset: number }[] = [];
    // Those that may still become a phrase.
    let open: { node: Node<T>; offset: number }[] = [];
    for (const { 0: written, index } of text.matchAll(word)) {
      const each = plain(written);
      const first = this.#root.next.get(each);
      if (!first && open.length === 0) continue;
      const going = open.flatMap(({ node, offset }) => ({ node: node.next.get(each), offset }));
      open = [];
      for (const { node, offset } of [...going, { node: first, offset: index }]) {
        if (!node) continue;
        for (const value of node.values) found.push({ value, offset });
        open.push({ node, offset });
      }
    }
    return found;
  }
}
