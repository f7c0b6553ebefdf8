/**
 * Keeps to what hosts can expect of a program: one request at a time, a pause before the next, and none before the time
 * that a busy host has named. robots.txt is not asked for: it is for those who go from page to page, and here is a page that
 * the paper itself links to, asked for once a week.
 */
import type { Method, Reply, Send } from './request.ts';

/** `now` in milliseconds since 1970. */
export type Clock = { now(): number; sleep(ms: number): Promise<void> };

/** Where a busy host names no time, and how long it may ask for. */
const restMs = { usual: 3_600_000, most: 30 * 24 * 3_600_000 };

/** Until when hosts are to be left alone. */
type Rests = { restUntil: ReadonlyMap<string, number>; leaveAlone(host: string, until: number): void };

type Manners = {
  send: Send;
  clock: Clock;
  /** Between the end of a request to a host and the next. */
  pauseMs: number;
  /** From then on nobody is asked any more. */
  endsAt: number;
  rests: Rests;
};

export class PoliteSender {
  readonly #manners: Manners;
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #endedAt = new Map<string, number>();
  /** Whether any host has answered. */
  hasHeard = false;

  constructor(manners: Manners) {
    this.#manners = manners;
  }

  get isOver(): boolean {
    return this.#manners.clock.now() >= this.#manners.endsAt;
  }

  isAtRest(host: string): boolean {
    return (this.#manners.rests.restUntil.get(host) ?? 0) > this.#manners.clock.now();
  }

  /** The answer once it is the host's turn; undefined if it is not to be asked now. */
  ask(url: URL, method: Method): Promise<Reply | undefined> {
    const host = url.hostname;
    const asked = (this.#turns.get(host) ?? Promise.resolve()).then(() => this.#askInTurn(url, method));
    this.#turns.set(
      host,
      asked.catch(() => undefined),
    );
    return asked;
  }

  async #askInTurn(url: URL, method: Method): Promise<Reply | undefined> {
    const { clock, pauseMs, rests, send } = this.#manners;
    const host = url.hostname;
    const waitMs = (this.#endedAt.get(host) ?? Number.NEGATIVE_INFINITY) + pauseMs - clock.now();
    if (this.isOver || this.isAtRest(host)) return undefined;
    if (waitMs > 0) await clock.sleep(waitMs);
    if (this.isOver) return undefined;
    const reply = await send(url, method);
    this.#endedAt.set(host, clock.now());
    if ('failed' in reply) return reply;
    this.hasHeard = true;
    if (isBusy(reply.status)) rests.leaveAlone(host, clock.now() + restOf(reply.retryAfter, clock.now()));
    return reply;
  }
}

export function isBusy(status: number): boolean {
  return status === 429 || status === 503;
}

/** Of `Retry-After: 120`, or of a date. */
function restOf(retryAfter: string | undefined, now: number): number {
  const written = retryAfter?.trim() ?? '';
  const ms = /^\d+$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now;
  return Number.isNaN(ms) ? restMs.usual : Math.min(Math.max(ms, 0), restMs.most);
}
