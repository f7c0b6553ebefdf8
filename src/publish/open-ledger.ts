/** Opens the file of a ledger, unless it is damaged or of a newer version. */
import { Database } from '../catalog/database.ts';
import { MachineryError } from '../errors.ts';
import { isDamaged, systemErrorOf } from '../source/system-error.ts';
import { version } from './ledger-schema.ts';

/** `found`: the version of what is there; 0 of a new one. */
export function openLedger(file: string): { db: Database; found: number } {
  const db = new Database(file);
  try {
    const found = versionIn(db, file);
    if (found <= version) return { db, found };
    throw new MachineryError(
      'This target was published to by a newer version of Broadsheet, and what that wrote down there is not understood by this one. Nothing was sent, and readers have what they had. Install that version, or a later one, and publish again.',
    );
  } catch (error) {
    db.close();
    throw error;
  }
}

/** SQLite notices damage where it reads; later it would be told of as that of a cache, which could be removed. */
function versionIn(db: Database, file: string): number {
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000');
    const isWhole = db.get('PRAGMA quick_check(1)')?.quick_check === 'ok';
    if (isWhole) return Number(db.get('PRAGMA user_version')?.user_version);
  } catch (error) {
    if (!isDamaged(error)) throw systemErrorOf(file, 'opened', error);
  }
  throw new MachineryError(
    `${file}, which says what readers have, is damaged. Nothing was sent, and readers have what they had. Put it back from a backup; or move it away, with what begins with its name, and publish again: then all is sent anew, one cannot go back to what was before, and a commit that was held is so no more.`,
  );
}
