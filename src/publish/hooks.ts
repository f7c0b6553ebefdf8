/**
 * What follows an edition: those who keep copies of pages are told which have changed. The ledger says of which edition each
 * hook was told last, so that what a failure, or a kill before it was told, leaves undone is part of what it is told next.
 */
import { isFeedFile } from '../content/own-addresses.ts';
import { absoluteUrl, urlOfOutput } from '../content/urls.ts';
import { type Hook, HookFailed, type News, type Surroundings } from './hooks/hook.ts';
import type { Edition, Ledger } from './ledger.ts';

/** `failure`, in sentences: it will be told again. */
export type Told = { hook: string; urls: number | 'everything'; failure?: string };

/**
 * Before anything is sent: a hook that is new is told of what comes from now on, and of what one that is not there any more was
 * not told, since that one may have had a wrong address.
 */
export function meetHooks(hooks: readonly Hook[], ledger: Ledger): void {
  const known = ledger.hooks();
  const names = new Set(hooks.map(({ name }) => name));
  const left = [...known].filter(([name]) => !names.has(name));
  const since = Math.min(ledger.editions(1)[0]?.number ?? 0, ...left.map(([, told]) => told));
  ledger.transaction(() => {
    for (const [name] of left) ledger.setHook(name, undefined);
    for (const name of names) if (!known.has(name)) ledger.setHook(name, since);
  });
}

/** Those that readers’ edition is news to. */
export function waitingHooks(hooks: readonly Hook[], ledger: Ledger): Hook[] {
  const live = ledger.editions(1)[0]?.number ?? 0;
  const told = ledger.hooks();
  return hooks.filter(({ name }) => (told.get(name) ?? live) < live);
}

/** `everythingAbove` is a number of URLs. */
export async function tellHooks(
  hooks: readonly Hook[],
  ledger: Ledger,
  { everythingAbove, ...surroundings }: Surroundings & { everythingAbove: number },
): Promise<Told[]> {
  const [edition] = ledger.editions(1);
  if (!edition) return [];
  const known = ledger.hooks();
  const results: Told[] = [];
  for (const hook of hooks) {
    const news = newsSince(known.get(hook.name) ?? edition.number, ledger, { edition, everythingAbove, surroundings });
    const failure = await hook.tell(news, surroundings).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof HookFailed) return error.message;
        throw error;
      },
    );
    if (failure === undefined) ledger.setHook(hook.name, edition.number);
    results.push({ hook: hook.name, urls: news.isEverything ? 'everything' : news.urls.length, failure });
  }
  return results;
}

type Asked = { edition: Edition; everythingAbove: number; surroundings: Surroundings };

function newsSince(told: number, ledger: Ledger, { edition, everythingAbove, surroundings: { site } }: Asked): News {
  const changed = ledger.changedSince(told);
  const paths = changed ?? ledger.everServed();
  const urlOf = (path: string) => absoluteUrl(urlOfOutput(path), site);
  const isFeed = (path: string) => isFeedFile(path.slice(path.lastIndexOf('/') + 1));
  return {
    edition,
    urls: paths.map(urlOf),
    feeds: paths.filter((path) => isFeed(path) && ledger.served(path)).map(urlOf),
    isEverything: changed === undefined || paths.length > everythingAbove,
  };
}
