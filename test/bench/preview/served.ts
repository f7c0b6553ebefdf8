/** `npm start` in a newsroom, and what it says of its builds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Room } from '../room.ts';

export class Served {
  readonly #child: ChildProcess;
  #said = '';
  #onWords = () => {};

  constructor(room: Room) {
    const { engine, repository } = room;
    const cache = join(room.folder, 'preview-cache');
    const folders = ['--newsroom', repository, '--content', join(repository, 'content'), '--cache', cache];
    const args = ['start', ...folders, ...room.asOf(), '--port', '18700'];
    this.#child = spawn(process.execPath, [join(engine, 'src/cli.js'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        this.#said += text;
        this.#onWords();
      });
    this.#child.once('exit', () => this.#onWords());
  }

  /** What it has said since it was last listened to. */
  get said(): string {
    return this.#said;
  }

  /** Its address, once it is served. */
  async origin(): Promise<string> {
    const [, origin = ''] = await this.#hear(/The site is at (http:\/\/localhost:\d+)\//);
    return origin;
  }

  /**
   * How many pages the next build rendered that had something to do, once it has ended. One with nothing to do may follow a save,
   * if its file was written in two steps. What was said before is no more looked at.
   */
  async nextBuild(): Promise<number> {
    const [, rendered] = await this.#hear(/^Built .*?: \d+ routes?, (\d+) rendered.*\n/m);
    return Number(rendered);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    this.#child.kill();
    await once(this.#child, 'exit');
  }

  async #hear(words: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = words.exec(this.#said);
      if (found) {
        this.#said = this.#said.slice(found.index + found[0].length);
        return found;
      }
      if (this.#child.exitCode !== null)
        throw new Error(`npm start ended with ${this.#child.exitCode}:\n${this.#said}`);
      await new Promise<void>((resolve) => (this.#onWords = resolve));
    }
  }
}
