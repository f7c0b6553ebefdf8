/**
 * Builds in a process that stays, for which everything is loaded once. It ends where its code changed, and the next build gets a
 * new one: changed layouts are taken up like changed stories.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { engineEnvironment, engineFile } from '../engine-files.ts';
import type { Builder, Ending } from './build-loop.ts';
import type { Task, Word } from './warm-process.ts';

/** More are looked for by git sooner. */
const mostTouched = 100;

type Settings = {
  /** Those of the command that is run each time. */
  args: readonly string[];
  /** The addresses of the pages that windows show. */
  shown(): readonly string[];
  /** Told as soon as those can be read, before the build has ended. The rest is made once this is fulfilled: browsers need the machine too. */
  onShownMade(): Promise<void>;
};

export class WarmBuilds implements Builder {
  readonly #settings: Settings;
  #child: ChildProcess | undefined;
  /** Files that have changed since the last good build; undefined: any may have. */
  #touched: Set<string> | undefined;
  #why: string | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** What the last build said of its failure, if it failed and could say anything. */
  get why(): string | undefined {
    return this.#why;
  }

  async build(): Promise<Ending> {
    const stood = this.#child?.connected ? this.#child : undefined;
    const { ending, isLost } = await this.#buildIn(this.#running());
    // One that waited may have been ended from outside before it was asked.
    return isLost && stood !== undefined ? (await this.#buildIn(this.#running())).ending : ending;
  }

  /** `isLost`: the process is there no more, though nobody here sent it away. */
  #buildIn(child: ChildProcess): Promise<{ ending: Ending; isLost: boolean }> {
    const { args, shown, onShownMade } = this.#settings;
    const touched = [...(this.#touched ?? [])].flatMap((path) => ['--touched', path]);
    this.#touched = new Set();
    return new Promise((resolve) => {
      const end = (ending: Ending, why?: string, isLost = false) => {
        child.removeAllListeners();
        child.on('error', () => {}); // of one that goes: the next build gets another
        if (ending !== 0) this.#touched = undefined;
        this.#why = why;
        resolve({ ending, isLost });
      };
      const lose = (ending: Ending) => {
        const isLost = this.#child === child;
        if (isLost) this.#child = undefined;
        end(ending, undefined, isLost);
      };
      child.on('message', async (word: Word) => {
        if (word.is === 'ended') return end(word.code, word.why);
        try {
          await onShownMade();
        } finally {
          if (child.connected) child.send('go on' satisfies Task);
        }
      });
      child.once('error', () => lose(3)); // there is no memory for a process, or no room
      // One that was sent away answers by how it ends; any other was to stay.
      child.once('exit', (code, signal) => lose(signal ?? (this.#child === child ? 3 : (code ?? 3))));
      child.send({ args: [...args, ...touched], shown: [...shown()] } satisfies Task);
    });
  }

  /** To be told of all that changes. */
  touch(paths: Iterable<string>): void {
    for (const path of paths) this.#touched?.add(path);
    if ((this.#touched?.size ?? 0) > mostTouched) this.#touched = undefined;
  }

  /** To be called when what is not content has changed: any file may stand differently. */
  distrust(): void {
    this.#touched = undefined;
  }

  /** To be called when code has changed, between two builds or in one, which then ends as it began. */
  renew(): void {
    const child = this.#child;
    this.#child = undefined;
    if (child?.connected) child.disconnect(); // it ends once it has nothing to do
  }

  stop(): void {
    this.#child?.kill();
    this.#child = undefined;
  }

  #running(): ChildProcess {
    if (this.#child?.connected) return this.#child;
    this.#child = fork(engineFile('src/commands/warm-process.ts'), { env: engineEnvironment() });
    return this.#child;
  }
}
