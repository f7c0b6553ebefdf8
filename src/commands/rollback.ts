/** Gives readers an edition that they had before, without what was taken from them on purpose since, and holds it. */
import { join } from 'node:path';
import { openCatalog } from '../catalog/catalog.ts';
import { NotBuilt, NotSent, WrongUsage } from '../errors.ts';
import { type Change, editionFile, inStages } from '../publish/change-list.ts';
import type { Edition } from '../publish/ledger.ts';
import { editionText, OwnFiles } from '../publish/own-files.ts';
import type { Target } from '../publish/target.ts';
import { bringsBack, changesBackTo } from '../publish/way-back.ts';
import { BesideContent } from '../source/beside-content.ts';
import { mustBeHere } from './ancestry.ts';
import type { PublishOptions, Sent } from './publish-commit.ts';

/** `live`: what readers have now, which is as `wanted` was. `refused`: they have what they had. */
export type RolledBack = { wanted: Edition; live: Edition; held: string; refused?: Sent };

/** Nothing was done: it is to be done from a checkout of the commit of `wanted`, once the target is closed. */
export type Elsewhere = { wanted: Edition; elsewhere: string };

/** To the edition of a number, or the last one of the commit before. What readers have, and whether it is held, is as it was if this throws. */
export async function rollback(
  target: Target,
  number: number | undefined,
  options: PublishOptions,
): Promise<RolledBack | Elsewhere> {
  const { ledger } = target;
  await target.load();
  const [present, ...before] = ledger.editions();
  if (!present) throw new NotSent('Nothing was ever published there, so there is nothing to go back to.');
  const heldBefore = ledger.get('held');
  const wanted = wantedOf(number, { present, before, isHeld: heldBefore !== undefined });
  const held = heldBefore ?? present.revision;
  const changes = changesBackTo(wanted, ledger);
  const isToBuild = bringsBack(changes, ledger) || hasEndedSince(wanted, target, options.now);
  if (isToBuild && isOfOtherFiles(wanted, options)) return { wanted, elsewhere: wanted.revision };
  ledger.set('held', held);
  try {
    const refused = isToBuild
      ? await buildBack(wanted, target, options)
      : await sendBack(wanted, target, { changes, now: options.now });
    if (refused) ledger.set('held', heldBefore);
    await target.save();
    return { wanted, live: ledger.editions(1)[0] ?? present, held, refused };
  } catch (error) {
    ledger.set('held', heldBefore);
    throw error;
  }
}

/** Whether layouts, code or packages were others then. The commit must be here. */
function isOfOtherFiles({ revision }: Edition, { history, newsroom }: PublishOptions): boolean {
  mustBeHere(revision, history);
  return new BesideContent(history, newsroom).differing(revision).length > 0;
}

/** Whether the clock has taken something from readers that may have been in an edition, as a picture that another story still shows. */
function hasEndedSince({ at }: Edition, { cache }: Target, now: number): boolean {
  const catalog = openCatalog(cache);
  try {
    return catalog.turns.takesAwayIn([at, now]);
  } finally {
    catalog.close();
  }
}

/** What became of the commit if that was refused. */
async function buildBack({ revision }: Edition, target: Target, options: PublishOptions): Promise<Sent | undefined> {
  // Who goes back to bytes that are there waits for nothing that builds.
  const { isRefused, publishCommit } = await import('./publish-commit.ts');
  const sent = await publishCommit(revision, target, { ...options, isBack: true }).catch((error: unknown) => {
    throw error instanceof NotBuilt ? error.cause : error;
  });
  return isRefused(sent) ? sent : undefined;
}

/** The same bytes as then. What has become due since is published by the next `publish --if-due`. */
async function sendBack(
  { name, revision }: Edition,
  target: Target,
  { changes, now }: { changes: readonly Change[]; now: number },
): Promise<undefined> {
  const { ledger } = target;
  const own = new OwnFiles(join(target.cache, 'own'));
  const after = own.put(editionFile, editionText({ edition: name, commit: revision, published: now }));
  const others = changes.filter(({ path }) => path !== editionFile);
  const all = [...others, { path: editionFile, before: ledger.served(editionFile), after }];
  const at = Math.max(now, (ledger.editions(1)[0]?.at ?? 0) + 1);
  await target.send({
    edition: { name, revision, at, how: 'rollback' },
    stages: inStages(all, (path) => path.endsWith('index.html')),
    fileOf: async (change) => own.fileOf(change.path) ?? target.kept(change.after?.hash ?? ''),
  });
  for (const change of others) if (change.after) ledger.stay(change.path);
  ledger.set('due', String(now));
  own.remove();
}

type Editions = { present: Edition; before: readonly Edition[]; isHeld: boolean };

/** Under a hold those between are what was gone back from. The present commit’s own become what readers have by themselves. */
function wantedOf(number: number | undefined, { present, before, isHeld }: Editions): Edition {
  const isOther = ({ revision }: Edition) => revision !== present.revision;
  const since = isHeld ? before.findLastIndex((each) => !isOther(each)) + 1 : 0;
  const wanted =
    number === undefined ? before.slice(since).find(isOther) : before.find((edition) => edition.number === number);
  if (!wanted) throw new WrongUsage(noSuchEdition(number, present, before));
  if (isOther(wanted)) return wanted;
  throw new WrongUsage(
    `Edition ${wanted.number} is of commit ${wanted.revision.slice(0, 8)}, as what readers have: it would become that again at once. Go back to an edition of another commit, or publish one that mends it.`,
  );
}

function noSuchEdition(asked: number | undefined, present: Edition, before: readonly Edition[]): string {
  const numbers = before.map(({ number }) => number).join(', ');
  if (asked === undefined || before.length === 0)
    return `There is no edition of a commit before the present one${before.length === 0 ? '' : `. There are: ${numbers}`}.`;
  if (asked === present.number) return `Edition ${asked} is what readers have. Before it were: ${numbers}.`;
  return `There is no edition ${asked} to go back to. There are: ${numbers}.`;
}
