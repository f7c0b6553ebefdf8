/** A commit that a command names, or works on. */
import { WrongUsage } from '../errors.ts';
import type { History } from '../source/history.ts';

/** Its whole id. */
export function commitNamed(name: string, history: History): string {
  const commit = history.commit(name);
  if (commit !== undefined) return commit;
  throw new WrongUsage(
    name === 'HEAD' ? 'This repository has no commit yet. Commit, then publish.' : `There is no commit “${name}” here.`,
  );
}
