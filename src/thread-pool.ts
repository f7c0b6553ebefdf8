/** Threads that do the work of one of the engine's files, as it is called. Loaded only where there is work for them. */
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import { Tinypool } from 'tinypool';

export type ThreadsToStart = {
  /** Whole path (`engineFile`); its function `work` does a task. */
  file: string;
  threads: number;
  /** How many tasks each thread has at a time. */
  tasks?: number;
  workerData: unknown;
  /** Megabytes of each thread for what stays. */
  old?: number;
};

/** Megabytes of a thread for what is new, which is soon garbage: with as few as a small build has, looking through it would take longer than the work. */
const nursery = 32;

export function startThreads({ file, threads, tasks = 1, workerData, old }: ThreadsToStart): Tinypool {
  v8.setFlagsFromString(`--min-semi-space-size=${nursery}`);
  const compiled = getCompileCacheDir();
  return new Tinypool({
    filename: pathToFileURL(file).href,
    name: 'work',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: tasks,
    workerData,
    resourceLimits: {
      maxYoungGenerationSizeMb: 3 * nursery,
      ...(old === undefined ? {} : { maxOldGenerationSizeMb: old }),
    },
    // Threads have their own, in which `src/cli.js` cannot say so.
    env: { ...environment(), ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) }) },
  });
}

/** Tinypool takes no variable without a value. */
function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((each): each is [string, string] => each[1] !== undefined),
  );
}
