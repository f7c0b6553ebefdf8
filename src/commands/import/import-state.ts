/**
 * What imports wrote, with the hash of each file, in `import/state.jsonl` beside the content: so that the next one leaves
 * what editors have changed, and does not bring back what they have removed. One that was killed counts as never begun where
 * that makes a difference: what it made of files that editors share is taken back, so nothing is guessed of half of it.
 */
import { hash as digest } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackedMap } from '../../import/packed-map.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { readRegularFile } from '../../source/regular-file.ts';
import { nextTo, replaceFile } from '../../source/replace-file.ts';
import { BegunList, type Notes, type Step } from './begun-list.ts';

export type Written = 'written' | 'unchanged' | 'edited' | 'removed';

export class ImportState {
  readonly #root: string;
  readonly #content: string;
  readonly #file: string;
  readonly #begun: BegunList;
  readonly #known = new PackedMap<string>();
  /** Paths that this run has made, or would have made. */
  readonly #made = new PackedMap<true>();
  readonly #isDry: boolean;
  /** The last that was made: those that follow are mostly in it too. */
  #folder = '';
  /** What a killed import may have left half-written. */
  #last: string | undefined;
  /** Shared files that are still as a killed import left them, with what they were before it. */
  readonly #before = new Map<string, string | undefined>();

  /** Paths are from `root`, the newsroom’s folder, and `content/` is the content folder, wherever that is, with `public/` beside it. */
  constructor({ root, content }: { root: string; content: string }, isDry: boolean) {
    this.#root = root;
    this.#content = content;
    this.#isDry = isDry;
    this.#file = join(root, 'import/state.jsonl');
    this.#begun = new BegunList(join(root, 'import/begun.jsonl'));
    if (existsSync(this.#file))
      for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
        if (line === '') continue;
        const { path, hash } = JSON.parse(line) as { path: string; hash: string };
        this.#known.set(path, hash);
      }
    this.#takeUp(this.#begun.steps());
  }

  /** A file that editors share, as it was before an import that was killed. */
  textOf(path: string): string | undefined {
    if (this.#before.has(path)) return this.#before.get(path);
    const bytes = readRegularFile(this.#fileAt(path));
    return bytes && Buffer.from(bytes).toString('utf8');
  }

  /** From here on files are written. */
  begin(): void {
    if (this.#last !== undefined) rmSync(nextTo(this.#fileAt(this.#last)), { recursive: true, force: true });
    for (const [path, text] of this.#before)
      if (text === undefined) rmSync(this.#fileAt(path), { force: true });
      else replaceFile(this.#fileAt(path), text);
    this.#before.clear();
    this.#save();
    this.#begun.begin();
  }

  /** Writes a file of the import, unless it is no longer as an import left it. */
  write(path: string, content: string | Uint8Array): Written {
    this.#made.set(path, true);
    const hash = hashOf(content);
    const known = this.#known.get(path);
    const now = this.#onDisk(path);
    if (now === undefined && known !== undefined) return 'removed';
    if (now !== undefined && now === hash) {
      if (known !== hash) this.#step({ path, hash });
      return 'unchanged';
    }
    if (now !== undefined && now !== known) return 'edited';
    if (this.#isDry) return 'written';
    this.#step({ path, hash });
    this.#put(path, content);
    return 'written';
  }

  /** Writes a file that editors share, with notes of what is in it, so that it is not brought back once they have removed it. */
  share(path: string, text: string, { notes = [], forgotten = [] }: Partial<Notes> = {}): void {
    const before = this.textOf(path);
    const added = notes.filter((note) => !this.#known.has(note));
    const shared = { ...(before !== undefined && { before }), notes: added, forgotten };
    this.#step({ path, hash: hashOf(text), shared });
    this.#put(path, text);
  }

  /** Whether a file is there as an import left it. */
  isOurs(path: string): boolean {
    return this.#known.has(path) && this.#onDisk(path) === this.#known.get(path);
  }

  /** Whether something was written, or noted, once. */
  has(path: string): boolean {
    return this.#known.has(path);
  }

  /** Takes a file of the import away, unless somebody has edited it. */
  remove(path: string): void {
    this.#made.delete(path);
    if (!this.isOurs(path) || this.#isDry) return;
    this.#step({ path });
    rmSync(this.#fileAt(path));
  }

  /** Takes away what an earlier import wrote and this one did not; `isToCome`: it may still be. */
  removeOthers(folders: readonly string[], isToCome: (path: string) => boolean = () => false): void {
    for (const path of [...this.#known.keys()])
      if (!this.#made.has(path) && folders.some((folder) => path.startsWith(folder)) && !isToCome(path))
        this.remove(path);
  }

  /** All is done: what the next import would be told is known. */
  end(): void {
    if (this.#isDry) return;
    this.#save();
    this.#begun.end();
  }

  /** What a killed import has done is known as if this one had; but shared files are as they were before it. */
  #takeUp(steps: readonly Step[]): void {
    this.#last = steps.at(-1)?.path;
    type Shared = { before?: string; hashes: (string | undefined)[]; notes: string[]; forgotten: string[] };
    const shared = new Map<string, Shared>();
    for (const [index, { path, hash, shared: also }] of steps.entries()) {
      if (also) {
        const { before } = also;
        const first = { hashes: [before === undefined ? undefined : hashOf(before)], notes: [], forgotten: [] };
        const one = shared.get(path) ?? { ...first, ...(before !== undefined && { before }) };
        one.hashes.push(hash);
        one.notes.push(...also.notes);
        one.forgotten.push(...also.forgotten);
        shared.set(path, one);
      } else if (index < steps.length - 1 || this.#onDisk(path) === hash) this.#know({ path, ...(hash && { hash }) });
    }
    for (const [path, { before, hashes, notes, forgotten }] of shared) {
      const isAsLeft = hashes.includes(this.#onDisk(path));
      if (isAsLeft) this.#before.set(path, before);
      for (const note of notes) this.#know({ path: note, ...(!isAsLeft && { hash: '' }) });
      for (const note of forgotten) this.#know({ path: note, ...(isAsLeft && { hash: '' }) });
    }
  }

  #save(): void {
    const lines = [...this.#known]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, hash]) => `${JSON.stringify({ path, hash })}\n`);
    makeFolder(dirname(this.#file));
    replaceFile(this.#file, lines.join(''));
  }

  /** Written down, before it is done. */
  #step(step: Step): void {
    if (!this.#isDry) this.#begun.add(step);
    for (const note of step.shared?.notes ?? []) this.#know({ path: note, hash: '' });
    for (const note of step.shared?.forgotten ?? []) this.#know({ path: note });
    if (!step.shared) this.#know(step);
  }

  #know({ path, hash }: Pick<Step, 'path' | 'hash'>): void {
    if (hash === undefined) this.#known.delete(path);
    else this.#known.set(path, hash);
  }

  #put(path: string, content: string | Uint8Array): void {
    const file = this.#fileAt(path);
    const folder = dirname(file);
    if (this.#folder !== folder) makeFolder(folder);
    this.#folder = folder;
    replaceFile(file, content); // killed at any time, the next import finds it whole or not at all
  }

  #fileAt(path: string): string {
    const below = 'content/';
    if (path.startsWith(below)) return join(this.#content, path.slice(below.length));
    return path.startsWith('public/') ? join(this.#content, '..', path) : join(this.#root, path);
  }

  #onDisk(path: string): string | undefined {
    const bytes = readRegularFile(this.#fileAt(path));
    return bytes && hashOf(bytes);
  }
}

function hashOf(content: string | Uint8Array): string {
  return digest('sha256', content).slice(0, 32);
}
