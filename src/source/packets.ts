/** The packets in which git speaks to its filters (https://git-scm.com/docs/gitprotocol-common#_pkt_line_format). */

const headBytes = 4;

/** One with these bytes; without any, that which ends a list. */
export function packet(content?: string | Uint8Array): Buffer {
  if (content === undefined) return Buffer.from('0000');
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from((bytes.length + headBytes).toString(16).padStart(headBytes, '0')), bytes]);
}

/** Reads lists of them from what was printed. */
export class Packets {
  readonly #output: Buffer;
  #at = 0;

  constructor(output: Buffer) {
    this.#output = output;
  }

  /** What all packets of the next list hold; undefined where it has no end. */
  list(): Buffer | undefined {
    const parts: Buffer[] = [];
    while (this.#at + headBytes <= this.#output.length) {
      const length = Number.parseInt(this.#output.toString('latin1', this.#at, this.#at + headBytes), 16);
      const start = this.#at + headBytes;
      if (length === 0) {
        this.#at = start;
        return Buffer.concat(parts);
      }
      const end = this.#at + length;
      if (!(length >= headBytes) || end > this.#output.length) return undefined;
      parts.push(this.#output.subarray(start, end));
      this.#at = end;
    }
    return undefined;
  }
}
