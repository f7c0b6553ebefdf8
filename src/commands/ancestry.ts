/** An older commit never replaces a newer one. */
import { NotSent } from '../errors.ts';
import type { History } from '../source/history.ts';

type Asked = {
  history: History;
  /** The beginning of the id of a commit that readers have, and that is not in the history any more. */
  insteadOf?: string;
  /** How readers are given an older one. */
  goBack: string;
};

/** Throws NotSent unless a commit is, or is built upon, the one that readers have. */
export function mustFollow(theirs: string, ours: string, { history, insteadOf, goBack }: Asked): void {
  if (history.isAncestor(theirs, ours) || (insteadOf !== undefined && theirs.startsWith(insteadOf))) return;
  const [old, wanted] = [theirs.slice(0, 8), ours.slice(0, 8)];
  if (history.isAncestor(ours, theirs))
    throw new NotSent(
      `Readers have commit ${old}, which is newer than ${wanted}. Nothing was sent. To go back, ${goBack}.`,
    );
  throw new NotSent(
    `Readers have commit ${old}, which is not in the history of ${wanted}. Nothing was sent. Fetch all of the history and publish again; if it was rewritten on purpose, add --instead-of ${old}.`,
  );
}

/** Throws NotSent if a commit that is to be built again is not in this clone. */
export function mustBeHere(commit: string, history: History): void {
  if (history.commit(commit) !== undefined) return;
  throw new NotSent(
    `Commit ${commit.slice(0, 8)}, which readers have had, is not here. Nothing was sent. Fetch all of the history and try again; if it was rewritten on purpose, use publish with --resume and --instead-of ${commit.slice(0, 8)}.`,
  );
}
