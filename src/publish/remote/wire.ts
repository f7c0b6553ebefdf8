/**
 * Two who talk through a pair of streams: messages, each a line of JSON and as many bytes as that says. Each direction is one
 * stream of zstd, which is flushed at the end of every message.
 */
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { systemErrorOf } from '../../source/system-error.ts';

/** `is` says which it is, `bytes` how many follow. */
export type Message = { is: string; bytes: number; [name: string]: unknown };

export type Said = { is: string; [name: string]: unknown };
type Body = string | { file: string };

/** Of a line, and of a message that is read as a whole; in bytes. */
const [longestLine, longestText] = [2 ** 16, 2 ** 28];

/** Says that somebody is still there, and is no message to whoever listens. */
const alive = 'alive';

/** The other side is gone, or does not speak as it should. */
export class ConnectionLost extends Error {
  /** Whether what came was never written by a wire. */
  readonly isNoise: boolean;

  constructor(cause: unknown) {
    super('The connection was lost.', { cause });
    this.isNoise = (cause as NodeJS.ErrnoException | undefined)?.code === 'ZSTD_error_prefix_unknown';
  }
}

export class Wire {
  readonly #out = createZstdCompress();
  readonly #in = createZstdDecompress();
  readonly #parts: AsyncIterator<Buffer>;
  /** In milliseconds; without it the other side is waited for without end. */
  readonly #patience: number | undefined;
  #rest: Buffer = Buffer.alloc(0);
  /** One message is written after the other. */
  #written: Promise<unknown> = Promise.resolve();

  constructor(input: Readable, output: Writable, patience?: number) {
    this.#patience = patience;
    this.#parts = this.#in[Symbol.asyncIterator]();
    // What fails is told to whoever reads or writes next. A pipeline listens until it has failed, and a stream may fail after that.
    for (const stream of [this.#in, this.#out]) stream.on('error', () => undefined);
    pipeline(input, this.#in).catch(() => undefined);
    pipeline(this.#out, output).catch(() => undefined);
  }

  send(said: Said, body: Body = ''): Promise<void> {
    const sent = this.#written.then(() => this.#send(said, body));
    this.#written = sent.catch(() => undefined);
    return sent;
  }

  /** Says that this side is still there. */
  sayAlive(): Promise<void> {
    return this.send({ is: alive });
  }

  /** The next message; undefined where the other side has ended. Its bytes have to be taken before the next is asked for. */
  async receive(): Promise<Message | undefined> {
    for (;;) {
      const line = await this.#line();
      if (line === undefined) return undefined;
      const message = messageOf(line);
      if (message.is !== alive) return message;
    }
  }

  /** The bytes of a message, as what their JSON says. */
  async json({ bytes }: Message): Promise<unknown> {
    if (bytes > longestText) throw new ConnectionLost(`${bytes} bytes are too many`);
    const parts: Buffer[] = [];
    for await (const part of this.#body(bytes)) parts.push(part);
    try {
      return JSON.parse(Buffer.concat(parts).toString());
    } catch (error) {
      throw new ConnectionLost(error);
    }
  }

  /** Writes the bytes of a message into a new file. */
  async toFile({ bytes }: Message, file: string): Promise<void> {
    try {
      await pipeline(this.#body(bytes), createWriteStream(file));
    } catch (error) {
      throw systemErrorOf(file, 'written', error);
    }
  }

  /** Nothing more is said. */
  end(): void {
    this.#out.end();
  }

  /** Nothing more is heard either. */
  destroy(): void {
    this.#in.destroy();
    this.#out.destroy();
  }

  async #send(said: Said, body: Body): Promise<void> {
    if (typeof body === 'string') {
      const bytes = Buffer.from(body);
      await this.#write(head(said, bytes.length));
      if (bytes.length > 0) await this.#write(bytes);
    } else await this.#sendFile(said, body.file);
    await this.#done((told) => this.#out.flush(constants.ZSTD_e_flush, () => told()));
  }

  /** Just as many bytes as were promised, whatever becomes of the file meanwhile. */
  async #sendFile(said: Said, file: string): Promise<void> {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      await this.#write(head(said, size));
      if (size === 0) return;
      let left = size;
      for await (const part of handle.createReadStream({ end: size - 1, autoClose: false })) {
        await this.#write(part);
        left -= part.length;
      }
      if (left > 0) throw new Error(`${file} has become shorter while it was sent`);
    } finally {
      await handle.close();
    }
  }

  #write(bytes: Buffer): Promise<void> {
    return this.#done((told) => this.#out.write(bytes, told));
  }

  #done(work: (told: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const isOver = () => (this.#out.destroyed ? new Error('It was closed.') : undefined);
      const told = (error?: Error | null) => {
        const lost = error ?? isOver();
        this.#out.off('close', told);
        if (lost) reject(new ConnectionLost(lost));
        else resolve();
      };
      if (isOver()) told();
      else {
        this.#out.once('close', told);
        work(told);
      }
    });
  }

  async #line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#rest.indexOf('\n');
      if (end >= 0) {
        const line = this.#rest.toString('utf8', 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      if (this.#rest.length > longestLine) throw new ConnectionLost('a line without end');
      const part = await this.#next();
      if (part === undefined && this.#rest.length === 0) return undefined;
      if (part === undefined) throw new ConnectionLost('half a line');
      this.#rest = Buffer.concat([this.#rest, part]);
    }
  }

  async *#body(bytes: number): AsyncGenerator<Buffer> {
    let left = bytes;
    while (left > 0) {
      const part = this.#rest.length > 0 ? this.#rest : await this.#next();
      if (part === undefined) throw new ConnectionLost('half a message');
      const taken = part.subarray(0, left);
      this.#rest = part.subarray(taken.length);
      left -= taken.length;
      yield taken;
    }
  }

  async #next(): Promise<Buffer | undefined> {
    const timer = this.#patience === undefined ? undefined : setTimeout(() => this.destroy(), this.#patience);
    try {
      const { done, value } = await this.#parts.next();
      return done ? undefined : value;
    } catch (error) {
      throw new ConnectionLost(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

function head(said: Said, bytes: number): Buffer {
  return Buffer.from(`${JSON.stringify({ ...said, bytes })}\n`);
}

function messageOf(line: string): Message {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch (error) {
    throw new ConnectionLost(error);
  }
  const { is, bytes } = (message ?? {}) as Partial<Message>;
  if (typeof is !== 'string' || !Number.isSafeInteger(bytes) || Number(bytes) < 0)
    throw new ConnectionLost('it is no message');
  return message as Message;
}
