/**
 * The newsroom is the folder that the command was started in, or the one that `--newsroom` names; the engine is the
 * package that it was started from. Here they are the same folder.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { engineFile, engineRoot } from '../engine-files.ts';
import { WrongUsage } from '../errors.ts';

export type Newsroom = {
  /** Its folder, as a whole path. Paths in options are from there, and paths in Problems too. */
  root: string;
  /** How a command is called there. */
  call: Call;
};

/** `call('build', '--all')` may be “npm run build -- --all”. */
export type Call = (command: string, args?: string) => string;

export function openNewsroom(named: string | undefined): Newsroom {
  const root = resolve(named ?? '.');
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw new WrongUsage(`There is no folder ${root}. Name the newsroom’s folder with --newsroom.`);
  return { root, call: callIn(root) };
}

/** Takes `--newsroom DIR` out of the arguments, wherever it stands among them. */
export function takeNewsroom(args: readonly string[]): { named: string | undefined; rest: string[] } {
  const at = args.findIndex((arg) => arg === '--newsroom' || arg.startsWith('--newsroom='));
  if (at === -1) return { named: undefined, rest: [...args] };
  const isInline = args[at] !== '--newsroom';
  const value = isInline ? args[at]?.slice('--newsroom='.length) : args[at + 1];
  if (!value || (value.startsWith('-') && !isInline)) throw new WrongUsage('--newsroom needs a value after it.');
  return { named: value, rest: args.toSpliced(at, isInline ? 1 : 2) };
}

/** A folder by its name in the newsroom, which must be one: nothing is written beside what is none. */
export function folderIn({ root }: Newsroom, name: string): string {
  if (isNewsroom(root)) return join(root, name);
  throw new WrongUsage(
    `${root} is no newsroom: it has no content folder. Start the command in the newsroom’s folder, or name that folder with --newsroom.`,
  );
}

/** In a sparse clone the content may be missing; then its `package.json` tells. */
function isNewsroom(root: string): boolean {
  if (root === engineRoot || existsSync(join(root, 'content'))) return true;
  const { dependencies, devDependencies } = packageIn(root);
  return 'broadsheet' in { ...dependencies, ...devDependencies };
}

/** By a script of the newsroom's `package.json`, where it has one for it: npm passes on what comes after `--`. */
function callIn(root: string): Call {
  return (command, args = '') => {
    const scripts = Object.entries(packageIn(root).scripts ?? {});
    const named = (asked: string) => scripts.find(([, script]) => commandOf(script) === asked)?.[0];
    const own = named(command);
    if (own !== undefined) return [own === 'start' ? 'npm start' : `npm run ${own}`, args].filter(Boolean).join(' -- ');
    const any = named('');
    const way = any === undefined ? withoutScript(root) : `npm run ${any} --`;
    return [way, command, args].filter(Boolean).join(' ');
  };
}

/** `build` of “broadsheet build”, an empty text of “broadsheet” alone, which takes any command. */
function commandOf(script: string): string | undefined {
  const match = /^(?:node pack\/run\.ts && )?(?:broadsheet|node src\/cli\.js)(?: (\w+))?$/.exec(script);
  return match ? (match[1] ?? '') : undefined;
}

function withoutScript(root: string): string {
  const isInstalled = engineRoot.split(sep).includes('node_modules');
  return isInstalled ? 'npx broadsheet' : `node ${relative(root, engineFile('src/cli.js'))}`;
}

type Package = Partial<Record<'dependencies' | 'devDependencies' | 'scripts', Record<string, string>>>;

/** What cannot be read as JSON says nothing here; npm says what is wrong with it. */
export function packageIn(root: string): Package {
  try {
    return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  } catch {
    return {};
  }
}
