/** Bytes on the disk that nobody else needs: in a file that loses its name at once, so that nothing is left however a process ends. */
import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onFile } from './system-error.ts';

export class UnnamedFile {
  readonly #file: string;
  readonly #descriptor: number;
  #end = 0;

  /** Whatever a killed process of a system that keeps names left at `file` goes. */
  constructor(file: string) {
    this.#file = file;
    this.#descriptor = onFile(file, 'written', () => openSync(file, 'w+'));
    this.#removeName();
  }

  /** Among the temporary files of the system. */
  static temporary(): UnnamedFile {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
    const file = new UnnamedFile(join(folder, 'kept'));
    file.#removeFolder();
    return file;
  }

  /** Returns where they begin. */
  append(bytes: Uint8Array): number {
    const start = this.#end;
    onFile(this.#file, 'written', () => {
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#descriptor, bytes, done, bytes.length - done, start + done);
    });
    this.#end += bytes.length;
    return start;
  }

  /** How many bytes were read into `bytes`. */
  read(start: number, bytes: Uint8Array): number {
    return readSync(this.#descriptor, bytes, 0, bytes.length, start);
  }

  close(): void {
    closeSync(this.#descriptor);
    this.#removeName();
  }

  /** Windows removes no file that is open. */
  #removeName(): void {
    try {
      rmSync(this.#file, { force: true });
    } catch (error) {
      if (process.platform !== 'win32') throw error;
    }
  }

  #removeFolder(): void {
    if (process.platform !== 'win32') rmdirSync(dirname(this.#file));
  }
}
