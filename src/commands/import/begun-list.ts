/**
 * What an import is doing, in `import/begun.jsonl` until it has ended: each step is a line before it is done. So the next one knows
 * what one that was killed has done; only of the last line it has to look.
 */
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../../source/make-folder.ts';
import { replaceFile } from '../../source/replace-file.ts';
import { onFile } from '../../source/system-error.ts';

/**
 * A file gets the bytes of that hash, or goes. `shared`: editors have a hand in it too; it is told what it was before this
 * import, and what is noted with it, or no longer.
 */
export type Step = { path: string; hash?: string; shared?: { before?: string } & Notes };

/** What is in a file that editors share, each by a name of its own. */
export type Notes = { notes: readonly string[]; forgotten: readonly string[] };

export class BegunList {
  readonly #file: string;
  #descriptor: number | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Of an import that has not ended. A line without its end is of a step that was not begun. */
  steps(): Step[] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line));
  }

  begin(): void {
    makeFolder(dirname(this.#file));
    replaceFile(this.#file, '');
    this.#descriptor = onFile(this.#file, 'written', () => openSync(this.#file, 'a'));
  }

  add(step: Step): void {
    const line = `${JSON.stringify(step)}\n`;
    onFile(this.#file, 'written', () => writeSync(this.#descriptor as number, line));
  }

  end(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
    rmSync(this.#file, { force: true });
  }
}
