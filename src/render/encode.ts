/** Texts to bytes of UTF-8. Those of many pages lie in few large pieces of memory: to get some for each takes as long as to write it. */

const encoder = new TextEncoder();
const pieceBytes = 1024 ** 2;
const mostBytesPerUnit = 3;

export class Encoder {
  #piece = new Uint8Array(0);
  #used = 0;

  encode(text: string): Uint8Array {
    const most = mostBytesPerUnit * text.length;
    if (this.#piece.length - this.#used < most) {
      this.#piece = new Uint8Array(Math.max(most, pieceBytes));
      this.#used = 0;
    }
    const { written } = encoder.encodeInto(text, this.#piece.subarray(this.#used));
    const bytes = this.#piece.subarray(this.#used, this.#used + written);
    this.#used += written;
    return bytes;
  }
}
