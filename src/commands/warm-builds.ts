/**
 * Builds in a process that stays, for which everything is loaded once. It ends where its code changed, and the next build gets a
 * new one: changed layouts are taken up like changed stories.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { engineFile } from '../engine-files.ts';
import type { Builder, Ending } from './build-loop.ts';
import type { Answer } from './warm-process.ts';

/** More are looked for by git sooner. */
const mostTouched = 100;

/** `args`: those of the command that is run each time. */
export class WarmBuilds implements Builder {
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;
  /** Files that have changed since the last good build; undefined: any may have. */
  #touched: Set<string> | undefined;
  #why: string | undefined;

  constructor(args: readonly string[]) {
    this.#args = args;
  }

  /** What the last build said of its failure, if it failed and could say anything. */
  get why(): string | undefined {
    return this.#why;
  }

  build(): Promise<Ending> {
    const child = this.#running();
    const touched = [...(this.#touched ?? [])];
    const args = touched.length === 0 ? this.#args : [...this.#args, ...touched.flatMap((path) => ['--touched', path])];
    this.#touched = new Set();
    return new Promise((resolve) => {
      const end = (ending: Ending, why?: string) => {
        child.removeAllListeners();
        child.on('error', () => {}); // of one that goes: the next build gets another
        if (ending !== 0) this.#touched = undefined;
        this.#why = why;
        resolve(ending);
      };
      const lose = (ending: Ending) => {
        this.#child = undefined;
        end(ending);
      };
      child.once('message', (answer: Answer) => end(answer.code, answer.why));
      child.once('error', () => lose(3)); // there is no memory for a process, or no room
      // One that was sent away answers by how it ends; any other was to stay.
      child.once('exit', (code, signal) => lose(signal ?? (this.#child === child ? 3 : (code ?? 3))));
      child.send(args);
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
    const compiled = getCompileCacheDir();
    const env = { ...process.env, ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) }) };
    if (!this.#child?.connected) this.#child = fork(engineFile('src/commands/warm-process.ts'), { env });
    return this.#child;
  }
}
