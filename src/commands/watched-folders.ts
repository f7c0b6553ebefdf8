/**
 * A watch on every folder below some, whatever becomes of the folders. Linux watches inodes: a watch on a file, which
 * is what Node's recursive one is made of there, stays with a file that another has replaced
 * (https://github.com/nodejs/node/issues/52879). A watch on the folder that the file lies in sees whatever takes its name.
 */
import { type FSWatcher, readdirSync, type Stats, statSync, watch } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { limitText } from './watch-limit.ts';

/** Here one watch sees all that is below a folder, and keeps to names. */
const isDeepWatch = process.platform === 'darwin' || process.platform === 'win32';

/** Linux queues 16,384 events; of more the rest is lost, and nobody is told. */
const manyEvents = 4000;

type Settings = {
  /** Whole paths. What lies below one of the first is watched first, should there not be watches enough. */
  roots: readonly string[];
  isPassedOver: (path: string) => boolean;
  onEvent: () => void;
  /** Told once, with what to do, where the machine allows no more watches. */
  onLimit: (text: string) => void;
  /** Put by tests in place of Node's. */
  watch?: typeof watch;
};

export class WatchedFolders {
  readonly #settings: Settings;
  readonly #watches = new Map<string, FSWatcher>();
  /** Which folder it was that a root named when it was looked into; none since it went. */
  readonly #identities = new Map<string, string>();
  /** Folders in which something came or went since they were read. */
  readonly #stale = new Set<string>();
  #events = 0;
  #hasToldLimit = false;

  constructor(settings: Settings) {
    this.#settings = settings;
    for (const root of settings.roots) this.#takeUp(root);
  }

  /** Watches what is new. To be called after events and before anything is read, so that nothing later is missed. */
  catchUp(): void {
    if (this.#events > manyEvents) for (const root of this.#settings.roots) this.#takeUp(root);
    for (const folder of this.#stale) this.#explore(folder);
    this.#stale.clear();
    this.#events = 0;
  }

  /** Takes up roots that came back, or another folder in their place; true if there was one. To be called now and then. */
  findRoots(): boolean {
    const moved = this.#settings.roots.filter((root) => {
      const identity = identityOf(root);
      return identity !== undefined && identity !== this.#identities.get(root);
    });
    for (const root of moved) this.#takeUp(root);
    return moved.length > 0;
  }

  close(): void {
    for (const each of this.#watches.values()) each.close();
    this.#watches.clear();
  }

  #takeUp(root: string): void {
    this.#forget(root);
    this.#explore(root);
  }

  /** Watches a folder, and those below it that are not watched yet; the newest stories first, if not all can be. */
  #explore(folder: string): void {
    if (this.#settings.roots.includes(folder)) this.#identities.set(folder, identityOf(folder) ?? '');
    if (!this.#watches.has(folder) && !this.#watch(folder)) return;
    if (isDeepWatch) return;
    for (const name of foldersIn(folder).sort().reverse()) {
      const path = join(folder, name);
      if (!this.#watches.has(path) && !this.#settings.isPassedOver(path)) this.#explore(path);
    }
  }

  #watch(folder: string): boolean {
    try {
      const start = this.#settings.watch ?? watch;
      const watcher = start(folder, { recursive: isDeepWatch }, (type, name) => this.#notice(folder, type, name));
      watcher.on('error', () => this.#notice(folder, 'rename', basename(folder)));
      this.#watches.set(folder, watcher);
      return true;
    } catch (error) {
      this.#tellLimit(limitText(folder, error as NodeJS.ErrnoException));
      return false; // else gone, or not ours to read
    }
  }

  #notice(folder: string, type: string, name: string | null): void {
    this.#events += 1;
    // Its own name is told when a folder itself goes, and its watch with it; or what is in it is called the same.
    const isItself = type === 'rename' && name === basename(folder);
    if (isItself) this.#forget(folder);
    if (!isItself && name !== null && this.#settings.isPassedOver(join(folder, name))) return;
    if (type === 'rename') this.#stale.add(folder);
    this.#settings.onEvent();
  }

  /** A folder that was moved takes those in it along, and their watches. */
  #forget(folder: string): void {
    this.#identities.delete(folder);
    for (const [path, watcher] of this.#watches)
      if (path === folder || path.startsWith(folder + sep)) {
        watcher.close();
        this.#watches.delete(path);
      }
  }

  #tellLimit(text: string | undefined): void {
    if (text === undefined || this.#hasToldLimit) return;
    this.#hasToldLimit = true;
    this.#settings.onLimit(text);
  }
}

function identityOf(folder: string): string | undefined {
  const stat = statOf(folder);
  return stat?.isDirectory() ? `${stat.dev} ${stat.ino}` : undefined;
}

/** Undefined where there is nothing, or nothing that can be looked at. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    return []; // gone again: its folder tells of it
  }
}
