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
import type { Shelf } from './store-client.ts';

/** A new pack is begun where one would be longer. */
const longestPack = 256 * 2 ** 20;

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

  /** Puts those files into packs of an edition whose bytes are in none yet. */
  async add(edition: number, files: AsyncIterable<{ hash: string; file: string }>): Promise<void> {
    const file = join(this.#folder, 'pack');
    await mkdir(this.#folder, { recursive: true });
    const open = { name: '', length: 0, count: 0 };
    const close = async () => {
      if (open.length === 0) return;
      await this.#shelf.put(open.name, await openAsBlob(file));
      await rm(file);
      open.length = 0;
    };
    for await (const each of files) {
      if (this.#ledger.packs.get(each.hash)) continue;
      const bytes = await promisify(zstdCompress)(await readFile(each.file));
      if (open.length > 0 && open.length + bytes.length > longestPack) await close();
      if (open.length === 0) open.name = `packs/${edition}-${open.count++}`;
      await appendFile(file, bytes);
      this.#ledger.packs.set(each.hash, { pack: open.name, start: open.length, length: bytes.length });
      open.length += bytes.length;
    }
    await close();
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
