/** A newsroom and a catalog that is brought in step with it, without building anything. */
import { onTestFinished } from 'vitest';
import { type Catalog, openCatalog } from '../../src/catalog/catalog.ts';
import type { Problem } from '../../src/problem.ts';
import { routeRules } from '../../src/routes/rules.ts';
import { openSource } from '../../src/source/git-source.ts';
import { syncCatalog } from '../../src/sync/sync.ts';
import { lateEnough, type Newsroom, testEngine } from '../support/newsroom.ts';
import { shippedShelf } from '../support/words.ts';

export type SyncedWith = { content?: string; commit?: string; now?: number };

export function catalogInMemory(): Catalog {
  const catalog = openCatalog(undefined);
  onTestFinished(() => catalog.close());
  return catalog;
}

export async function problemsOfSync(
  catalog: Catalog,
  room: Newsroom,
  { content = room.content, commit, now = lateEnough }: SyncedWith = {},
): Promise<Problem[]> {
  const source = await openSource(content, commit);
  const words = async () => shippedShelf;
  return (await syncCatalog(catalog, { source, now, rules: routeRules, engine: testEngine, words })).problems;
}
