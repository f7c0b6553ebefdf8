import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/catalog/database.ts';
import { MachineryError } from '../../src/errors.ts';
import { onFailingDisk } from '../support/failing-disk.ts';
import { articleText, newsroom, projectRoot, treeOf } from '../support/newsroom.ts';

// Twenty seconds are waited for another build; two tenths do for a test.
vi.mock('node:sqlite', async (original) => {
  const real = await original<typeof import('node:sqlite')>();
  class Impatient extends real.DatabaseSync {
    override exec(sql: string): void {
      super.exec(
        sql.replace('busy_timeout = 20000', process.env.PATIENT ? 'busy_timeout = 60000' : 'busy_timeout = 200'),
      );
    }
  }
  return { ...real, DatabaseSync: Impatient };
});

function cacheFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function inCache<T>(cache: string, work: (opened: OpenDatabase) => T): T {
  const opened = openDatabase(cache, 'production');
  try {
    return work(opened);
  } finally {
    opened.close();
  }
}

function mark(cache: string, value = 'kept'): void {
  inCache(cache, ({ db }) => db.run('INSERT INTO state VALUES (?, ?)', 'mark', value));
}

function marked(cache: string): string | undefined {
  return inCache(cache, ({ db }) => db.get<{ value: string }>("SELECT value FROM state WHERE name = 'mark'")?.value);
}

test('what one build writes the next one reads, and nothing was repaired', () => {
  const cache = cacheFolder();
  mark(cache);
  expect(marked(cache)).toBe('kept');
  expect(inCache(cache, ({ repaired }) => repaired)).toBeUndefined();
});

test('a second build does not begin while the first holds the lock, and says so', () => {
  const cache = cacheFolder();
  inCache(cache, () => {
    expect(() => openDatabase(cache, 'production')).toThrow(MachineryError);
    expect(() => openDatabase(cache, 'preview')).toThrow(
      /Another build has been using .* Wait for it to end, or give this one a --cache of its own/,
    );
  });
  expect(() => mark(cache)).not.toThrow();
});

test('a second build waits for the first to end', async () => {
  const cache = cacheFolder();
  mark(cache);
  const hold = `const { openDatabase } = await import('./src/catalog/database.ts'); const opened = openDatabase(process.argv[1], 'production'); console.log('held'); setTimeout(() => opened.close(), 400);`;
  const first = spawn(process.execPath, ['--input-type=module', '--eval', hold, cache], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void first.kill());
  await new Promise((resolve) => first.stdout.once('data', resolve));
  vi.stubEnv('PATIENT', '1');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(marked(cache)).toBe('kept');
});

test('the lock of a build that was killed is free, and what it had committed is there', async () => {
  const cache = cacheFolder();
  mark(cache);
  const work = `const { openDatabase } = await import('./src/catalog/database.ts'); const { db } = openDatabase(process.argv[1], 'production');
    db.run("UPDATE state SET value = 'committed' WHERE name = 'mark'"); db.exec('BEGIN'); db.run("UPDATE state SET value = 'half done' WHERE name = 'mark'");
    console.log('held'); setTimeout(() => {}, 600000);`;
  const first = spawn(process.execPath, ['--input-type=module', '--eval', work, cache], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => first.stdout.once('data', resolve));
  expect(existsSync(join(cache, 'production.sqlite.sum'))).toBe(false);
  first.kill('SIGKILL');
  await new Promise((resolve) => first.once('exit', resolve));
  expect(marked(cache)).toBe('committed');
});

/** Changes some bytes in the middle of a value, where SQLite itself sees no fault. */
function garble(cache: string): void {
  const file = join(cache, 'production.sqlite');
  const bytes = readFileSync(file);
  const at = bytes.indexOf('kept');
  expect(at).toBeGreaterThan(0);
  bytes.write('kepp', at);
  writeFileSync(file, bytes);
}

test('garbage in the bytes is noticed, and the catalog is made anew', () => {
  const cache = cacheFolder();
  mark(cache);
  garble(cache);
  inCache(cache, ({ db, repaired }) => {
    expect(repaired).toBe('its bytes were not as the last build left them');
    expect(db.get("SELECT value FROM state WHERE name = 'mark'")).toBeUndefined();
  });
});

test('a copied or touched catalog is believed by its bytes', () => {
  const cache = cacheFolder();
  mark(cache);
  utimesSync(join(cache, 'production.sqlite'), 1, 1);
  expect(inCache(cache, ({ repaired }) => repaired)).toBeUndefined();
  expect(marked(cache)).toBe('kept');
  const { size, mtimeNs } = statSync(join(cache, 'production.sqlite'), { bigint: true });
  expect(readFileSync(join(cache, 'production.sqlite.sum'), 'utf8')).toMatch(`${size} ${mtimeNs} `);
});

test('while a catalog is open it has no checksum, so that a killed build leaves none', () => {
  const cache = cacheFolder();
  mark(cache);
  inCache(cache, () => expect(existsSync(join(cache, 'production.sqlite.sum'))).toBe(false));
  expect(existsSync(join(cache, 'production.sqlite.sum'))).toBe(true);
});

