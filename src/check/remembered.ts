/** What was made of texts, since the pages of a site say much alike. When there are too many, all are forgotten. */
export class Remembered<T> {
  readonly #known = new Map<string, T>();
  readonly #most: number;
  readonly #make: (text: string) => T;

  /** What is made may be shared: nobody changes it. */
  constructor(most: number, make: (text: string) => T) {
    this.#most = most;
    this.#make = make;
  }

  of(text: string): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= this.#most) this.#known.clear();
    const made = this.#make(text);
    this.#known.set(apart(text), made);
    return made;
  }
}

/** A part of a text keeps all of it in memory; its copy does not. */
function apart(part: string): string {
  return Buffer.from(part).toString();
}
