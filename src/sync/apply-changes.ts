/**
 * What a sync does with the files that differ, in one transaction: take in, check, derive, route, touch.
 * Any fault rolls all of it back.
 */

import type { Catalog } from '../catalog/catalog.ts';
import { joinsIn } from '../catalog/joins.ts';
import type { Looks } from '../catalog/looks.ts';
import { placeProblems } from '../catalog/place-problems.ts';
import { gonePath } from '../content/endings.ts';
import type { Site } from '../content/site.ts';
import { isFault, type Problem } from '../problem.ts';
import { Changes } from './changes.ts';
import { clockSpan, crossClock } from './clock.ts';
import { countAnew } from './counts.ts';
import { crossCheck } from './cross-check.ts';
import { deriveEntries } from './entries.ts';
import { expiresElsewhere } from './expires-elsewhere.ts';
import type { Inspection } from './inspect-pictures.ts';
import { type ChangedFiles, type Intake, takeIn } from './intake.ts';
import { touchByLooks } from './looks.ts';
import { nearIds } from './near-ids.ts';
import { changeNotices } from './notices.ts';
import type { Parser } from './parser.ts';
import { type PassedOver, tellHidden } from './passed-over.ts';
import { updateRoutes } from './route-set.ts';
import type { SyncOptions } from './sync.ts';
import { touchRoutes } from './touch.ts';
import type { Weights } from './weigh-files.ts';
import { spreadWithdrawals } from './withdrawals.ts';
import type { WordsShelf } from './words-shelf.ts';

export type ChangesToApply = Omit<SyncOptions, 'words' | 'parserFor'> & {
  parser: Parser | undefined;
  /** Needed where the site is among what changed. */
  words: WordsShelf | undefined;
  pictures: Inspection;
  weights: Weights;
  changed: ChangedFiles;
  passedOver: PassedOver;
  /** What the kinds of route are made of, if the engine is new. */
  looks: Looks | undefined;
  /** `site.yaml` differs, and is not only taken in again. */
  isSiteEdited: boolean;
  /** All that is there was read by another engine. */
  isReadAnew: boolean;
};

class Refused extends Error {
  readonly applied: Applied;

  constructor(applied: Applied) {
    super('The content has faults');
    this.applied = applied;
  }
}

/** All Problems, and the files that were asked for some. */
type Applied = { problems: Problem[]; looked: ReadonlySet<string> };

/** If one of the Problems is a fault, nothing was changed. `last` is done in the same transaction. */
export async function applyChanges(catalog: Catalog, options: ChangesToApply, last: () => void): Promise<Applied> {
  try {
    return await catalog.longTransaction(async () => {
      const applied = await applyAll(catalog, options);
      last();
      return applied;
    });
  } catch (error) {
    catalog.forgetRecords();
    if (error instanceof Refused) return error.applied;
    throw error;
  }
}

/** The Problems are advice; throws Refused if there is a fault. */
async function applyAll(catalog: Catalog, options: ChangesToApply): Promise<Applied> {
  const { now, rules, engine, looks, changed, passedOver, source } = options;
  const former = catalog.record<Site>('site.yaml');
  const span = clockSpan(catalog, now);
  const before = Number(catalog.state.get('now') ?? now);
  catalog.now = now;
  const changes = new Changes(!catalog.watches.isEmpty());
  const isAllRead = options.isSiteEdited || options.isReadAnew;
  const intake = await takeIn(catalog, { ...options, changes, isAllRead });
  catalog.forgetRecords();
  spreadWithdrawals(catalog, intake.dirty.keys(), intake.site);
  const turning = catalog.turns.filesIn(span);
  const crossing = crossClock(catalog, span, { turning, changes });
  const seen = [
    ...crossCheck(catalog, { ...intake, pageKinds: rules.pageKinds() }),
    ...nearIds(catalog, intake),
    ...expiresElsewhere(catalog, intake),
  ];
  const unplaced = seen.map((each) => tellHidden(each, passedOver));
  const problems = [...intake.problems, ...placeProblems(source, unplaced)];
  const applied = { problems, looked: options.isPreview ? lookedAt(catalog, changed, intake) : new Set<string>() };
  if (problems.some(isFault)) throw new Refused(applied);
  const { site, gone } = intake;
  const joins = joinsIn(catalog, site);
  const derivation = { catalog, changes, now, site, former: former ?? site, joins, gone };
  for (const [id, cause] of new Map([...crossing, ...intake.dirty, ...gone])) deriveEntries(derivation, id, cause);
  changeNotices(catalog, changes, { ...intake, turning, before });
  if (former && options.isReadAnew) countAnew({ catalog, changes }, intake.site.timeZone);
  const isWhole = looks !== undefined || changed.has('site.yaml');
  updateRoutes(catalog, changes, { rules, site: intake.site, files: changed.keys(), isWhole, isAllRead });
  if (isWhole || changes.hasRedirects) catalog.state.set('redirects', 'changed');
  const { isSiteEdited } = options;
  if (isWhole) touchByLooks(catalog, { engine: engine.all, looks, former, site: intake.site, isSiteEdited });
  touchRoutes(catalog, changes, intake.site);
  catalog.state.set('engine.content', engine.content);
  catalog.state.set('engine.all', engine.all);
  return applied;
}

function lookedAt(catalog: Catalog, changed: ChangedFiles, { recheck, endings }: Intake): Set<string> {
  const rechecked = [...recheck].flatMap((id) => catalog.files.withId(id)?.path ?? []);
  return new Set([...changed.keys(), ...rechecked, ...(endings.size > 0 ? [gonePath] : [])]);
}
