/**
 * Reads git’s objects through one process of git that stays: to start one takes longer than to ask it for a hundred, the more so
 * in a large process, whose memory is copied for it.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { fetchObjects, notRun, readingHere } from './git.ts';
import { argumentsIn, environment } from './git-call.ts';

/** `id` is whole, however it was asked for. */
export type GitObject = { id: string; type: string; bytes: Uint8Array };

const readers = new Map<string, ObjectReader>();

/** The reader of this thread for a repository, of which `folder` is any. Its process ends with this one. */
export function objectsOf(folder: string): ObjectReader {
  const known = readers.get(folder);
  if (known) return known;
  const reader = new ObjectReader(folder);
  readers.set(folder, reader);
  return reader;
}

export class ObjectReader {
  readonly #folder: string;
  #process: ReadingProcess | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts git, so that it is there when it is asked. */
  begin(): ReadingProcess {
    if (!this.#process || this.#process.isOver) this.#process = new ReadingProcess(this.#folder);
    return this.#process;
  }

  /**
   * What each name stands for, in their order: an id or a revision, as `HEAD^{commit}`; undefined for one that is not there. In a
   * partial clone what is not here yet is fetched first, in one go: left to itself, git would ask for one after the other.
   */
  async read(names: readonly string[]): Promise<(GitObject | undefined)[]> {
    if (names.length === 0) return [];
    try {
      return await this.begin().read(names);
    } catch (error) {
      if (!(error instanceof ReaderEnded)) throw error;
      if (error.message !== '') fetchObjects(this.#folder, `${names.join('\n')}\n`, error.message);
      return await this.begin().read(names);
    }
  }
}

/** Its message is what git said before it had answered: nothing, if somebody else has ended it. */
class ReaderEnded extends Error {}

type Waiting = {
  names: readonly string[];
  found: (GitObject | undefined)[];
  resolve(found: (GitObject | undefined)[]): void;
  reject(error: unknown): void;
};

class ReadingProcess {
  isOver = false;
  /** Undefined if git could not be started. */
  readonly pid: number | undefined;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #waiting: Waiting[] = [];
  readonly #received = new Received();
  /** Of the object whose bytes are to come. */
  #head: { id: string; type: string; size: number } | undefined;
  #said = '';

  constructor(folder: string) {
    const whole = argumentsIn(folder, readingHere);
    this.#child = spawn('git', whole, { env: environment(), stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stdin.on('error', () => {}); // it may end before it has read all; why, it says
    this.#child.stderr.on('data', (part: Buffer) => {
      this.#said += part.toString();
    });
    this.#child.stdout.on('data', (part: Buffer) => {
      this.#received.add(part);
      this.#answer();
    });
    this.#child.once('error', (error) => this.#end(notRun(error)));
    this.#child.once('close', () => this.#end(new ReaderEnded(this.#said.trim())));
    this.pid = this.#child.pid;
    this.#hold(false);
  }

  read(names: readonly string[]): Promise<(GitObject | undefined)[]> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) this.#hold(true);
      this.#waiting.push({ names, found: [], resolve, reject });
      this.#child.stdin.write(`${names.join('\n')}\n`);
    });
  }

  /** Only who waits for an answer keeps this process from its end. */
  #hold(isHeld: boolean): void {
    for (const each of [this.#child, ...this.#child.stdio] as unknown as Pick<Socket, 'ref' | 'unref'>[])
      if (isHeld) each.ref();
      else each.unref();
  }

  #end(error: unknown): void {
    this.isOver = true;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #answer(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      const { names, found } = first;
      while (found.length < names.length) {
        const object = this.#next(names[found.length] ?? '');
        if (object === 'to come') return;
        found.push(object);
      }
      this.#waiting.shift();
      if (this.#waiting.length === 0) this.#hold(false);
      first.resolve(found);
    }
  }

  #next(name: string): GitObject | undefined | 'to come' {
    if (!this.#head) {
      const line = this.#received.line();
      if (line === undefined) return 'to come';
      if (line === `${name} missing` || line === `${name} ambiguous`) return undefined;
      const [id = '', type = '', size = ''] = line.split(' ');
      this.#head = { id, type, size: Number(size) };
    }
    const { size, ...object } = this.#head;
    const bytes = this.#received.take(size + 1);
    if (!bytes) return 'to come';
    this.#head = undefined;
    return { ...object, bytes: bytes.subarray(0, size) };
  }
}

/** What came, in parts as they came. */
class Received {
  #parts: Buffer[] = [];
  #length = 0;

  add(part: Buffer): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** Without its end; undefined while that has not come. */
  line(): string | undefined {
    if ((this.#parts[0]?.indexOf(10) ?? -1) === -1) this.#parts = [Buffer.concat(this.#parts)];
    const end = this.#parts[0]?.indexOf(10) ?? -1;
    return end === -1 ? undefined : this.take(end + 1)?.toString('utf8', 0, end);
  }

  /** A copy, so that nothing else that came with it stays in memory; undefined while not all has come. */
  take(length: number): Buffer | undefined {
    if (this.#length < length) return undefined;
    const taken = Buffer.allocUnsafeSlow(length);
    let done = 0;
    while (done < length) {
      const part = this.#parts[0] as Buffer;
      const copied = part.copy(taken, done, 0, length - done);
      if (copied === part.length) this.#parts.shift();
      else this.#parts[0] = part.subarray(copied);
      done += copied;
    }
    this.#length -= length;
    return taken;
  }
}
