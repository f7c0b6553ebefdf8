/**
 * Texts to bytes of UTF-8. Those of many pages lie in few large pieces of memory, which are used again once the pages are
 * written: to get new memory for each takes as long as to write it.
 */
import { RememberedTexts } from '../content/remember.ts';

const pieceBytes = 1024 ** 2;
const mostBytesPerUnit = 3;

/** Of styles, which are half of most pages, and the same on many. */
const bytesOfStyles = new RememberedTexts<Buffer>(50);

export class Encoder {
  #pieces: Buffer[] = [];
  #piece = 0;
  #used = 0;

  /** The bytes are good until `forget`. */
  encode(text: string): Uint8Array {
    const room = this.#roomFor(mostBytesPerUnit * text.length);
    const written = write(text, room);
    this.#used += written;
    return room.subarray(0, written);
  }

  /** Nobody needs what was encoded any more. */
  forget(): void {
    this.#pieces = this.#pieces.filter(({ length }) => length === pieceBytes); // one of a very long text is not kept
    this.#piece = 0;
    this.#used = 0;
  }

  #roomFor(most: number): Buffer {
    const piece = this.#pieces[this.#piece];
    if (piece && piece.length - this.#used >= most) return piece.subarray(this.#used);
    if (piece) this.#piece += 1;
    this.#used = 0;
    const next = this.#pieces[this.#piece];
    if (next && next.length >= most) return next;
    const made = Buffer.allocUnsafeSlow(Math.max(most, pieceBytes));
    this.#pieces.splice(this.#piece, 0, made);
    return made;
  }
}

/** Returns how many bytes. `Buffer.write` takes two thirds of the time of TextEncoder. */
function write(text: string, room: Buffer): number {
  const start = text.indexOf('<style');
  const end = start === -1 ? -1 : text.indexOf('</style', start);
  if (end === -1) return room.write(text);
  const before = room.write(text.slice(0, start));
  const styles = bytesOfStyles.get(text.slice(start, end), (part) => Buffer.from(part));
  const after = before + styles.copy(room, before);
  return after + room.write(text.slice(end), after);
}
