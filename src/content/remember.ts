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

/** The same for a few long texts: to compare one with each takes less than to look it up. */
export class RememberedTexts<Answer> {
  readonly #most: number;
  #known: { text: string; answer: Answer }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  get(text: string, find: (text: string) => Answer): Answer {
    const known = this.#known.find((each) => each.text === text);
    if (known) return known.answer;
    const answer = find(text);
    if (this.#known.length === this.#most) this.#known = [];
    this.#known.push({ text: apart(text), answer });
    return answer;
  }
}

/** A part of a text that was read from a file keeps all of it in memory; its copy does not. */
export function apart(part: string): string {
  return Buffer.from(part).toString();
}
