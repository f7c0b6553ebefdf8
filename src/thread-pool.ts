/** Threads that do the work of one of the engine's files, as it is called. Loaded only where there is work for them. */
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';
import { Tinypool } from 'tinypool';
import { engineEnvironment } from './engine-files.ts';

export type ThreadsToStart = {
  /** Whole path (`engineFile`); its function `work` does a task. */
  file: string;
  threads: number;
  /** How many tasks each thread has at a time. */
  tasks?: number;
  workerData: unknown;
  /** Megabytes of each thread for what stays. */
  old?: number;
  /** The same for what is new. */
  nursery?: number;
};

/** Of what is new most is soon garbage: with as few as a small build has, looking through it would take longer than the work. */
const usualNursery = 32;

/** If all that is new stays, a thread at its limit goes beyond it by so much, and Node ends it; beyond 16 MB V8 would end the process. */
const mostOfOld = 1 / 8;

export function startThreads({
  file,
  threads,
  tasks = 1,
  workerData,
  old = Infinity,
  ...given
}: ThreadsToStart): Tinypool {
  const nursery = Math.min(given.nursery ?? usualNursery, Math.floor(old * mostOfOld));
  v8.setFlagsFromString(`--min-semi-space-size=${nursery}`);
  return new Tinypool({
    filename: pathToFileURL(file).href,
    name: 'work',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: tasks,
    workerData,
    resourceLimits: {
      maxYoungGenerationSizeMb: 3 * nursery,
      ...(old === Infinity ? {} : { maxOldGenerationSizeMb: old }),
    },
    env: engineEnvironment(),
  });
}
