/**
 * Builds in a process that stays, for which everything is loaded once. It ends where its code changed, and the next build gets a
 * new one: changed layouts are taken up like changed stories.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { engineFile } from '../engine-files.ts';
import type { Builder, Ending } from './build-loop.ts';

/** `args`: those of the command that is run each time. */
export class WarmBuilds implements Builder {
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;

  constructor(args: readonly string[]) {
    this.#args = args;
  }

  build(): Promise<Ending> {
    const child = this.#running();
    return new Promise((resolve) => {
      const end = (ending: Ending) => {
        child.removeAllListeners();
        resolve(ending);
      };
      const lose = (ending: Ending) => {
        this.#child = undefined;
        end(ending);
      };
      child.once('message', (ending) => end(ending as number));
      child.once('error', () => lose(3)); // there is no memory for a process, or no room
      child.once('exit', (code, signal) => lose(code ?? signal ?? 3));
      child.send(this.#args);
    });
  }

  /** To be called when code has changed, between two builds or in one, which then ends as it began. */
  renew(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.disconnect(); // it ends once it has nothing to do
  }

  stop(): void {
    this.#child?.kill();
    this.#child = undefined;
  }

  #running(): ChildProcess {
    const compiled = getCompileCacheDir();
    const env = { ...process.env, ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) }) };
    this.#child ??= fork(engineFile('src/commands/warm-process.ts'), { env });
    return this.#child;
  }
}
