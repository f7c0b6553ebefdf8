/**
 * What an import wrote, with the hash of each file, in `import/state.jsonl` beside the content: so that the next one leaves
 * what editors have changed, and does not bring back what they have removed.
 */
import { hash as digest } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackedMap } from '../../import/packed-map.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { readRegularFile } from '../../source/regular-file.ts';
import { replaceFile } from '../../source/replace-file.ts';

export type Written = 'written' | 'unchanged' | 'edited' | 'removed';

type Entry = { path: string; hash: string };

/** To open the list for each would take as long as to write the file. */
const notedAtOnce = 200;

export class ImportState {
  readonly #root: string;
  readonly #content: string;
  readonly #file: string;
  readonly #known = new PackedMap<string>();
  /** Paths that this run has made, or would have made. */
  readonly #made = new PackedMap<true>();
  readonly #isDry: boolean;
  /** The last that was made: those that follow are mostly in it too. */
  #folder = '';
  /** Lines to come. Of a file that is not noted yet the next import finds that it has the same text, and notes it. */
  readonly #toNote: string[] = [];

  /** Paths are from `root`, the newsroom’s folder, and `content/` is the content folder, wherever that is, with `public/` beside it. */
  constructor({ root, content }: { root: string; content: string }, isDry: boolean) {
    this.#root = root;
    this.#content = content;
    this.#isDry = isDry;
    this.#file = join(root, 'import/state.jsonl');
    if (!existsSync(this.#file)) return;
    for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
      if (line === '') continue;
      const { path, hash } = JSON.parse(line) as Entry;
      this.#known.set(path, hash);
    }
  }

  /** Writes a file of the import, unless it is no longer as an import left it. */
  write(path: string, content: string | Uint8Array): Written {
    this.#made.set(path, true);
    const hash = hashOf(content);
    const known = this.#known.get(path);
    const now = this.#onDisk(path);
    if (now === undefined && known !== undefined) return 'removed';
    if (now !== undefined && now === hash) {
      if (known !== hash) this.#remember({ path, hash });
      return 'unchanged';
    }
    if (now !== undefined && now !== known) return 'edited';
    if (this.#isDry) return 'written';
    const file = this.#fileAt(path);
    this.#makeFolder(dirname(file));
    replaceFile(file, content); // killed at any time, the next import finds it whole or not at all
    this.#remember({ path, hash });
    return 'written';
  }

  /** Whether a file is there as an import left it. */
  isOurs(path: string): boolean {
    return this.#known.has(path) && this.#onDisk(path) === this.#known.get(path);
  }

  /** Whether something was written once; for lines of files that others write too. */
  has(path: string): boolean {
    return this.#known.has(path);
  }

  note(path: string): void {
    if (!this.#known.has(path)) this.#remember({ path, hash: '' });
  }

  /** Takes a file of the import away, unless somebody has edited it. */
  remove(path: string): void {
    this.#made.delete(path);
    if (!this.isOurs(path) || this.#isDry) return;
    rmSync(this.#fileAt(path));
    this.#known.delete(path);
  }

  /** Takes away what an earlier import wrote and this one did not, and puts the list in order. */
  end(folders: readonly string[]): void {
    for (const path of [...this.#known.keys()])
      if (!this.#made.has(path) && folders.some((folder) => path.startsWith(folder))) this.remove(path);
    this.save();
  }

  save(): void {
    if (this.#isDry) return;
    const lines = [...this.#known]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, hash]) => `${JSON.stringify({ path, hash })}\n`);
    this.#toNote.length = 0;
    makeFolder(dirname(this.#file));
    replaceFile(this.#file, lines.join(''));
  }

  #remember(entry: Entry): void {
    this.#known.set(entry.path, entry.hash);
    if (this.#isDry) return;
    this.#toNote.push(`${JSON.stringify(entry)}\n`);
    if (this.#toNote.length < notedAtOnce) return;
    makeFolder(dirname(this.#file));
    appendFileSync(this.#file, this.#toNote.splice(0).join(''));
  }

  #fileAt(path: string): string {
    const below = 'content/';
    if (path.startsWith(below)) return join(this.#content, path.slice(below.length));
    return path.startsWith('public/') ? join(this.#content, '..', path) : join(this.#root, path);
  }

  #makeFolder(folder: string): void {
    if (this.#folder !== folder) makeFolder(folder);
    this.#folder = folder;
  }

  #onDisk(path: string): string | undefined {
    const bytes = readRegularFile(this.#fileAt(path));
    return bytes && hashOf(bytes);
  }
}

function hashOf(content: string | Uint8Array): string {
  return digest('sha256', content).slice(0, 32);
}
