/** The steps by which a build changes anything for good: each file put in its place or taken away, each commit of the catalog. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Does a step, or lets it be. */
type Around = <T>(name: string, perform: () => T) => T;

/** What else changes a folder in one step. */
export type Further =
  | 'linkSync'
  | 'unlinkSync'
  | 'symlinkSync'
  | 'writeFileSync'
  | 'writeSync'
  | 'copyFileSync'
  | 'rmdirSync'
  | 'mkdirSync';

/** Has `around` do each step of this process, those of `further` among them, until what it returns is called. */
export function watchSteps(around: Around, further: readonly Further[] = []): () => void {
  loadCopying();
  const { renameSync, rmSync } = fs;
  const { exec } = DatabaseSync.prototype;
  const named = (path: unknown) => `${basename(dirname(String(path)))}/${basename(String(path))}`;
  fs.renameSync = (from, to) => around(`rename ${named(to)}`, () => renameSync(from, to));
  fs.rmSync = (path, options) => around(`remove ${named(path)}`, () => rmSync(path, options));
  const own = Object.fromEntries(further.map((name) => [name, fs[name]]));
  for (const name of further) {
    const perform = fs[name] as (...args: unknown[]) => unknown;
    // Of two paths the second is what is made.
    const path = (args: unknown[]) => (['linkSync', 'symlinkSync', 'copyFileSync'].includes(name) ? args[1] : args[0]);
    Object.assign(fs, {
      [name]: (...args: unknown[]) => around(`${name} ${named(path(args))}`, () => perform(...args)),
    });
  }
  DatabaseSync.prototype.exec = function (sql) {
    return sql === 'COMMIT' ? around('commit', () => exec.call(this, sql)) : exec.call(this, sql);
  };
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, { renameSync, rmSync, ...own });
    DatabaseSync.prototype.exec = exec;
    syncBuiltinESMExports();
  };
}

/** Node loads what copies folders when it is first used, and that keeps the functions that it then finds, for good. */
function loadCopying(): void {
  try {
    fs.cpSync('', '');
  } catch {
    // There is nothing to copy.
  }
}
