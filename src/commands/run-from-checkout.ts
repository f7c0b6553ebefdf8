/**
 * Runs a command as a person would who has checked out an older commit: with its layouts, code and packages, which those at
 * hand may differ from, or because of which nothing can be built. The target is as it is now.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '../catalog/cache-lock.ts';
import { TargetBusy } from '../errors.ts';
import { busy } from '../publish/lock.ts';
import { settingsFile } from '../publish/settings.ts';
import type { BesideContent } from '../source/beside-content.ts';
import { bringCheckout } from '../source/kept-checkout.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';
import { engineOf, installPackages } from './checkout-packages.ts';
import type { Newsroom } from './newsroom.ts';
import type { ExitCode } from './run-command.ts';
import { complain } from './terminal.ts';

export type FromCheckout = {
  commit: string;
  /** The command with its flags. `--content` is added if `isContentNamed`. */
  command: readonly string[];
  isContentNamed: boolean;
};

/** What it says goes where this command speaks. The target must be closed: it is opened there. */
export function runFromCheckout(
  { commit, command, isContentNamed }: FromCheckout,
  newsroom: Newsroom,
  beside: BesideContent,
): ExitCode {
  const cache = join(newsroom.root, '.cache');
  makeFolder(cache);
  const lock = lockFile(join(cache, 'checkout.sqlite'), 0);
  if (!lock) throw new TargetBusy(busy());
  try {
    const { top, content, below = '' } = beside;
    const folder = join(cache, 'checkout');
    complain(
      `Commit ${commit.slice(0, 8)} is built from a checkout of its own, .cache/checkout, because it differs in: ${told(beside.differing(commit))}.`,
    );
    bringCheckout(folder, commit, beside);
    const there = join(folder, below);
    makeFolder(there);
    putSettings(newsroom.root, there);
    const checkout = { top, folder, below };
    const why = installPackages(checkout);
    if (why !== undefined)
      complain(`Its own packages could not be installed, so it is built with those of the present commit: ${why}`);
    const args = isContentNamed ? [...command, '--content', join(folder, content)] : command;
    const run = spawnSync(process.execPath, [engineOf(checkout), ...args], { cwd: there, stdio: 'inherit' });
    if (run.error) throw run.error;
    return (run.status ?? 3) as ExitCode;
  } finally {
    lock.close();
  }
}

function putSettings(from: string, to: string): void {
  const file = join(from, settingsFile);
  if (existsSync(file)) replaceFile(join(to, settingsFile), readFileSync(file));
}

function told(files: readonly string[]): string {
  const most = 5;
  return `${files.slice(0, most).join(', ')}${files.length > most ? `, and ${files.length - most} more` : ''}`;
}
