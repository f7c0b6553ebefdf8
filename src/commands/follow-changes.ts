/**
 * When `npm start` builds again: once things are quiet after a change. Programs save in many steps, and git changes
 * many files; what they leave in between is not worth a build.
 */
import { relative, sep } from 'node:path';
import { isLeftover } from '../content/leftovers.ts';
import { statOf, WatchedFolders } from './watched-folders.ts';

const milliseconds = {
  /** Without an event, until things are quiet. */
  quiet: 60,
  /** With events all the time, until it builds all the same. */
  patience: 2000,
  /** Between looks at what no event tells of. */
  look: 1000,
};

type Followed = {
  /** With all that is in them. Whole paths, here and below. */
  folders: readonly string[];
  /** Files of their own, and links to look through. */
  files: readonly string[];
  /** Folders in those folders that are not followed. */
  except: readonly string[];
};

/** Calls `changed` after changes; `warn` is told what cannot be followed. Returns how to stop. */
export function followChanges(
  { folders, files, except }: Followed,
  changed: () => void,
  warn: (text: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let since: number | undefined;
  const settle = () => {
    since = undefined;
    watched.catchUp();
    changed();
  };
  const onEvent = () => {
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(milliseconds.quiet, since + milliseconds.patience - now)));
  };
  const watched = new WatchedFolders({
    roots: folders,
    isPassedOver: (path) => isPassedOver(path, folders, except),
    onEvent,
    onLimit: warn,
  });
  const stamps = new Map(files.map((file) => [file, stampOf(file)]));
  const looking = setInterval(() => {
    if (watched.findRoots()) onEvent();
    for (const file of files) {
      const stamp = stampOf(file);
      if (stamp !== stamps.get(file)) onEvent();
      stamps.set(file, stamp);
    }
  }, milliseconds.look);
  return () => {
    clearTimeout(timer);
    clearInterval(looking);
    watched.close();
  };
}

/** What no build looks at: dotfiles, as the temporary files of many programs are, other leftovers, and packages. */
export function isPassedOver(path: string, folders: readonly string[], except: readonly string[]): boolean {
  const folder = folders.find((each) => isIn(each, path)) ?? sep;
  const names = relative(folder, path).split(sep);
  return (
    names.some((name) => name.startsWith('.') || name === 'node_modules' || isLeftover(name)) ||
    except.some((each) => isIn(each, path))
  );
}

function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function stampOf(file: string): string {
  const stat = statOf(file);
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : '';
}
