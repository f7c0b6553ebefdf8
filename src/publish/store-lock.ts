/**
 * One publisher at a time at a store: an object that only one can make, because the store writes it on a condition. Its owner
 * renews it; one that was not renewed for a while is taken over. How old it is, the store says by its own clock.
 */
import { MachineryError, NotSent, TargetBusy } from '../errors.ts';
import { busy } from './lock.ts';
import type { Answer, Shelf } from './store-client.ts';

const key = 'lock';

/** `renewed`: how often, so that each time it is another object. */
type Owner = { who: string; id: string; renewed: number };
const [renewedEvery, deadAfter] = [60_000, 300_000];

const taken = [404, 409, 412];

export class StoreLock {
  readonly #shelf: Shelf;
  readonly #owner: Owner;
  #etag: string;
  #isLost = false;
  #renewing: NodeJS.Timeout;

  private constructor(shelf: Shelf, owner: Owner, etag: string) {
    this.#shelf = shelf;
    this.#owner = owner;
    this.#etag = etag;
    this.#renewing = setInterval(() => this.#renew(), renewedEvery).unref();
  }

  /** `who` is told to those who come meanwhile; `id` is nobody else’s. */
  static async take(shelf: Shelf, who: string, id: string): Promise<StoreLock> {
    const ours: Owner = { who, id, renewed: 0 };
    const made = await shelf.putIf(key, bodyOf(ours), { 'if-none-match': '*' });
    if (made.status === 501) throw new MachineryError(noConditions(shelf));
    if (!taken.includes(made.status)) return new StoreLock(shelf, ours, etagOf(made));
    const there = await shelf.get(key);
    if (!there) throw new TargetBusy(busy());
    const owner = ownerOf(there);
    // An answer that was lost on its way.
    if (owner.id === id) return new StoreLock(shelf, ours, etagOf(there));
    if (ageOf(there) < deadAfter) throw new TargetBusy(busy(owner.who));
    const takenOver = await shelf.putIf(key, bodyOf(ours), { 'if-match': etagOf(there) });
    if (taken.includes(takenOver.status)) throw new TargetBusy(busy());
    return new StoreLock(shelf, ours, etagOf(takenOver));
  }

  /** To be asked once of a store: whether it keeps to conditions. */
  async prove(): Promise<void> {
    const again = await this.#shelf.putIf(key, bodyOf(this.#owner), { 'if-none-match': '*' });
    if (!taken.includes(again.status)) throw new MachineryError(noConditions(this.#shelf));
  }

  /** To be called before anything is written. */
  check(): void {
    if (this.#isLost)
      throw new NotSent(
        'Another publish has taken over, because this one was not heard of for five minutes. It ends what was begun.',
      );
  }

  async release(): Promise<void> {
    clearInterval(this.#renewing);
    if (!this.#isLost) await this.#shelf.remove(key);
  }

  async #renew(): Promise<void> {
    this.#owner.renewed += 1;
    try {
      const renewed = await this.#shelf.putIf(key, bodyOf(this.#owner), { 'if-match': this.#etag });
      const there = taken.includes(renewed.status) ? await this.#shelf.get(key) : renewed;
      // That it did may have been lost on its way.
      const isOurs = there === renewed || (there !== undefined && ownerOf(there).id === this.#owner.id);
      if (isOurs && there) this.#etag = etagOf(there);
      else this.#isLost = true;
    } catch {
      // The next time, or whoever takes it over, will tell.
    }
  }
}

function bodyOf(owner: Owner): Blob {
  return new Blob([JSON.stringify(owner)]);
}

function ownerOf({ bytes }: Answer): Owner {
  return JSON.parse(bytes.toString());
}

function etagOf({ headers }: Answer): string {
  return headers.get('etag') ?? '';
}

/** In milliseconds. */
function ageOf({ headers }: Answer): number {
  return Date.parse(headers.get('date') ?? '') - Date.parse(headers.get('last-modified') ?? '');
}

function noConditions({ name }: Shelf): string {
  return `The store of ${name} does not write on a condition, so two who publish at once would not notice each other. If your CI runs one publish at a time, say so in publish.yaml with lock: ci. Nothing was sent.`;
}
