/** A ledger stays with its target while versions of Broadsheet come and go. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { MachineryError } from '../../src/errors.ts';
import { Ledger } from '../../src/publish/ledger.ts';
import { version } from '../../src/publish/ledger-schema.ts';
import { temporaryFolder } from '../support/folder-contents.ts';

function ledgerOf(change: string): string {
  const file = join(temporaryFolder(), 'target.sqlite');
  new Ledger(file).close();
  const db = new DatabaseSync(file);
  db.exec(change);
  db.close();
  return file;
}

test('one of a newer version is refused and left as it is; a table that is not known is left alone', () => {
  const newer = ledgerOf(`PRAGMA user_version = ${version + 1}`);
  for (const _ of ['once', 'again']) {
    expect(() => new Ledger(newer)).toThrow(MachineryError);
    expect(() => new Ledger(newer)).toThrow(/newer version of Broadsheet.*Nothing was sent.*Install/);
  }
  const known = new Ledger(ledgerOf("CREATE TABLE later (name TEXT); INSERT INTO later VALUES ('kept')"));
  known.set('due', '5');
  expect(known.get('due')).toBe('5');
  known.close();
});
