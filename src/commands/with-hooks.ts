/** Work on a target, and then its hooks, also those that an earlier work has left. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Hook } from '../publish/hooks/hook.ts';
import { meetHooks, type Told, tellHooks, waitingHooks } from '../publish/hooks.ts';
import type { Ledger } from '../publish/ledger.ts';
import type { Target } from '../publish/target.ts';
import { complain } from './terminal.ts';

export type HookSettings = {
  hooks: readonly Hook[];
  /** A number of URLs. */
  everythingAbove: number;
  /** The target’s name. */
  name: string;
  newsroom: string;
  environment?: Readonly<Record<string, string | undefined>>;
  pause?(milliseconds: number): Promise<unknown>;
};

/** They come last, so that none can keep news from readers. Without settings, as when nothing is sent, none is asked. */
export async function withHooks<T>(
  target: Target,
  settings: HookSettings | undefined,
  work: () => Promise<T>,
): Promise<{ done: T; told: Told[] }> {
  if (!settings) return { done: await work(), told: [] };
  const { ledger } = target;
  const { name, hooks, ...others } = settings;
  meetHooks(hooks, ledger);
  const done = await work();
  const waiting = waitingHooks(hooks, ledger);
  if (waiting.length === 0) return { done, told: [] };
  await target.load();
  const { openCatalog } = await import('../catalog/catalog.ts');
  const catalog = openCatalog(target.cache);
  try {
    const { site } = catalog;
    const given = { environment: process.env, pause, ...others, site, target: name };
    const told = await tellHooks(waiting, ledger, given);
    await target.save();
    return { done, told };
  } finally {
    catalog.close();
  }
}

/** Whether all of them were told. Beside what a program may read. */
export function sayTold(told: readonly Told[], ledger: Ledger): boolean {
  for (const { hook, urls, failure } of told) {
    const news = urls === 'everything' ? 'everything' : `${urls} ${urls === 1 ? 'URL' : 'URLs'}`;
    if (failure === undefined) complain(`The hook “${hook}” was told: ${news}.`);
    else
      complain(
        `The hook “${hook}” failed. ${failure.trimEnd()}\nReaders have edition ${ledger.editions(1)[0]?.number ?? 0} all the same, but whoever was not told may still show the one before. The hook is repeated with the next publish, also one with --if-due.`,
      );
  }
  return told.every(({ failure }) => failure === undefined);
}
