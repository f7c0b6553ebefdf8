/** Asks the site that readers have. */
import type { Ask } from '../publish/live-edition.ts';

/** `now` keeps caches from answering with what they had before. */
export function askAt(now: number): Ask {
  return async (url) => {
    const answer = await fetch(`${url}?${now}`, { cache: 'no-store', signal: AbortSignal.timeout(30_000) });
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
}
