/**
 * What a newsroom has said for good: withdrawals, addresses that ended on purpose, until when pictures may be shown. Whatever
 * commit is built again, what was said since is laid over it.
 */
import type { History } from '../source/history.ts';
import type { FileId } from '../source/source.ts';

const saidForGood = '(^|[^a-zA-Z])(withdrawn|expires) *:';
const goneFile = 'gone.yaml';

/** Content files, as `until` has them, to be laid over `since`; null for one that is to be gone. */
export function statementsSince(since: string, until: string, history: History): Map<string, FileId | null> {
  const over = history.changedLines(since, until, saidForGood);
  for (const path of [...over.keys()]) if (over.get(path) === null) over.delete(path);
  const gone = history.changedLines(since, until, '^- ').get(goneFile);
  if (over.size === 0 && !gone) return over;
  const renames = history.renames(since, until);
  // What has another name since has it there too.
  for (const [old, path] of renames) if (over.has(path)) over.set(old, null);
  if (!gone) return over;
  over.set(goneFile, gone);
  for (const path of history.deleted(since, until))
    if (/^(articles|pages)\//.test(path) && !renames.has(path)) over.set(path, null);
  return over;
}
