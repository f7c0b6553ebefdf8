/** Runs a command and tells its wall time, its CPU time, and the memory of it and its children at the most. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

export type Measured = { seconds: number; cpuSeconds: number; megabytes: number };

const sampleMilliseconds = 10;
/** Linux counts CPU time in hundredths of a second (`getconf CLK_TCK`). */
const ticksPerSecond = 100;

/** Samples `/proc` while the command runs (Linux only). Throws if it fails; its output is given back. */
export async function measure(
  [program = '', ...args]: readonly string[],
  cwd?: string,
): Promise<Measured & { output: string }> {
  const started = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (part) => output.push(part));
  child.stderr.on('data', (part) => errors.push(part));
  const most = { kilobytes: 0, ticks: 0 };
  const sampler = setInterval(() => {
    const { kilobytes, ticks } = usageOf(child.pid ?? 0);
    most.kilobytes = Math.max(most.kilobytes, kilobytes);
    most.ticks = Math.max(most.ticks, ticks);
  }, sampleMilliseconds);
  const [code] = await once(child, 'close');
  clearInterval(sampler);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${Buffer.concat(errors)}`);
  const megabytes = Math.round(most.kilobytes / 1024);
  return { seconds, cpuSeconds: most.ticks / ticksPerSecond, megabytes, output: Buffer.concat(output).toString() };
}

/** Resident memory and CPU time of a process and all below it, now; nothing of one that has just ended. */
function usageOf(pid: number): { kilobytes: number; ticks: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const ticks = fields.slice(11, 15).reduce((all, field) => all + Number(field), 0); // of its ended children too
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    // One that has just been forked shows the memory of its parent as its own, until it runs another program.
    const isForked = (child: number) => readFileSync(`/proc/${child}/cmdline`, 'utf8') === command;
    const below = childrenOf(pid)
      .filter((child) => !isForked(child))
      .map(usageOf);
    return {
      kilobytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) + below.reduce((all, each) => all + each.kilobytes, 0),
      ticks: ticks + below.reduce((all, each) => all + each.ticks, 0),
    };
  } catch {
    return { kilobytes: 0, ticks: 0 };
  }
}

function childrenOf(pid: number): number[] {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const lists = tasks.map((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8'));
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}
