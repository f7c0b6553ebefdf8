/** What a rollback sends: what an older edition had in place of what readers have. */
import type { Change, Served } from './change-list.ts';
import { isSame } from './change-list.ts';
import type { Edition, Ledger } from './ledger.ts';

/** Every path at which an older edition differs from what is served now. */
export function changesBackTo({ number }: Edition, ledger: Ledger): Change[] {
  const then = new Map<string, Served | undefined>();
  // The first change after it says what it had: the editions are told from the last one back.
  for (const later of ledger.editions()) {
    if (later.number <= number) break;
    for (const { path, before } of ledger.changes(later.number)) then.set(path, before);
  }
  return [...then].flatMap(([path, after]) => {
    const before = ledger.served(path);
    return isSame(before, after) ? [] : [{ path, before, after }];
  });
}

/**
 * Whether going back would bring back what was taken from readers on purpose: a story that is withdrawn now, or a picture or
 * document that is not part of the site any more.
 */
export function bringsBack(changes: readonly Change[], ledger: Ledger): boolean {
  const leaving = ledger.leaving();
  const isOfStories = (path: string) => !/\.(html|xml|atom|json|txt)$/.test(path);
  return (
    changes.some(
      ({ path, before, after }) => (before?.isGone && !after?.isGone) || (!before && after && isOfStories(path)),
    ) || [...leaving.keys()].some(isOfStories)
  );
}
