/** Asks for the links that are due, a few hosts at a time, and says what is known of all. */
import { askLink } from './ask-link.ts';
import { type Clock, PoliteSender } from './manners.ts';
import type { LinkMemory } from './memory.ts';
import { privateAddress, type Resolve, type Send } from './request.ts';
import { type Answer, isDue, type Known, knownAfter } from './verdict.ts';

type ToCheck = {
  addresses: readonly string[];
  memory: LinkMemory;
  clock: Clock;
  send: Send;
  /** Whether this machine has a network at all, is asked of the site's own host. */
  ownHost: string;
  resolve: Resolve;
  /** Links that are due later too. */
  everything: boolean;
  limits?: Partial<typeof defaultLimits>;
};

/** `minutes`: of the whole check; what is left is asked first the next time. */
const defaultLimits = { minutes: 10, hostsAtOnce: 8, pauseMs: 1000 };

/** `known`: what is remembered of each link, of those asked now too. */
export type LinksChecked = { known: ReadonlyMap<string, Known>; asked: number; left: number; hosts: number };

/** Undefined if there was no network: then nothing was learnt, and nothing is remembered. */
export async function checkLinksToOthers(toCheck: ToCheck): Promise<LinksChecked | undefined> {
  const { addresses, memory, clock, send, everything } = toCheck;
  const limits = { ...defaultLimits, ...toCheck.limits };
  const linked = new Set(addresses);
  memory.keepOnly((address) => linked.has(address), clock.now());
  const known = memory.links;
  const due = addresses.filter((address) => everything || isDue(known.get(address), secondsOf(clock)));
  const endsAt = clock.now() + limits.minutes * 60_000;
  const polite = new PoliteSender({ send, clock, pauseMs: limits.pauseMs, endsAt, rests: memory });
  // Until a host has answered, there may be no network.
  const unsaid: [string, Answer][] = [];
  let asked = 0;
  const keep = (address: string, answer: Answer) => {
    memory.remember(address, knownAfter(known.get(address), answer, secondsOf(clock)));
  };
  const ask = async (address: string) => {
    const answer = await askLink(address, polite);
    if (answer === undefined) return;
    asked++;
    if (answer.said === privateAddress) keep(address, answer);
    else unsaid.push([address, answer]);
    if (polite.hasHeard) for (const each of unsaid.splice(0)) keep(...each);
  };
  await askByHost(byHost(due, known), { ask, polite, hostsAtOnce: limits.hostsAtOnce });
  if (unsaid.length > 0 && !(await isThere(toCheck))) return undefined;
  for (const each of unsaid) keep(...each);
  return { known, asked, left: due.length - asked, hosts: new Set(addresses.map(hostOf)).size };
}

function secondsOf(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}

function hostOf(address: string): string {
  return new URL(address).hostname;
}

type OfHost = { host: string; addresses: string[] };

/** Those asked longest ago first, and of hosts that which has the first of them. */
function byHost(addresses: readonly string[], known: ReadonlyMap<string, Known>): OfHost[] {
  const askedAt = (address: string) => known.get(address)?.asked ?? 0;
  const oldest = addresses.toSorted((a, b) => askedAt(a) - askedAt(b) || (a < b ? -1 : 1));
  return [...Map.groupBy(oldest, hostOf)].map(([host, some]) => ({ host, addresses: some }));
}

type Asking = { ask(address: string): Promise<void>; polite: PoliteSender; hostsAtOnce: number };

/** Host after host is asked for one link, so that one with many does not keep the others waiting. */
async function askByHost(hosts: OfHost[], { ask, polite, hostsAtOnce }: Asking): Promise<void> {
  const askNext = async () => {
    while (!polite.isOver) {
      const host = hosts.shift();
      const address = host?.addresses.shift();
      if (!host || address === undefined) return;
      if (polite.isAtRest(host.host)) continue;
      await ask(address);
      if (host.addresses.length > 0) hosts.push(host);
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, askNext));
}

/** Of a machine without a network no host is there, not even the site's own. */
async function isThere({ ownHost, resolve }: ToCheck): Promise<boolean> {
  try {
    return (await resolve(ownHost)).length > 0;
  } catch {
    return false;
  }
}
