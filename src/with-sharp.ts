/**
 * sharp (https://sharp.pixelplumbing.com), for whatever decodes pictures of any size: it makes the same bytes on every machine,
 * and its memory stays flat however many pictures there are.
 */
import { availableParallelism } from 'node:os';

type Sharp = typeof import('sharp').default;

/** Each holds a decoded picture. */
const atOnce = Math.min(availableParallelism(), 4);
const waiting: (() => void)[] = [];
let free = atOnce;

/** `work` is to decode one picture; its turn comes when others are done. */
export async function withSharp<T>(work: (sharp: Sharp) => Promise<T>): Promise<T> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1); // more threads make other bytes of AVIF; how many there are depends on the C library and MALLOC_ARENA_MAX
  sharp.cache(false); // it would keep what it knows of a picture for the next, which is another: up to 150 MB of one
  if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  else free -= 1;
  try {
    return await work(sharp);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
