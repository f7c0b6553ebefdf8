/** Which packages a checkout of the newsroom runs with: those at hand where its lockfile is the same, else its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFile, engineRoot } from '../engine-files.ts';
import { lockfiles, upwards } from '../source/beside-content.ts';
import { isIn, pathBelow } from '../source/path-below.ts';

/** The tops of the newsroom’s work tree and of the checkout, and the newsroom below either. */
export type Checkout = { top: string; folder: string; below: string };

/** Readers wait: a registry that does not answer is given up. */
const longestMilliseconds = 180_000;

/** Written when all is there: a kill leaves none. */
const whole = '.whole';

/** Returns why the packages at hand are used in place of its own, if that is so. */
export function installPackages({ top, folder, below }: Checkout): string | undefined {
  const home = upwards(below).find((each) => lockfiles.some((name) => existsSync(join(folder, each, name)))) ?? below;
  const [atHand, there] = [join(top, home), join(folder, home)];
  const modules = join(there, 'node_modules');
  if (existsSync(join(modules, whole))) return undefined;
  // First: what npm empties must never be the folder that a link leads to.
  rmSync(modules, { recursive: true, force: true });
  const saying = lockfiles.some((name) => existsSync(join(there, name))) ? lockfiles : ['package.json'];
  const isSame = saying.every((name) => bytesOf(join(atHand, name)) === bytesOf(join(there, name)));
  const why = isSame ? undefined : install(there);
  if (isSame || why !== undefined) linkPackages(join(atHand, 'node_modules'), modules);
  else writeFileSync(join(modules, whole), '');
  return why;
}

function bytesOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'latin1') : undefined;
}

function install(folder: string): string | undefined {
  if (!existsSync(join(folder, 'package-lock.json'))) return 'it has no package-lock.json';
  const args = ['ci', '--prefer-offline', '--no-audit', '--no-fund'];
  const { status, stderr, error } = spawnSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: longestMilliseconds,
  });
  if (status === 0 && existsSync(join(folder, 'node_modules'))) return undefined;
  const said = stderr?.trim() || error?.message || 'nothing was installed';
  return `npm ci failed: ${said}`;
}

function linkPackages(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) symlinkSync(from, to);
}

/** The file that starts Broadsheet there: its own, unless it runs with one that lies elsewhere. */
export function engineOf({ top, folder, below }: Checkout): string {
  const inRepository = isIn(top, engineRoot) ? pathBelow(top, engineRoot) : 'node_modules';
  if (!inRepository.split('/').includes('node_modules')) return join(folder, inRepository, 'src/cli.js');
  for (const each of upwards(below)) {
    const installed = join(folder, each, 'node_modules/broadsheet');
    if (existsSync(join(installed, 'package.json'))) return join(installed, commandOf(installed));
  }
  return engineFile('src/cli.js');
}

function commandOf(installed: string): string {
  const { bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  return typeof bin === 'string' ? bin : bin.broadsheet;
}
