/**
 * Which commit a target gets: the last one, unless readers have a newer one, or it is held, or it has Problems. What was
 * promised for now comes out all the same, with the commit that readers have.
 */
import { NotSent } from '../errors.ts';
import type { Ledger } from '../publish/ledger.ts';
import type { Target } from '../publish/target.ts';
import type { History } from '../source/history.ts';
import { isRefused, type PublishOptions, publishCommit, type Sent } from './publish-commit.ts';

export type Asked = PublishOptions & {
  head: string;
  /** A commit that readers have, and that is not in the history any more. */
  insteadOf?: string;
  isOnlyIfDue?: boolean;
};

/** `sent`: what was tried, in that order. `held`: the commit that was not, because it was rolled back from. */
export type Published = { sent: Sent[]; held?: string };

/** Throws NotSent where what readers have is newer than what is asked for. */
export async function publish(target: Target, asked: Asked): Promise<Published> {
  const { ledger } = target;
  const { revision, held } = choose(ledger, asked);
  if (asked.isOnlyIfDue && isNothingToDo(ledger, revision, asked.now)) return { sent: [] };
  await target.load();
  const sent = [await publishCommit(revision, target, asked)];
  if (sent.some(isRefused)) {
    const [last] = ledger.editions(1);
    if (last && last.revision !== revision && isDue(ledger, asked.now))
      sent.push(await publishCommit(last.revision, target, asked));
    ledger.set('refused', revision);
  }
  if (!asked.isDry) await target.save();
  return { sent, held };
}

type Choice = { revision: string; held?: string };

function choose(ledger: Ledger, { history, head, insteadOf }: Asked): Choice {
  const [last] = ledger.editions(1);
  if (!last) return { revision: head };
  const held = ledger.get('held');
  if (held !== undefined && !isTakenBack(held, last.revision, { history, head }))
    return { revision: last.revision, held };
  if (held !== undefined) ledger.set('held', undefined);
  if (history.isAncestor(last.revision, head) || insteadOf === last.revision) return { revision: head };
  const [theirs, ours] = [last.revision.slice(0, 8), head.slice(0, 8)];
  if (history.isAncestor(head, last.revision))
    throw new NotSent(
      `Readers have commit ${theirs}, which is newer than ${ours}. Nothing was sent. To go back, use rollback.`,
    );
  throw new NotSent(
    `Readers have commit ${theirs}, which is not in the history of ${ours}. Nothing was sent. Fetch all of the history and publish again; if it was rewritten on purpose, add --instead-of ${theirs}.`,
  );
}

/** Whether the history takes back a commit that was rolled back from, or one before it that readers do not have either. */
function isTakenBack(held: string, theirs: string, { history, head }: { history: History; head: string }): boolean {
  const taken = new Set(history.reverts(theirs, head));
  return [held, ...history.between(theirs, held)].some((commit) => taken.has(commit));
}

function isNothingToDo(ledger: Ledger, revision: string, now: number): boolean {
  const isKnown = ledger.editions(1)[0]?.revision === revision || ledger.get('refused') === revision;
  return isKnown && !isDue(ledger, now);
}

function isDue(ledger: Ledger, now: number): boolean {
  const due = ledger.get('due');
  return due !== undefined && Number(due) <= now;
}
