/**
 * A zip archive, of which nothing is trusted: its files are read one by one, by the names that the archive lists them under,
 * each no larger than it says, and all together no larger than a document can be.
 */
import { crc32, inflateRawSync } from 'node:zlib';

/** Why an archive is not read: the end of a sentence that begins with its name. */
export class BadArchive extends Error {}

type Entry = { method: number; at: number; packed: number; size: number; crc: number };

const mostFiles = 10_000;
const mostBytes = 256 * 1024 ** 2;

const endSize = 22;
const mostComment = 0xffff;
const signatures = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 };
const isEncrypted = 1;
const methods = { stored: 0, deflated: 8 };

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= endSize && Buffer.from(bytes.subarray(0, 4)).readUInt32LE() === signatures.file;
}

export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left: number;

  /** Throws a `BadArchive`. `most`: bytes of all files that are read, unpacked. */
  constructor(bytes: Uint8Array, most = mostBytes) {
    this.#left = most;
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = within(() => entriesOf(this.#bytes));
  }

  /** In the archive's order; folders are left out. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** Undefined if there is no such file. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    this.#left -= entry.size;
    if (this.#left < 0) throw new BadArchive('unpacks to more than a document can be');
    return within(() => unpacked(this.#bytes, name, entry));
  }
}

/** What stands outside of the bytes is a damage like any other. */
function within<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new BadArchive('is damaged: it breaks off');
    throw error;
  }
}

function entriesOf(bytes: Buffer): Map<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostFiles) throw new BadArchive('has more files than a document can have');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (bytes.readUInt32LE(at) !== signatures.entry) throw new BadArchive('is damaged: its list of files is broken');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const nameAt = at + 46;
    const name = bytes.toString('utf8', nameAt, nameAt + (nameLength as number));
    if ((bytes.readUInt16LE(at + 8) & isEncrypted) !== 0) throw new BadArchive('is locked with a password');
    if (!isPlainPath(name)) throw new BadArchive(`has a file whose name leads elsewhere (${JSON.stringify(name)})`);
    if (entries.has(name)) throw new BadArchive(`has two files of one name (${JSON.stringify(name)})`);
    if (!name.endsWith('/'))
      entries.set(name, {
        method: bytes.readUInt16LE(at + 10),
        crc: bytes.readUInt32LE(at + 16),
        packed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        at: bytes.readUInt32LE(at + 42),
      });
    at = nameAt + (nameLength as number) + (extraLength as number) + (commentLength as number);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - endSize; at >= Math.max(0, bytes.length - endSize - mostComment); at--)
    if (bytes.readUInt32LE(at) === signatures.end) return at;
  throw new BadArchive('is no zip archive, or breaks off');
}

function isPlainPath(name: string): boolean {
  const parts = name.replace(/\/$/, '').split('/');
  return !/[\\\0:]/.test(name) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

function unpacked(bytes: Buffer, name: string, { at, method, packed, size, crc }: Entry): Uint8Array {
  if (bytes.readUInt32LE(at) !== signatures.file) throw new BadArchive(`is damaged: ${name} is not where it should be`);
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) throw new RangeError();
  const data = bytes.subarray(from, from + packed);
  const file = method === methods.stored ? data : method === methods.deflated ? inflated(data, name, size) : undefined;
  if (!file) throw new BadArchive(`packs ${name} in a way that is not read here`);
  if (file.length !== size || crc32(file) !== crc) throw new BadArchive(`is damaged: ${name} is not what it was`);
  return file;
}

/** Stops at the size that the archive says, whatever comes after. */
function inflated(data: Buffer, name: string, size: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new BadArchive(`has a file that is larger than it says (${name})`);
    throw new BadArchive(`is damaged: ${name} cannot be unpacked`);
  }
}
