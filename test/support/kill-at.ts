/**
 * Preloaded into a build with `node --import`: kills the process before or after the k-th step that
 * changes anything for good. KILL_AT is `before 7`, `after 7`, or `never`, which lists the steps on stderr
 * and copies what a kill would leave there: `dist` and `cache` in KILL_COPIES to `dist-before-7` and so on.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const [when, at] = (process.env.KILL_AT ?? 'never').split(' ');
const copies = process.env.KILL_COPIES;
const { cpSync, existsSync, renameSync, rmSync } = fs;
let steps = 0;

function copy(side: string): void {
  if (copies === undefined || when !== 'never') return;
  for (const name of ['dist', 'cache'])
    if (existsSync(join(copies, name)))
      cpSync(join(copies, name), join(copies, `${name}-${side}-${steps}`), { recursive: true });
}

/** `perform` is the step; the process ends on its near or its far side. */
function step<T>(name: string, perform: () => T): T {
  steps += 1;
  if (when === 'never') process.stderr.write(`${name}\n`);
  copy('before');
  if (when === 'before' && steps === Number(at)) process.kill(process.pid, 'SIGKILL');
  const result = perform();
  copy('after');
  if (when === 'after' && steps === Number(at)) process.kill(process.pid, 'SIGKILL');
  return result;
}

const { exec } = DatabaseSync.prototype;
fs.renameSync = (from, to) =>
  step(`rename ${basename(dirname(String(to)))}/${basename(String(to))}`, () => renameSync(from, to));
fs.rmSync = (path, options) =>
  step(`remove ${basename(dirname(String(path)))}/${basename(String(path))}`, () => rmSync(path, options));
syncBuiltinESMExports();
DatabaseSync.prototype.exec = function (sql) {
  return sql === 'COMMIT' ? step('commit', () => exec.call(this, sql)) : exec.call(this, sql);
};
