/** A command of this engine in a process of its own: what it reads, asks of git and draws keeps nobody waiting here, and takes no memory here. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { engineFile } from '../engine-files.ts';

export type EngineRun = {
  /** An exit code; null where a signal ended it. */
  code: number | null;
  /** All it wrote to its standard output. */
  printed: string;
  /** What it told people, trimmed. */
  said: string;
};

type Limits = Pick<SpawnOptions, 'timeout' | 'killSignal'> & {
  /** Flags of Node.js. */
  flags?: readonly string[];
};

/** `args`: from the command's name on. Throws only where no process can be begun. */
export async function runEngine(args: readonly string[], { flags = [], ...limits }: Limits = {}): Promise<EngineRun> {
  const child = spawn(process.execPath, [...flags, engineFile('src/cli.js'), ...args], {
    ...limits,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[code], printed, said] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code, printed, said: said.trim() };
}
