/** From what a build left to what a target needs: every path at which the edition differs from what is served. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, editionFile, isSame, type Served } from './change-list.ts';
import { builtIn, type Ledger } from './ledger.ts';

export type Built = {
  /** The folder of what was built. */
  folder: string;
  /** Whether that is the whole site, or what changed since the ledger was in step with the cache. */
  isWhole: boolean;
  /** Of what changed: what is no more, by path. */
  removed: readonly string[];
  /** Whether a path says that its story was withdrawn. */
  isGone(path: string): boolean;
};

/** What is to be sent. */
export type Outgoing = {
  changes: Change[];
  /** In the edition before, and not in this one: some of it is among the changes, the rest is served a while longer. */
  ended: readonly string[];
  /** In the edition again. */
  staying: readonly string[];
};

/** `now` and `grace` in seconds: what is no more stays so long, except beside a withdrawal, with which all goes at once. */
export function outgoingOf(built: Built, ledger: Ledger, { now, grace }: { now: number; grace: number }): Outgoing {
  const wanted = new Map<string, Served | undefined>(wantedBefore(ledger));
  for (const path of filesIn(built.folder)) wanted.set(path, servedAs(join(built.folder, path), built.isGone(path)));
  const removed = built.isWhole ? notIn(ledger, wanted) : built.removed;
  for (const path of removed) wanted.set(path, undefined);
  const left = ledger.leaving();
  const changes: Change[] = [];
  const gone: Change[] = [];
  const staying: string[] = [];
  for (const [path, after] of wanted) {
    if (after && left.has(path)) staying.push(path);
    const change = { path, before: ledger.served(path), after };
    if (isSame(change.before, after)) continue;
    if (after) changes.push(change);
    else gone.push(change);
  }
  const isAtOnce = grace === 0 || changes.some(({ before, after }) => after?.isGone && !before?.isGone);
  const ended = gone.map(({ path }) => path).filter((path) => !left.has(path));
  for (const [path, since] of left) {
    if (wanted.get(path) || (since + grace > now && !isAtOnce)) continue;
    if (!gone.some((each) => each.path === path)) gone.push({ path, before: ledger.served(path) });
  }
  const isInTheWay = inTheWayOf(changes);
  const isDue = ({ path }: Change) => isAtOnce || isInTheWay(path) || (left.get(path) ?? now) + grace <= now;
  return { changes: [...changes, ...gone.filter(isDue)], ended, staying };
}

/** Whether a file of a path stands where a folder is to be, or in a folder that is to be a file. */
function inTheWayOf(changes: readonly Change[]): (path: string) => boolean {
  const files = new Set(changes.map(({ path }) => path));
  const folders = new Set(changes.flatMap(({ path }) => foldersOf(path)));
  return (path) => folders.has(path) || foldersOf(path).some((folder) => files.has(folder));
}

function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

/** What rollbacks have laid over what the cache stands for, as it was before. */
function* wantedBefore(ledger: Ledger): Iterable<[string, Served | undefined]> {
  const { number: since } = builtIn(ledger);
  const later = ledger.editions().filter(({ number }) => number > since);
  // The first change of a path is the one whose “before” counts: it is told last.
  for (const { number } of later)
    for (const { path, before } of ledger.changes(number)) if (path !== editionFile) yield [path, before];
}

/** Of the whole site: what is served and not in it, but what the target has of its own. */
function notIn(ledger: Ledger, wanted: ReadonlyMap<string, unknown>): string[] {
  const own = ownPaths(ledger);
  return [...ledger.manifest()].map(([path]) => path).filter((path) => !wanted.has(path) && !own.has(path));
}

/** Where the target has something of its own. */
export function ownPaths(ledger: Ledger): ReadonlySet<string> {
  return new Set([editionFile, ...ledger.answers().keys()]);
}

export function servedAs(file: string, isGone: boolean): Served {
  return { hash: createHash('sha256').update(readFileSync(file)).digest('hex'), isGone };
}

/** The files of a built site, without what it keeps for itself. */
export function filesIn(folder: string, below = ''): string[] {
  if (!existsSync(join(folder, below))) return [];
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (path === '.edition' || path === '.tmp') return [];
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });
}
