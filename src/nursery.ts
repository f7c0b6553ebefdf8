/**
 * How much memory new objects get before they are looked through (V8's semi-space). What a build makes is soon garbage.
 * While modules load it grows once, to 4 MB (`cli.js`): with 1 MB one story takes 4 % longer, with more none is quicker. A large
 * build would be looked through thousands of times.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So many files read, or routes asked, fill the smallest nursery often. */
const large = 300;

/** In bytes, of both its halves: it grows fast to the first, then to the second and not much beyond, with which it would only be larger. */
const sizes = { time: [16 * 1024 ** 2, 64 * 1024 ** 2], memory: [4 * 1024 ** 2, 8 * 1024 ** 2] } as const;

/** V8 waits until what stays and what is garbage are several times as much, which fills the machine and saves no time. In bytes, and percent of what stays. */
const garbage = { time: { from: 64 * 1024 ** 2, most: 30 }, memory: { from: 0, most: 20 } } as const;

/** What is to be saved; of memory so much that it costs a little time. */
export type Saving = 'time' | 'memory';

/**
 * Of this thread and of those to come, before much is done: what V8 first allows is several times as much as is needed. A small
 * nursery is looked through in no time; helpers would each want room for what stays, and where all processors have work they
 * wait for each other.
 */
export function keepGarbageSmall(): void {
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString(`--heap-growing-percent=${garbage.memory.most}`);
}

/** Once what a command needs is loaded: from here on it stays as it is, until there is much to do. */
export function keepNursery(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** To be told again and again how much is to be done in all. Each time that it is full, the nursery grows up to 32 MB, if need be. */
export function makeRoomFor(things: number, saving: Saving = 'time'): void {
  if (things < large) return;
  const [small, enough] = sizes[saving];
  const { from, most } = garbage[saving];
  const spaces = getHeapSpaceStatistics();
  const of = (name: string) => spaces.find(({ space_name }) => space_name === name);
  const size = of('new_space')?.space_size ?? 0;
  setFlagsFromString(`--semi-space-growth-factor=${size < small ? 4 : size < enough ? 2 : 1}`);
  if ((of('old_space')?.space_used_size ?? 0) > from) setFlagsFromString(`--heap-growing-percent=${most}`);
}

/**
 * To be called in a process that stays, while nobody waits for it: garbage of all ages goes now, and V8 chooses again itself when
 * it looks for the next. Else that falls into a build that somebody waits for, and takes as long as the build.
 */
export function collectGarbage(): void {
  setFlagsFromString('--heap-growing-percent=0');
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
