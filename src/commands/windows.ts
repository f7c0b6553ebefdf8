/**
 * The browser’s windows on what `npm start` shows. Each holds a connection, is told over it what its page is now, and loads it
 * again if that is another one, once somebody sees it. It says when it has painted a page, and when it is hidden.
 */
import { setTimeout } from 'node:timers/promises';
import type { WebSocket } from 'ws';

/** `state`: what was told last of the page at its address. */
type Window = { address: string; state: string; isSeen: boolean };

/** Of windows that load their page again: one that was closed meanwhile never says that it has. */
const patienceMilliseconds = 500;

export class Windows {
  readonly #stateOf: (address: string) => string | undefined;
  readonly #open = new Map<WebSocket, Window>();
  /** Each is told when a window has painted a page. */
  readonly #waiting = new Set<() => void>();

  /** `stateOf`: undefined where nobody knows now; a window then stays as it is. */
  constructor(stateOf: (address: string) => string | undefined) {
    this.#stateOf = stateOf;
  }

  add(socket: WebSocket, address: string): void {
    const window = { address, state: '', isSeen: false };
    this.#open.set(socket, window);
    socket.on('error', () => {}); // else what a window sends wrongly would end the server
    socket.on('close', () => this.#open.delete(socket));
    socket.on('message', (word) => {
      const wasSeen = window.isSeen;
      window.isSeen = String(word) === 'painted';
      if (window.isSeen && !wasSeen) for (const tell of this.#waiting) tell();
    });
    this.#tell(socket, window);
  }

  /** Of those that are seen; where none is, of all. */
  shownAddresses(): string[] {
    const all = [...this.#open.values()];
    const seen = all.filter(({ isSeen }) => isSeen);
    return [...new Set((seen.length > 0 ? seen : all).map(({ address }) => address))];
  }

  /** Fulfilled once all that are seen, and whose page is another one, have painted that, or patience is at its end. */
  async tellChange(): Promise<void> {
    let waitedFor = 0;
    for (const [socket, window] of this.#open) if (this.#tell(socket, window) && window.isSeen) waitedFor += 1;
    if (waitedFor === 0) return;
    const ending = new AbortController();
    const hear = () => {
      waitedFor -= 1;
      if (waitedFor === 0) ending.abort();
    };
    this.#waiting.add(hear);
    await setTimeout(patienceMilliseconds, undefined, { signal: ending.signal }).catch(() => undefined);
    this.#waiting.delete(hear);
  }

  close(): void {
    for (const socket of this.#open.keys()) socket.terminate();
  }

  /** Whether it is another page than before. */
  #tell(socket: WebSocket, window: Window): boolean {
    const before = window.state;
    const now = this.#stateOf(window.address);
    if (now === undefined) return false;
    window.state = now;
    socket.send(now);
    return now !== before;
  }
}
