/**
 * A shell beside each process of the tests, which starts what the tests start and wait for: git, by the thousand. To fork
 * such a process itself, of hundreds of megabytes that are mapped once more each time, takes several times as long as git does.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Takes the name of a script and answers with it and its exit code, until nobody can ask any more. */
const loop = `while read -r name; do
  (. "./$name") <"$name.in" >"$name.out" 2>"$name.err"
  echo "$name $?" >&3
done <asks 3<>answers`;

/** Vitest calls it before all tests. BROADSHEET_RUN is the folder of this run, with one for each process by the number that vitest gives it. */
export function setup({ vitest }: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-run-'));
  const shells = Array.from({ length: Number(vitest.config.maxWorkers) }, (_, index) => {
    const own = join(folder, String(index + 1));
    mkdirSync(own);
    spawnSync('mkfifo', ['asks', 'answers'], { cwd: own });
    const shell = spawn('/bin/sh', ['-c', loop], { cwd: own, stdio: 'ignore' });
    return { shell, asks: openSync(join(own, 'asks'), 'w') };
  });
  process.env.BROADSHEET_RUN = folder;
  return async () => {
    const ended = shells.map(({ shell }) => once(shell, 'exit'));
    for (const { asks } of shells) closeSync(asks);
    await Promise.all(ended);
    rmSync(folder, { recursive: true, force: true });
  };
}
