/**
 * Pictures that were made before, by the id of their bytes: making one takes long, and its bytes never
 * change. The folder may be copied to another machine, or removed; a damaged file in it is made again.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recipe } from '../content/pictures.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';
import type { MadePicture } from './picture-maker.ts';

const digestBytes = 32;

export class PictureCache {
  readonly #folder: string | undefined;

  /** Without a cache folder nothing is kept. */
  constructor(cache: string | undefined) {
    this.#folder = cache && join(cache, 'pictures');
  }

  /** All the named files of a picture; undefined if any of them is not there or not as it was written. */
  read(blob: string, names: readonly string[]): MadePicture | undefined {
    const found = new Map<string, Uint8Array>();
    for (const name of names) {
      const bytes = this.#readFile(blob, name);
      if (!bytes) return undefined;
      found.set(name, bytes);
    }
    return found;
  }

  write(blob: string, made: MadePicture): void {
    if (this.#folder === undefined) return;
    makeFolder(this.#folder);
    for (const [name, bytes] of made)
      replaceFile(this.#file(this.#folder, blob, name), Buffer.concat([digestOf(bytes), bytes]));
  }

  #readFile(blob: string, name: string): Uint8Array | undefined {
    if (this.#folder === undefined) return undefined;
    const file = this.#file(this.#folder, blob, name);
    if (!existsSync(file)) return undefined;
    const kept = readFileSync(file);
    const bytes = kept.subarray(digestBytes);
    return digestOf(bytes).equals(kept.subarray(0, digestBytes)) ? bytes : undefined;
  }

  #file(folder: string, blob: string, name: string): string {
    return join(folder, `${blob}${recipe}-${name}`);
  }
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
