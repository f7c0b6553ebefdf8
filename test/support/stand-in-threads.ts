/** In place of threads, in this process: what goes to them and comes back is copied as between threads, and the later of two batches is done first. */
import { setImmediate } from 'node:timers/promises';
import type { Hands } from '../../src/commands/threads.ts';
import { renderPages } from '../../src/render/render-pages.ts';
import { parseAllApart } from '../../src/sync/parser.ts';

export function standInThreads(threads: number): Hands {
  let batches = 0;
  return {
    parserFor: () => ({
      mostAtOnce: 2 * threads,
      async parse(contents, files, site) {
        const known = JSON.parse(JSON.stringify(site));
        return structuredClone(await parseAllApart(contents, structuredClone(files), known));
      },
      end() {},
    }),
    makerFor: (_, here) => ({
      mostAtOnce: threads + 1,
      batchAfter: () => 7,
      async make({ site, ...pages }, first) {
        await first();
        const sent = structuredClone(pages);
        for (let turns = batches++ % 2 === 0 ? 20 : 0; turns > 0; turns--) await setImmediate();
        return renderPages({ ...sent, site: JSON.parse(JSON.stringify(site)) }, here);
      },
    }),
    async end() {},
  };
}
