/** What a sync says of a newsroom that nobody writes to a disk, and which has no routes: for questions asked by the hundred. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, openCatalog } from '../../src/catalog/catalog.ts';
import type { Problem } from '../../src/problem.ts';
import { routeRules } from '../../src/routes/rules.ts';
import { modes, type Source } from '../../src/source/source.ts';
import { syncCatalog } from '../../src/sync/sync.ts';
import { openWordsShelf, type WordsShelf } from '../../src/sync/words-shelf.ts';
import { temporaryFolder } from './folder-contents.ts';
import { authorYaml, lateEnough, projectRoot, siteYaml, testEngine } from './newsroom.ts';
import { shippedShelf } from './words.ts';

/** By path below `content/`. */
export type Files = Record<string, string | Uint8Array>;

export const emptyNewsroom: Files = { 'site.yaml': siteYaml, 'authors/desk.yaml': authorYaml };

const wordsFolder = '../layouts/words/';

/** It goes from newsroom to newsroom, so that only what differs is read. */
let shared: Catalog | undefined;

export async function problemsOf(files: Files): Promise<Problem[]> {
  const own = Object.keys(files).filter((path) => path.startsWith(wordsFolder));
  shared ??= openCatalog(undefined);
  const catalog = own.length > 0 ? openCatalog(undefined) : shared;
  const rules = { ...routeRules, at: () => [], always: () => [] };
  const words = async () => (own.length > 0 ? shelfWith(files, own) : shippedShelf);
  const options = { source: sourceOf(files), now: lateEnough, rules, engine: testEngine, words };
  return (await syncCatalog(catalog, options)).problems;
}

/** Words are read from a disk alone. */
function shelfWith(files: Files, own: readonly string[]): WordsShelf {
  const path = temporaryFolder();
  for (const each of own) writeFileSync(join(path, each.slice(wordsFolder.length)), files[each] ?? '');
  const shipped = { path: join(projectRoot, 'layouts/words'), name: 'layouts/words' };
  return openWordsShelf([shipped, { path, name: wordsFolder.slice(0, -1) }]);
}

function sourceOf(files: Files): Source {
  const blobOf = (path: string) =>
    createHash('sha1')
      .update(files[path] ?? '')
      .digest('hex');
  const paths = Object.keys(files).filter((path) => !path.startsWith(wordsFolder));
  return {
    name: 'memory',
    candidates: () => ({
      files: new Map(paths.map((path) => [path, { mode: modes.file, blob: blobOf(path) }])),
      isComplete: true,
      untracked: new Set(),
      hidden: [],
      next: { tree: '', dirty: [] },
    }),
    read: (wanted) => new Map(wanted.map(({ path }) => [path, Buffer.from(files[path] ?? '')])),
  };
}
