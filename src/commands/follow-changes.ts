/**
 * When `npm start` builds again: once things are quiet after a change. Programs save in many steps, and git changes
 * many files; what they leave in between is not worth a build.
 */
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isLeftover } from '../content/leftovers.ts';
import { isIn } from '../source/path-below.ts';
import { ruleFiles } from '../source/source.ts';
import { limitText } from './watch-limit.ts';

const milliseconds = {
  /** Without an event, until things are quiet. */
  quiet: 20,
  /** With events all the time, until it builds all the same. */
  patience: 2000,
};

type Followed = {
  /** With all that is in them. Whole paths, here and below. */
  folders: readonly string[];
  /** Files of their own. */
  files: readonly string[];
  /** Those of the folders of which hidden files count too. */
  withHidden?: readonly string[];
  /** Folders in those folders that are not followed. */
  except: readonly string[];
};

/**
 * Calls `changed` with what has changed; `warn` is told once what cannot be followed. Fulfilled when everything is followed,
 * with how to stop.
 */
export async function followChanges(
  { folders, files, withHidden = [], except }: Followed,
  changed: (paths: ReadonlySet<string>) => void,
  warn: (text: string) => void,
): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  let since: number | undefined;
  let paths = new Set<string>();
  const onEvent = (_event: string, path: string) => {
    paths.add(path);
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    const settle = () => {
      since = undefined;
      const found = paths;
      paths = new Set();
      changed(found);
    };
    timer = setTimeout(settle, Math.max(0, Math.min(milliseconds.quiet, since + milliseconds.patience - now)));
  };
  const watcher = watch([...folders, ...files], {
    ignoreInitial: true,
    ignored: (path) => !files.includes(path) && isPassedOver(path, folders, except, withHidden),
  });
  let isToldOfLimit = false;
  watcher.on('all', onEvent).on('error', (error) => {
    const limit = isToldOfLimit ? undefined : limitText(error as NodeJS.ErrnoException);
    if (limit === undefined) return;
    isToldOfLimit = true;
    warn(limit);
  });
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return () => {
    clearTimeout(timer);
    return watcher.close();
  };
}

/** What no build looks at: dotfiles that are none of git’s rules, as the temporary files of many programs are, other leftovers, and packages. */
export function isPassedOver(
  path: string,
  folders: readonly string[],
  except: readonly string[],
  withHidden: readonly string[] = [],
): boolean {
  const folder = folders.find((each) => isIn(each, path)) ?? sep;
  const names = relative(folder, path).split(sep);
  return (
    names.some(
      (name) =>
        (name.startsWith('.') && !withHidden.includes(folder) && !ruleFiles.includes(name)) ||
        name === 'node_modules' ||
        isLeftover(name),
    ) || except.some((each) => isIn(each, path))
  );
}
