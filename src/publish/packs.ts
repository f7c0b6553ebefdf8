/**
 * Bytes that one can go back to, many in one object: what an edition brings is packed before it is sent, so that the next one
 * may write over it. Each file is compressed by itself and can be had alone.
 */
import { openAsBlob } from 'node:fs';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { MachineryError } from '../errors.ts';
import type { Ledger } from './ledger.ts';
import type { Packed } from './pack-index.ts';
import type { Shelf } from './store-client.ts';

/** A new pack is begun where one would be longer. */
const longestPack = 256 * 2 ** 20;

/** So that the many packs of single stories become few: one more than so many, of fewer bytes than these. */
const [mostSmallPacks, smallPack] = [100, 16 * 2 ** 20];

export class Packs {
  readonly #shelf: Shelf;
  readonly #ledger: Ledger;
  readonly #folder: string;
  /** Those that are on this machine. */
  readonly #here = new Map<string, Buffer>();

  constructor(shelf: Shelf, ledger: Ledger, folder: string) {
    this.#shelf = shelf;
    this.#ledger = ledger;
    this.#folder = folder;
  }

  /**
   * Puts those files into packs of an edition whose bytes are in none yet, and with them what is left of an earlier pack, if
   * there are many; that is returned, to be removed.
   */
  async add(edition: number, files: AsyncIterable<{ hash: string; file: string }>): Promise<string[]> {
    const { packs } = this.#ledger;
    const old = packs.least(mostSmallPacks, smallPack);
    const next = new NextPack(join(this.#folder, 'pack'), edition, this.#shelf);
    await mkdir(this.#folder, { recursive: true });
    for await (const { hash, file } of files) {
      if (packs.get(hash)) continue;
      packs.set(hash, await next.add(await promisify(zstdCompress)(await readFile(file))));
    }
    const bytes = old === undefined ? undefined : (await this.#shelf.get(old))?.bytes;
    const carried = old === undefined || !bytes ? [] : packs.in(old);
    for (const { hash, start, length } of carried)
      packs.set(hash, await next.add(bytes?.subarray(start, start + length) ?? Buffer.alloc(0)));
    await next.close();
    return old !== undefined && bytes ? [old] : [];
  }

  /** Makes all of a pack ready to be had. */
  async fetch(hash: string): Promise<void> {
    const pack = this.#ledger.packs.get(hash)?.pack;
    if (pack === undefined || this.#here.has(pack)) return;
    const answer = await this.#shelf.get(pack);
    if (answer) this.#here.set(pack, answer.bytes);
  }

  /** A file of this machine with bytes that were packed. */
  async file(hash: string): Promise<string> {
    const file = join(this.#folder, hash);
    const packed = this.#ledger.packs.get(hash);
    if (packed) {
      const { pack, start, length } = packed;
      const here = this.#here.get(pack)?.subarray(start, start + length);
      const bytes = here ?? (await this.#shelf.get(pack, packed))?.bytes;
      if (bytes?.length === length) {
        await mkdir(this.#folder, { recursive: true });
        await writeFile(file, await promisify(zstdDecompress)(bytes));
        return file;
      }
    }
    throw new MachineryError(
      `${this.#shelf.name} does not have what an earlier edition was made of any more. Publish the commit that is wanted, or its revert.`,
    );
  }

  /** Of packs in which nothing is needed any more. */
  async remove(packs: readonly string[]): Promise<void> {
    for (const pack of packs) await this.#shelf.remove(pack);
  }
}

/** Packs are written here one at a time, and put when they are full. */
class NextPack {
  readonly #file: string;
  readonly #edition: number;
  readonly #shelf: Shelf;
  #length = 0;
  #count = 0;

  constructor(file: string, edition: number, shelf: Shelf) {
    this.#file = file;
    this.#edition = edition;
    this.#shelf = shelf;
  }

  /** Says where the bytes will be. */
  async add(bytes: Uint8Array): Promise<Packed> {
    if (this.#length > 0 && this.#length + bytes.length > longestPack) await this.close();
    const start = this.#length;
    await appendFile(this.#file, bytes);
    this.#length += bytes.length;
    return { pack: this.#name(), start, length: bytes.length };
  }

  async close(): Promise<void> {
    if (this.#length === 0) return;
    await this.#shelf.put(this.#name(), await openAsBlob(this.#file));
    await rm(this.#file);
    this.#length = 0;
    this.#count += 1;
  }

  #name(): string {
    return `packs/${this.#edition}-${this.#count}`;
  }
}
