import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { checksumOf, checksumWithLog } from '../../src/catalog/checksum.ts';

/** A database with a table of `rows` rows, closed; its log is kept until it is closed again. */
function database(rows: number): { file: string; open(): DatabaseSync } {
  const folder = mkdtempSync(join(tmpdir(), 'checksum-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'x.sqlite');
  const open = () => {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0');
    return db;
  };
  const db = open();
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)');
  const insert = db.prepare('INSERT INTO t (text) VALUES (?)');
  for (let row = 0; row < rows; row++) insert.run(`${row} `.repeat(50));
  db.close();
  return { file, open };
}

test('the sum kept up to date from the log is that of the file once the log is in it', () => {
  const { file, open } = database(500);
  let sum = checksumOf(file);
  const steps = [
    "UPDATE t SET text = 'changed' WHERE id % 7 = 0",
    "INSERT INTO t (text) SELECT text || 'more' FROM t",
    'DELETE FROM t WHERE id < 100',
    'SELECT count(*) FROM t',
  ];
  for (const sql of steps) {
    const db = open();
    for (const part of ['BEGIN', sql, 'COMMIT']) db.exec(part);
    sum = checksumWithLog(file, sum);
    db.close();
    expect(sum, sql).toBe(checksumOf(file));
  }
});

test('a page written several times counts once, and what was rolled back not at all', () => {
  const { file, open } = database(200);
  const before = checksumOf(file);
  const db = open();
  for (let round = 0; round < 5; round++) db.exec(`UPDATE t SET text = 'round ${round}' WHERE id < 20`);
  db.exec("BEGIN; UPDATE t SET text = 'never'; ROLLBACK");
  const sum = checksumWithLog(file, before);
  db.close();
  expect(sum).toBe(checksumOf(file));
  expect(sum).not.toBe(before);
});

test('any other byte makes another sum, on any page', () => {
  const { file } = database(2000);
  const bytes = readFileSync(file);
  const sum = checksumOf(file);
  for (let offset = 17; offset < bytes.length; offset += 4096 * 3 + 77) {
    const other = Buffer.from(bytes);
    other[offset] = (other[offset] ?? 0) ^ 1;
    writeFileSync(file, other);
    expect(checksumOf(file), `byte ${offset}`).not.toBe(sum);
  }
  writeFileSync(file, bytes);
  appendFileSync(file, 'more');
  expect(statSync(file).size).toBe(bytes.length + 4);
  expect(checksumOf(file)).not.toBe(sum);
});

test('two pages that change places make another sum', () => {
  const { file } = database(2000);
  const bytes = readFileSync(file);
  const swapped = Buffer.concat([
    bytes.subarray(0, 8192),
    bytes.subarray(12288, 16384),
    bytes.subarray(8192, 12288),
    bytes.subarray(16384),
  ]);
  const sum = checksumOf(file);
  writeFileSync(file, swapped);
  expect(checksumOf(file)).not.toBe(sum);
});
