/** Processes on the system, as `ps` tells of them. */
import { spawnSync } from 'node:child_process';

/** Ids of those that the process began and that run. */
export function childrenOf(pid: number | undefined): number[] {
  const listed = spawnSync('ps', ['-eo', 'pid=,ppid=,stat='], { encoding: 'utf8' }).stdout.trim().split('\n');
  const rows = listed.map((line) => line.trim().split(/\s+/));
  return rows
    .filter(([, parent, state]) => Number(parent) === pid && !state?.startsWith('Z'))
    .map(([id]) => Number(id));
}
