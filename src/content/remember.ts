/** Answers that are asked for again and again, kept by what was asked; so many at the most, so that an archive of any size takes no more memory. */
export class Remembered<Key, Answer> {
  readonly #most: number;
  readonly #kept: (key: Key) => Key;
  /** What was asked for since, and what was before: at most half of all each. */
  #known = new Map<Key, Answer>();
  #before = new Map<Key, Answer>();

  /** `kept`: the key as it is kept, equal to the one that was asked for (`apart`). */
  constructor(most: number, kept: (key: Key) => Key = (key) => key) {
    this.#most = most;
    this.#kept = kept;
  }

  /** What `find` gives for the key, which is always the same until it is forgotten. */
  get(key: Key, find: (key: Key) => Answer): Answer {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#before.get(key) ?? find(key);
    // What nobody asks for any more is forgotten, and of the rest nothing.
    if (this.#known.size >= this.#most / 2) [this.#before, this.#known] = [this.#known, new Map()];
    this.#known.set(this.#kept(key), found);
    return found;
  }

  forget(key: Key): void {
    this.#known.delete(key);
    this.#before.delete(key);
  }

  forgetAll(): void {
    this.#known.clear();
    this.#before.clear();
  }
}

/** A part of a text that was read from a file keeps all of it in memory; its copy does not. */
export function apart(part: string): string {
  return Buffer.from(part).toString();
}
