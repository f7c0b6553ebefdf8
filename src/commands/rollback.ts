/** Gives readers an edition that they had before, without what was taken from them on purpose since, and holds it. */
import { join } from 'node:path';
import { NotBuilt, NotSent, WrongUsage } from '../errors.ts';
import { type Change, editionFile, inStages } from '../publish/change-list.ts';
import type { Edition } from '../publish/ledger.ts';
import { editionText, OwnFiles } from '../publish/own-files.ts';
import type { Target } from '../publish/target.ts';
import { bringsBack, changesBackTo } from '../publish/way-back.ts';
import { BesideContent } from '../source/beside-content.ts';
import type { PublishOptions, Sent } from './publish-commit.ts';

/** `live`: what readers have now, which is as `wanted` was. `refused`: they have what they had. */
export type RolledBack = { wanted: Edition; live: Edition; held: string; refused?: Sent };

/** Nothing was done: it is to be done from a checkout of the commit of `wanted`, once the target is closed. */
export type Elsewhere = { wanted: Edition; elsewhere: string };

/** To the edition of a number, or the one before the present. */
export async function rollback(
  target: Target,
  number: number | undefined,
  options: PublishOptions,
): Promise<RolledBack | Elsewhere> {
  const { ledger } = target;
  await target.load();
  const [present, ...before] = ledger.editions();
  if (!present) throw new NotSent('Nothing was ever published there, so there is nothing to go back to.');
  const wanted = number === undefined ? before[0] : before.find((edition) => edition.number === number);
  if (!wanted) throw new WrongUsage(noSuchEdition(number, present, before));
  const heldBefore = ledger.get('held');
  const held = heldBefore ?? present.revision;
  const changes = changesBackTo(wanted, ledger);
  if (!bringsBack(changes, ledger)) {
    ledger.set('held', held);
    const live = await sendBack(wanted, target, { changes, now: options.now });
    await target.save();
    return { wanted, live, held };
  }
  const beside = new BesideContent(options.history, options.newsroom);
  if (beside.differing(wanted.revision).length > 0) return { wanted, elsewhere: wanted.revision };
  // Who goes back to bytes that are there waits for nothing that builds.
  const { isRefused, publishCommit } = await import('./publish-commit.ts');
  ledger.set('held', held);
  const sent = await publishCommit(wanted.revision, target, { ...options, isBack: true }).catch((error: unknown) => {
    if (!(error instanceof NotBuilt)) throw error;
    ledger.set('held', heldBefore);
    throw error.cause;
  });
  if (isRefused(sent)) ledger.set('held', heldBefore);
  await target.save();
  const refused = isRefused(sent) ? sent : undefined;
  return { wanted, live: ledger.editions(1)[0] ?? present, held, refused };
}

/** The same bytes as then. What has become due since is published by the next `publish --if-due`. */
async function sendBack(
  { name, revision }: Edition,
  target: Target,
  { changes, now }: { changes: readonly Change[]; now: number },
): Promise<Edition> {
  const { ledger } = target;
  const own = new OwnFiles(join(target.cache, 'own'));
  const after = own.put(editionFile, editionText({ edition: name, commit: revision, published: now }));
  const others = changes.filter(({ path }) => path !== editionFile);
  const all = [...others, { path: editionFile, before: ledger.served(editionFile), after }];
  const at = Math.max(now, (ledger.editions(1)[0]?.at ?? 0) + 1);
  const live = await target.send({
    edition: { name, revision, at, how: 'rollback' },
    stages: inStages(all, (path) => path.endsWith('index.html')),
    fileOf: async (change) => own.fileOf(change.path) ?? target.kept(change.after?.hash ?? ''),
  });
  for (const change of others) if (change.after) ledger.stay(change.path);
  ledger.set('due', String(now));
  own.remove();
  return live;
}

function noSuchEdition(asked: number | undefined, present: Edition, before: readonly Edition[]): string {
  if (before.length === 0) return 'There is no edition before the present one.';
  const numbers = before.map(({ number }) => number).join(', ');
  if (asked === present.number) return `Edition ${asked} is what readers have. Before it were: ${numbers}.`;
  return `There is no edition ${asked} to go back to. There are: ${numbers}.`;
}
