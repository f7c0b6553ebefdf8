/**
 * Brings the catalog in step with a source and an instant, in one transaction: files, entries, counts,
 * the set of routes, and which of them are touched. Any Problem rolls all of it back.
 */
import { contentPath } from '../content/paths.ts';
import type { Site } from '../content/site.ts';
import type { Problem } from '../problem.ts';
import { type Catalog, states } from './catalog.ts';
import { Changes } from './changes.ts';
import { crossCheck } from './cross-check.ts';
import { deriveEntries } from './entries.ts';
import { type ChangedFiles, takeIn } from './intake.ts';
import { placeProblems } from './place-problems.ts';
import { type RouteRules, updateRoutes } from './route-set.ts';
import type { Base, FileId, Source } from './source.ts';
import { touchRoutes } from './touch.ts';

/** `content`: what decides how files are read; `all`: that and what decides how pages look. */
export type Engine = { content: string; all: string };

export type SyncOptions = {
  source: Source;
  /** The instant that is built for, in seconds since 1970. */
  now: number;
  rules: RouteRules;
  engine: Engine;
  /** Languages that the interface has words for. */
  words: readonly string[];
};

export type Synced = { problems: Problem[]; changedFiles: number; site: Site | undefined };

class Refused extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super('The content has Problems');
    this.problems = problems;
  }
}

export function syncCatalog(catalog: Catalog, options: SyncOptions): Synced {
  const { source, engine, now } = options;
  const candidates = source.candidates(readBase(catalog));
  const isReadAnew = catalog.state('engine.content') !== engine.content;
  let changed = differing(catalog, candidates.files, candidates.isComplete);
  if (isReadAnew || changed.has('site.yaml')) changed = everyFile(catalog, changed);
  const isEngineNew = catalog.state('engine.all') !== engine.all;
  try {
    const isNothingNew =
      changed.size === 0 && !isEngineNew && !isClockCrossing(catalog, now) && catalog.state('now') !== undefined;
    // The base belongs to what was taken in: killed between the two, a later revert would not be seen.
    catalog.db.transaction(() => {
      if (!isNothingNew) applyChanges(catalog, changed, options, isEngineNew || isReadAnew);
      writeBase(catalog, candidates.next);
    });
    return { problems: [], changedFiles: changed.size, site: catalog.site };
  } catch (error) {
    catalog.forgetRecords();
    if (error instanceof Refused) return { problems: error.problems, changedFiles: changed.size, site: undefined };
    throw error;
  }
}

/** The next instant at which something becomes public by itself, or undefined. */
export function nextDue(catalog: Catalog, now: number): number | undefined {
  return (
    catalog.db.get<{ due: number | null }>('SELECT min(due) AS due FROM article WHERE due > ?', now)?.due ?? undefined
  );
}

function applyChanges(catalog: Catalog, changed: ChangedFiles, options: SyncOptions, isEngineNew: boolean): void {
  const { source, now, rules, engine, words } = options;
  const former = catalog.record<Site>('site.yaml');
  const changes = new Changes();
  const intake = takeIn(catalog, changed, source, now, words, changes);
  catalog.forgetRecords();
  const crossing = crossClock(catalog, now);
  const problems = [...intake.problems, ...placeProblems(source, crossCheck(catalog, intake))];
  if (problems.length > 0) throw new Refused(problems);
  const sites = { site: intake.site, former: former ?? intake.site };
  for (const [id, cause] of new Map([...crossing, ...intake.dirty, ...intake.gone]))
    deriveEntries(catalog, id, cause, sites, changes);
  updateRoutes(catalog, changes, rules, intake.site, isEngineNew || changed.has('site.yaml'));
  if (isEngineNew || changed.has('site.yaml'))
    catalog.db.run(
      "INSERT OR IGNORE INTO touched SELECT id, 'the layouts, the program or site.yaml changed' FROM route",
    );
  touchRoutes(catalog, changes, intake.site);
  catalog.setState('now', String(now));
  catalog.setState('engine.content', engine.content);
  catalog.setState('engine.all', engine.all);
}

function clockSpan(catalog: Catalog, now: number): [number, number] {
  const before = Number(catalog.state('now') ?? now);
  return [Math.min(before, now), Math.max(before, now)];
}

function isClockCrossing(catalog: Catalog, now: number): boolean {
  return (
    catalog.db.get('SELECT 1 FROM article WHERE due > ? AND due <= ? LIMIT 1', ...clockSpan(catalog, now)) !== undefined
  );
}

/** Articles that become public or hidden as the clock moves, either way, and their other languages, by id with the cause. */
function crossClock(catalog: Catalog, now: number): Map<number, string> {
  const crossing = new Map<number, string>();
  const due = catalog.db.all<{ id: number; due: number; path: string; value: string }>(
    'SELECT article.id, due, path, value FROM article JOIN file USING (id) WHERE due > ? AND due <= ?',
    ...clockSpan(catalog, now),
  );
  for (const { id, path, value, ...row } of due) {
    const { story, withdrawn } = JSON.parse(value) as { story: string; withdrawn?: object };
    const state = row.due > now ? states.hidden : withdrawn ? states.withdrawn : states.public;
    catalog.db.run('UPDATE article SET state = ? WHERE id = ?', state, id);
    const siblings = catalog.db.all<{ id: number }>(
      'SELECT id FROM file JOIN article USING (id) WHERE path GLOB ?',
      `articles/${story}.*`,
    );
    for (const sibling of siblings) crossing.set(sibling.id, path);
  }
  return crossing;
}

function readBase(catalog: Catalog): Base | undefined {
  const base = catalog.state('base');
  return base === undefined ? undefined : JSON.parse(base);
}

function writeBase(catalog: Catalog, base: Base): void {
  const written = JSON.stringify(base);
  if (catalog.state('base') !== written) catalog.setState('base', written);
}

/** The candidates whose mode or blob is not the catalog's, and, of a complete list, what is gone from it. */
function differing(
  catalog: Catalog,
  files: Map<string, FileId | null>,
  isComplete: boolean,
): Map<string, FileId | null> {
  const changed = new Map<string, FileId | null>();
  for (const [path, file] of files) {
    if (contentPath(path, file?.mode ?? 0) === undefined) continue;
    const known = catalog.file(path);
    if (file === null ? known : known?.blob !== file.blob || known.mode !== file.mode) changed.set(path, file);
  }
  if (isComplete) {
    for (const { path } of catalog.db.all<{ path: string }>('SELECT path FROM file'))
      if (!files.has(path)) changed.set(path, null);
  }
  return sorted(changed);
}

/** All files there will be, for when the way they are read changed. */
function everyFile(catalog: Catalog, changed: Map<string, FileId | null>): Map<string, FileId | null> {
  const all = new Map(changed);
  for (const { path, mode, blob } of catalog.db.all<FileId & { path: string }>('SELECT path, mode, blob FROM file'))
    if (!all.has(path)) all.set(path, { mode, blob });
  return sorted(all);
}

function sorted(files: Map<string, FileId | null>): Map<string, FileId | null> {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
