/**
 * Shells that start git for a process that stays: a fork of its own maps its hundreds of megabytes once more each time, which
 * takes longer than git itself. Each serves one call at a time; they end with this process.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { environment, type GitRun } from './git-call.ts';

/** So many calls are made at once (`work-tree.ts`). */
const atOnce = 3;

const loop = 'while IFS= read -r call; do eval "$call"; done';

/** What a shell answers that found no git, and one that could not start it. */
const notStarted = [126, 127];

let shells: GitShell[] | undefined;

/** From now on; best while this process is small. */
export function keepShells(): void {
  shells ??= Array.from({ length: atOnce }, () => new GitShell());
}

/** Undefined where git is to be started by this process itself. `input`: nothing, or parts that end in NUL each. */
export async function runInShell(args: readonly string[], input: string): Promise<GitRun | undefined> {
  const words = [...args, ...input.split('\0')];
  if (input !== '' && !input.endsWith('\0')) return undefined;
  const shell = words.some((word) => word.includes('\n')) ? undefined : shells?.find(({ isFree }) => isFree);
  return await shell?.run(args, input);
}

class GitShell {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #said = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  #calls = 0;
  #isOver = false;
  #answer: ((run: GitRun | undefined) => void) | undefined;

  constructor() {
    this.#child = spawn('/bin/sh', ['-c', loop], { env: environment(), stdio: ['pipe', 'pipe', 'pipe'] });
    for (const name of ['stdout', 'stderr'] as const)
      this.#child[name].on('data', (part: Buffer) => {
        this.#said[name] = Buffer.concat([this.#said[name], part]);
        this.#hear();
      });
    this.#child.stdin.on('error', () => {}); // of one that has ended
    for (const event of ['error', 'close']) this.#child.once(event, () => this.#end());
    this.#hold(false);
  }

  get isFree(): boolean {
    return !this.#isOver && this.#answer === undefined;
  }

  /** Undefined if the shell could not do it, or has ended meanwhile. */
  run(args: readonly string[], input: string): Promise<GitRun | undefined> {
    this.#calls += 1;
    this.#said.stdout = this.#said.stderr = Buffer.alloc(0);
    const git = ['git', ...args].map(quoted).join(' ');
    const parts = input.split('\0').slice(0, -1).map(quoted).join(' ');
    const call = parts === '' ? `${git} </dev/null` : `printf '%s\\0' ${parts} | ${git}`;
    const end = this.#mark;
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#hold(true);
      this.#child.stdin.write(`${call}; echo "${end}$?"; echo '${end}' >&2\n`);
    });
  }

  /** What is printed by nobody else. */
  get #mark(): string {
    return `end of call ${this.#calls} of ${process.pid}: `;
  }

  #hear(): void {
    const stdout = this.#said.stdout.lastIndexOf(this.#mark);
    const stderr = this.#said.stderr.lastIndexOf(this.#mark);
    const status = /^(\d+)\n/.exec(stdout < 0 ? '' : this.#said.stdout.toString('latin1', stdout + this.#mark.length));
    if (stderr < 0 || !status) return;
    const run = {
      status: Number(status[1]),
      stdout: this.#said.stdout.subarray(0, stdout),
      stderr: this.#said.stderr.toString('utf8', 0, stderr).trim(),
    };
    this.#settle(notStarted.includes(run.status) ? undefined : run);
  }

  #end(): void {
    this.#isOver = true;
    this.#settle(undefined);
  }

  #settle(run: GitRun | undefined): void {
    this.#hold(false);
    this.#answer?.(run);
    this.#answer = undefined;
  }

  /** Only who waits for an answer keeps this process from its end. */
  #hold(isHeld: boolean): void {
    for (const each of [this.#child, ...this.#child.stdio] as unknown as Pick<Socket, 'ref' | 'unref'>[])
      if (isHeld) each.ref();
      else each.unref();
  }
}

/** A word of a script, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
