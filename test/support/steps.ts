/** The steps by which a build changes anything for good: each file put in its place or taken away, each commit of the catalog. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Does a step, or lets it be. */
type Around = <T>(name: string, perform: () => T) => T;

/** Has `around` do each step of this process, until what it returns is called. */
export function watchSteps(around: Around): () => void {
  const { renameSync, rmSync } = fs;
  const { exec } = DatabaseSync.prototype;
  const named = (path: unknown) => `${basename(dirname(String(path)))}/${basename(String(path))}`;
  fs.renameSync = (from, to) => around(`rename ${named(to)}`, () => renameSync(from, to));
  fs.rmSync = (path, options) => around(`remove ${named(path)}`, () => rmSync(path, options));
  DatabaseSync.prototype.exec = function (sql) {
    return sql === 'COMMIT' ? around('commit', () => exec.call(this, sql)) : exec.call(this, sql);
  };
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, { renameSync, rmSync });
    DatabaseSync.prototype.exec = exec;
    syncBuiltinESMExports();
  };
}