test.for([
  ['text', 'no database at all'],
  ['nothing', ''],
])('a catalog that is %s is made anew', ([, content]) => {
  const cache = cacheFolder();
  mark(cache);
  writeFileSync(join(cache, 'production.sqlite'), content ?? '');
  rmSync(join(cache, 'production.sqlite.sum'));
  expect(inCache(cache, ({ repaired }) => repaired)).toBe('it was damaged, or of another version of Broadsheet');
  expect(() => mark(cache, 'new')).not.toThrow();
  expect(marked(cache)).toBe('new');
});

test('a catalog of another version is made anew', () => {
  const cache = cacheFolder();
  mark(cache);
  const db = new DatabaseSync(join(cache, 'production.sqlite'));
  db.exec("UPDATE state SET value = '0' WHERE name = 'schema'");
  db.close();
  rmSync(join(cache, 'production.sqlite.sum'));
  expect(inCache(cache, ({ repaired }) => repaired)).toBe('it was damaged, or of another version of Broadsheet');
  expect(marked(cache)).toBeUndefined();
});

test('a cache that cannot be made is broken machinery', () => {
  const file = join(cacheFolder(), 'file');
  writeFileSync(file, '');
  expect(() => openDatabase(join(file, 'cache'), 'production')).toThrow(MachineryError);
  expect(() => openDatabase(join(file, 'cache'), 'production')).toThrow(
    `${join(file, 'cache')} could not be written to: a file is in the place of a folder`,
  );
});

test('a transaction that throws leaves nothing, and the next one works', () => {
  const { db, close } = openDatabase(undefined, 'production');
  onTestFinished(close);
  const write = (value: string) =>
    db.insert('INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', 'mark', value);
  expect(() =>
    db.transaction(() => {
      write('half done');
      throw new Error('on purpose');
    }),
  ).toThrow('on purpose');
  expect(db.get("SELECT value FROM state WHERE name = 'mark'")).toBeUndefined();
  expect(db.transaction(() => write('done').changes)).toBe(1);
  expect(db.get("SELECT value FROM state WHERE name = 'mark'")).toEqual({ value: 'done' });
});

test('a disk that fills up in a transaction is told as that, and nothing of it is kept', () => {
  const cache = cacheFolder();
  mark(cache);
  inCache(cache, ({ db }) => {
    db.exec(`PRAGMA max_page_count = ${db.get<{ page_count: number }>('PRAGMA page_count')?.page_count}`);
    const fill = () =>
      db.transaction(() => {
        for (let n = 0; n < 1000; n++) db.run('INSERT INTO state VALUES (?, ?)', `${n}`, 'x'.repeat(1000));
      });
    expect(fill).toThrow(expect.objectContaining({ errcode: 13 }));
  });
  expect(marked(cache)).toBe('kept');
});

test('a catalog that cannot be opened for want of room is kept', () => {
  const cache = cacheFolder();
  mark(cache);
  const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  const { exec } = DatabaseSync.prototype;
  const spy = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
    if (sql.includes('journal_mode')) throw full;
    exec.call(this, sql);
  });
  expect(() => marked(cache)).toThrow('production.sqlite could not be opened: the disk is full');
  spy.mockRestore();
  expect(inCache(cache, ({ repaired }) => repaired)).toBeUndefined();
  expect(marked(cache)).toBe('kept');
});

test('a checksum for which there is no room is left out, and the catalog is kept', async () => {
  const cache = cacheFolder();
  await onFailingDisk({ code: 'ENOSPC', of: ['writeFileSync'], at: (path) => path.endsWith('.sum') }, () =>
    expect(() => mark(cache)).toThrow('production.sqlite.sum could not be written: the disk is full'),
  );
  expect(inCache(cache, ({ repaired }) => repaired)).toBeUndefined();
  expect(marked(cache)).toBe('kept');
});

test('a number that goes in as 4 comes out as 4', () => {
  const { db, close } = openDatabase(undefined, 'production');
  onTestFinished(close);
  db.run('INSERT INTO tally VALUES (?, ?, ?, ?)', 1, 201511, 4, 900);
  expect(db.get("SELECT typeof(n) AS type, n || '' AS text FROM tally")).toEqual({ type: 'integer', text: '4' });
});

test('a damaged or lost catalog costs time and changes no byte of the site', async () => {
  const room = newsroom({
    git: false,
    files: { 'articles/2015/11/26/bridge.md': articleText({ title: 'The word kept' }) },
  });
  await room.rendered();
  const before = treeOf(room.out);
  garble(room.cache);
  const report = await room.build();
  expect(report.repaired).toBe('its bytes were not as the last build left them');
  expect(report.outcomes.length).toBe(report.routes);
  expect(report.written).toBe(0);
  expect(treeOf(room.out)).toEqual(before);
  rmSync(room.cache, { recursive: true });
  expect(await room.build()).toMatchObject({ written: 0, repaired: undefined });
  expect(treeOf(room.out)).toEqual(before);
});
