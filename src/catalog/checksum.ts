/**
 * A checksum of a database file that need not read the whole file to be kept up to date: the sum of a
 * checksum of every page. What changed since it was opened is in SQLite's write-ahead log
 * (https://www.sqlite.org/fileformat2.html#walformat).
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';

export const pageBytes = 4096;
/** A longer log is written into the file before the end, and all of it is read then. */
export const logBytesKept = 64 * 1024 ** 2;
const pagesPerRead = 1024;
const logHeaderBytes = 32;
const frameHeaderBytes = 24;

/** Size and modification time: equal, and nothing wrote to the file. */
export function stampOf(file: string): string {
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return `${size} ${mtimeNs}`;
}

/** The checksum of a whole file, read through once. */
export function checksumOf(file: string): number {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(pageBytes * pagesPerRead);
    let sum = 0;
    for (let page = 1; ; ) {
      const length = readSync(handle, buffer, 0, buffer.length, (page - 1) * pageBytes);
      if (length === 0) return wrap(sum);
      for (let start = 0; start < length; start += pageBytes) {
        sum += pageSum(page, buffer.subarray(start, Math.min(start + pageBytes, length)));
        page += 1;
      }
    }
  } finally {
    closeSync(handle);
  }
}

/**
 * The checksum that the file will have once its log is written into it, from the one it has. The log
 * must hold every change since then.
 */
export function checksumWithLog(file: string, before: number): number {
  const changed = pagesInLog(`${file}-wal`);
  if (changed.size === 0) return before;
  const handle = openSync(file, 'r');
  try {
    const pages = fstatSync(handle).size / pageBytes;
    const old = Buffer.alloc(pageBytes);
    let sum = before;
    for (const [page, bytes] of changed) {
      if (page <= pages)
        sum -= pageSum(page, old.subarray(0, readSync(handle, old, 0, pageBytes, (page - 1) * pageBytes)));
      sum += pageSum(page, bytes);
    }
    return wrap(sum);
  } finally {
    closeSync(handle);
  }
}

/** Multiplied by the page's number, so that two pages cannot change places. */
function pageSum(page: number, bytes: Uint8Array): number {
  return Math.imul(crc32(bytes), 2 * page + 1) >>> 0;
}

/** Into 32 bits; sums of a million pages are still exact. */
function wrap(sum: number): number {
  return ((sum % 2 ** 32) + 2 ** 32) % 2 ** 32;
}

/** The last committed content of each page in a log. */
function pagesInLog(log: string): Map<number, Uint8Array> {
  const committed = new Map<number, Uint8Array>();
  if (!existsSync(log)) return committed;
  const bytes = readFileSync(log);
  const salts = bytes.subarray(16, 24);
  let open: [number, Uint8Array][] = [];
  for (let at = logHeaderBytes; at + frameHeaderBytes + pageBytes <= bytes.length; at += frameHeaderBytes + pageBytes) {
    if (!bytes.subarray(at + 8, at + 16).equals(salts)) break; // left over from before the log was last begun anew
    const start = at + frameHeaderBytes;
    open.push([bytes.readUInt32BE(at), bytes.subarray(start, start + pageBytes)]);
    if (bytes.readUInt32BE(at + 4) === 0) continue; // not the last frame of a transaction
    for (const [page, content] of open) committed.set(page, content);
    open = [];
  }
  return committed;
}
