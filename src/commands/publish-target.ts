/** The target that a command names, opened. */
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nearest } from '../content/suggest.ts';
import { WrongUsage } from '../errors.ts';
import { openFolderTarget } from '../publish/folder-target.ts';
import { hooksOf } from '../publish/hook-form.ts';
import type { FolderSettings } from '../publish/nginx.ts';
import { connectBySsh } from '../publish/remote/ssh.ts';
import { readSettings, settingsFile, type TargetSettings } from '../publish/settings.ts';
import type { Target } from '../publish/target.ts';
import type { Newsroom } from './newsroom.ts';
import { problemsAsText } from './print-problems.ts';
import { complain } from './terminal.ts';
import type { HookSettings } from './with-hooks.ts';

export function targetSettings({ root }: Newsroom, name: string | undefined): TargetSettings {
  const file = join(root, settingsFile);
  if (!existsSync(file))
    throw new WrongUsage(
      `There is no ${settingsFile} here, so it is not known where to publish. Write it, for a folder that a web server serves:\n\ntargets:\n  - name: live\n    folder: /srv/my-paper`,
    );
  const { targets, sound, problems } = readSettings(readFileSync(file), settingsFile);
  const named = sound.find((target) => target.name === name);
  if (problems.length > 0 && !named) throw new WrongUsage(problemsAsText(problems));
  if (problems.length > 0) complain(`${problemsAsText(problems)}\nThe target “${name}” is right, and is used.\n`);
  if (named) return named;
  const names = targets.map((target) => target.name);
  if (name === undefined) throw new WrongUsage(`Name the target with --to. ${settingsFile} has: ${names.join(', ')}.`);
  const near = nearest(name, names);
  throw new WrongUsage(
    `${settingsFile} has no target “${name}”. ${near === undefined ? `It has: ${names.join(', ')}.` : `Did you mean “${near}”?`}`,
  );
}

/** `what` is being done there, for those who come meanwhile. */
export async function openTarget({ name, folder, ssh, store, pages }: TargetSettings, what: string): Promise<Target> {
  if (pages !== undefined)
    throw new WrongUsage(
      `The target “${name}” is a pages host, which its own tool uploads to and goes back on. What is uploaded is made by: broadsheet pages --to ${name}`,
    );
  const since = new Date().toISOString().slice(0, 19);
  const who = `${what}, process ${process.pid} on ${hostname()}, since ${since}Z`;
  if (folder !== undefined && ssh !== undefined) {
    const { openRemoteTarget } = await import('../publish/remote/remote-target.ts');
    return openRemoteTarget(connectBySsh(ssh, process.env), folder, who);
  }
  if (!store) return openFolderTarget(folder ?? '', who);
  const { openStoreTarget } = await import('../publish/store-target.ts');
  return openStoreTarget(store, who, { environment: process.env, pause, chance: Math.random });
}

/** Of a target that a server of one’s own has. `refusal`: what another is or does not, `which nginx does not serve`. */
export function folderOf({ name, folder, store, server }: TargetSettings, refusal: string): FolderSettings {
  if (folder !== undefined) return { name, folder, server };
  const what = store ? 'an object store' : 'a pages host';
  throw new WrongUsage(`The target “${name}” is ${what}, which ${refusal}. Name one that is a folder.`);
}

export function hookSettings({ name, hooks, everythingAbove }: TargetSettings, { root }: Newsroom): HookSettings {
  return { name, hooks: hooksOf(hooks), everythingAbove, newsroom: root };
}
