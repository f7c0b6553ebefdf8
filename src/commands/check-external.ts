/** `broadsheet check --external`: other sites are asked here, and by nothing else that the engine does. */
import { setTimeout } from 'node:timers/promises';
import type { Catalog } from '../catalog/catalog.ts';
import { checkLinksToOthers } from '../check/external/check-links.ts';
import { countedLinks } from '../check/external/counted-links.ts';
import { findLinksToOthers } from '../check/external/links-to-others.ts';
import type { Clock } from '../check/external/manners.ts';
import { LinkMemory } from '../check/external/memory.ts';
import { resolveHost, type Sender, sender } from '../check/external/request.ts';
import { tellLinks } from '../check/external/told-links.ts';
import { unchangedSinceBuilt } from '../check/texts.ts';
import { engineVersion } from '../engine-files.ts';
import { MachineryError, MissingSource, WrongUsage } from '../errors.ts';
import type { Problem } from '../problem.ts';
import { openSource } from '../source/git-source.ts';
import { namesIn } from './file-names.ts';
import type { Newsroom } from './newsroom.ts';

type Options = {
  newsroom: Newsroom;
  content: string;
  cache: string;
  all?: boolean | undefined;
  minutes?: number | undefined;
};

/** What tests put in the place of the world; `mayAsk` of `sender`. */
export type World = { clock: Clock; resolve: Sender['resolve']; mayAsk?: Sender['mayAsk']; limitMs: number };

const world: World = {
  clock: { now: () => Date.now(), sleep: async (ms) => void (await setTimeout(ms)) },
  resolve: resolveHost,
  limitMs: 15_000,
};

/** The catalog is closed before anybody is asked, so that no build has to wait. `counted`: lines for people. */
export async function checkExternal(
  catalog: Catalog | undefined,
  { newsroom, content, cache, all: everything = false, minutes }: Options,
  { clock, resolve, mayAsk, limitMs }: World = world,
): Promise<{ told: Problem[]; counted: string[] }> {
  if (!catalog)
    throw new WrongUsage(
      `Which links the site has is not known, since it is not as the last build left it. Build it again: ${newsroom.call('build')}`,
    );
  const limits = minutes === undefined ? {} : { minutes };
  const { site, links, texts } = await readCatalog(catalog, content);
  const userAgent = `Broadsheet/${engineVersion()} (checks links of ${site.url}/)`;
  const send = sender({ userAgent, resolve, limitMs, ...(mayAsk && { mayAsk }) });
  const ownHost = new URL(site.url).hostname;
  const memory = new LinkMemory(cache);
  const addresses = [...links.keys()];
  const checked = await checkLinksToOthers({ addresses, memory, clock, send, ownHost, resolve, everything, limits });
  if (!checked)
    throw new MachineryError(
      `Nobody has answered, and ${ownHost} itself cannot be found: this machine seems to have no network. Nothing was remembered of this check.`,
    );
  const told = tellLinks(links, checked.known, { texts, name: namesIn(content, newsroom.root) });
  return { told, counted: countedLinks(checked, addresses.length) };
}

async function readCatalog(catalog: Catalog, content: string) {
  try {
    return { site: catalog.site, links: findLinksToOthers(catalog), texts: await openTexts(catalog, content) };
  } finally {
    catalog.close();
  }
}

/** Undefined where the content folder cannot be read, as in a sparse clone. */
async function openTexts(catalog: Catalog, content: string) {
  try {
    const source = await openSource(content);
    return { source, isAsBuilt: await unchangedSinceBuilt(catalog, source) };
  } catch (error) {
    if (error instanceof MachineryError || error instanceof MissingSource) return undefined;
    throw error;
  }
}
