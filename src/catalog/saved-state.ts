/**
 * What is remembered between builds as one file that goes from machine to machine: a line of JSON that
 * says what follows, then the catalog, compressed (zstd, https://www.rfc-editor.org/rfc/rfc8878), then a
 * line that says how long that was.
 */

import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { MachineryError, SystemError } from '../errors.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFileInParts } from '../source/replace-file.ts';
import { onFile, systemErrorOf } from '../source/system-error.ts';
import { openCatalog } from './catalog.ts';
import { replaceDatabase } from './database.ts';
import { schemaVersion } from './schema.ts';

const format = 2;
const longestHeader = 4096;

type Header = { broadsheet: 'state'; format: number; schema: number; bytes: number; sha256: string };

/** How many bytes the file has, and how many it unfolds to. */
export type StateSize = { packed: number; unpacked: number };

/** Saves the catalog of a cache folder. Throws MachineryError where there is none that can be relied on. */
export async function saveState(cache: string, file: string): Promise<StateSize> {
  if (!existsSync(join(cache, 'production.sqlite')))
    throw new MachineryError(`There is nothing to save: no build has left anything in ${cache}.`);
  const copy = `${file}.copy`;
  try {
    makeFolder(dirname(file));
    copyCatalog(cache, copy);
    const header = await headerOf(copy);
    await replaceFileInParts(file, async (next) => {
      appendFileSync(next, `${JSON.stringify(header)}\n`);
      const packed = createWriteStream(next, { flags: 'a', flush: true });
      await pipeline(createReadStream(copy), createZstdCompress(), packed);
      appendFileSync(next, lastLine(statSync(next).size));
    });
    return { packed: statSync(file).size, unpacked: header.bytes };
  } catch (error) {
    throw systemErrorOf(file, 'written', error);
  } finally {
    rmSync(copy, { force: true });
  }
}

function copyCatalog(cache: string, to: string): void {
  const catalog = openCatalog(cache);
  try {
    if (catalog.repaired) throw new MachineryError(`The catalog cannot be saved: ${catalog.repaired}. Build first.`);
    if (catalog.state.get('writing') !== undefined)
      throw new MachineryError('The last build was stopped before its end. Build again, then save.');
    if (catalog.state.get('base') === undefined)
      throw new MachineryError(`There is nothing to save: no build with ${cache} has succeeded.`);
    rmSync(to, { force: true });
    catalog.db.copyTo(to);
  } finally {
    catalog.close();
  }
}

async function headerOf(copy: string): Promise<Header> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(copy)) hash.update(part);
  return {
    broadsheet: 'state',
    format,
    schema: schemaVersion,
    bytes: statSync(copy).size,
    sha256: hash.digest('hex'),
  };
}

/** Puts a saved catalog in the place of a cache folder's. Whatever is wrong with the file, that stays as it was. */
export async function loadState(cache: string, file: string): Promise<StateSize> {
  const { header, length } = onFile(file, 'read', readHeader);
  makeFolder(cache);
  const next = join(cache, 'loading.sqlite');
  try {
    await unpack(file, length, header, next);
    replaceDatabase(cache, 'production', next);
    return { packed: statSync(file).size, unpacked: header.bytes };
  } finally {
    rmSync(next, { force: true });
  }
}

function refused(file: string, why: string): MachineryError {
  return new MachineryError(`${file} was not loaded: ${why}. What was remembered before is still there.`);
}

/** The first line and its length in bytes, if this version of Broadsheet can read what follows. */
function readHeader(file: string): { header: Header; length: number } {
  if (!existsSync(file)) throw refused(file, 'there is no such file');
  const start = Buffer.alloc(longestHeader);
  const handle = openSync(file, 'r');
  const read = readSync(handle, start);
  closeSync(handle);
  const length = start.subarray(0, read).indexOf('\n') + 1;
  const header = parseHeader(start.toString('utf8', 0, length));
  if (header?.broadsheet !== 'state') throw refused(file, 'it is not a state that Broadsheet saved');
  if (header.format !== format || header.schema !== schemaVersion)
    throw refused(file, 'another version of Broadsheet saved it; build without it once, and save again');
  return { header, length };
}

function parseHeader(line: string): Header | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function lastLine(end: number): string {
  return `\n${end} bytes\n`;
}

/** Where the last line begins, if it says so itself. */
function endOfCatalog(file: string): number | undefined {
  const { size } = statSync(file);
  const tail = Buffer.alloc(Math.min(size, lastLine(Number.MAX_SAFE_INTEGER).length));
  const handle = openSync(file, 'r');
  readSync(handle, tail, 0, tail.length, size - tail.length);
  closeSync(handle);
  const said = Number(/\n(\d+) bytes\n$/.exec(tail.toString('latin1'))?.[1]);
  return said + lastLine(said).length === size ? said : undefined;
}

async function unpack(file: string, start: number, header: Header, next: string): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      bytes += part.length;
      if (bytes > header.bytes) throw new Error('it is longer than it says');
      hash.update(part);
      yield part;
    }
  }
  const end = endOfCatalog(file);
  if (end === undefined) throw refused(file, 'it is cut or damaged');
  const decompress = createZstdDecompress();
  try {
    await pipeline(createReadStream(file, { start, end: end - 1 }), decompress, counted, createWriteStream(next));
  } catch (error) {
    const refusal = systemErrorOf(next, 'written', error);
    throw refusal instanceof SystemError
      ? refusal
      : refused(file, `it is cut or damaged (${(error as Error).message})`);
  }
  const isWhole = bytes === header.bytes && decompress.bytesWritten === end - start;
  if (!isWhole || hash.digest('hex') !== header.sha256) throw refused(file, 'it is cut or damaged');
  const handle = openSync(next, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
