/**
 * Each table of the catalog is written in one file of `src/catalog/tables/`, and nobody else writes SQL, but a target's
 * ledger.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schema } from '../../src/catalog/schema.ts';
import { projectRoot } from '../support/newsroom.ts';

const sql =
  /\b(?:SELECT\s|INSERT (?:OR \w+ )?INTO|REPLACE INTO|UPDATE \S+ SET|DELETE FROM|PRAGMA|VACUUM|(?:CREATE|DROP) TABLE|BEGIN (?:IMMEDIATE|EXCLUSIVE)|COMMIT\b)/;
const writing = /\b(?:INSERT (?:OR \w+ )?INTO|REPLACE INTO|UPDATE(?! SET)|DELETE FROM) (?<table>[^\s'"`]+)/g;
const database = /(?<=\w)\.#?db\b/;

/** A target’s ledger is a database of its own. */
const ofLedgers = ['ledger-database', 'ledger-recovery', 'ledger-rows', 'ledger-schema', 'ledger', 'pack-index'].map(
  (name) => `publish/${name}.ts`,
);

/** Files by path below `src/`, and what of them breaks the rules. */
function faultsOf(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const writers = new Map<string, Set<string>>();
  for (const [path, text] of files) {
    if (ofLedgers.includes(path)) continue;
    if (!path.startsWith('catalog/') && (sql.test(text) || database.test(text)))
      faults.push(`${path} asks the database itself`);
    for (const { groups } of text.matchAll(writing)) {
      const table = groups?.table ?? '';
      writers.set(table, (writers.get(table) ?? new Set()).add(path));
    }
  }
  for (const [table, paths] of writers) {
    if (!tables.includes(table)) faults.push(`${[...paths]}: ${table} is no table`);
    else if (paths.size > 1) faults.push(`${table} is written in ${[...paths].sort().join(' and ')}`);
    else if (![...paths].every((path) => path.startsWith('catalog/tables/')))
      faults.push(`${table} is not written in catalog/tables but in ${[...paths]}`);
  }
  return [...faults, ...tables.filter((table) => !writers.has(table)).map((table) => `${table} is written nowhere`)];
}

const tables = [...schema.matchAll(/CREATE TABLE (?<name>\w+)/g)].map(({ groups }) => groups?.name ?? '');
const source = new Map(
  readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(projectRoot, 'src', path), 'utf8')]),
);

test('each table is written in one file, and no SQL stands outside the catalog', () => {
  expect(tables.length).toBeGreaterThan(10);
  expect(faultsOf(source)).toEqual([]);
});

test.each([
  ['plan/settle.ts', "db.run('UPDATE route SET fp = NULL')", 'plan/settle.ts asks the database itself'],
  ['check/texts.ts', "const file = 'SELECT id FROM file'", 'check/texts.ts asks the database itself'],
  ['sync/intake.ts', 'catalog.db.transaction(work)', 'sync/intake.ts asks the database itself'],
  [
    'catalog/tables/watches.ts',
    "'UPDATE route SET watches = ?'",
    'route is written in catalog/tables/routes.ts and catalog/tables/watches.ts',
  ],
  ['catalog/tables/links.ts', `\`DELETE FROM \${table}\``, `catalog/tables/links.ts: \${table} is no table`],
  [
    'catalog/redirects.ts',
    "'INSERT OR IGNORE INTO claim VALUES (?, ?, ?)'",
    'claim is written in catalog/redirects.ts and catalog/tables/claims.ts',
  ],
])('finds in %s: %s', (path, planted, fault) => {
  expect(faultsOf(new Map([...source, [path, `${source.get(path)}\n${planted}`]]))).toContain(fault);
});

test('finds a table that another file writes in place of its own, and one that none writes', () => {
  const claims = source.get('catalog/tables/claims.ts') ?? '';
  const without = claims.replaceAll(/(?:INSERT INTO|DELETE FROM) claim/g, '');
  expect(faultsOf(new Map([...source, ['catalog/tables/claims.ts', without]]))).toEqual(['claim is written nowhere']);
  const moved = new Map([...source, ['catalog/tables/claims.ts', without], ['catalog/redirects.ts', claims]]);
  expect(faultsOf(moved)).toEqual(['claim is not written in catalog/tables but in catalog/redirects.ts']);
});
