/** What a file for WordPress cannot hold: how often, and one example of each. */

export type Loss = { what: string; count: number; example: string };

export class Losses {
  readonly #all = new Map<string, Loss>();

  /** `what` is a sentence without its count; `example` is where it is, as an address or a file. */
  note(what: string, example: string): void {
    const loss = this.#all.get(what) ?? { what, count: 0, example };
    this.#all.set(what, { ...loss, count: loss.count + 1 });
  }

  /** The most frequent first. */
  all(): Loss[] {
    return [...this.#all.values()].sort((one, other) => other.count - one.count || (one.what < other.what ? -1 : 1));
  }
}
