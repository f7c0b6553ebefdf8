/** Who looks at files and validates pages: this thread where there are few, else as many threads as there are cores. */
import { availableParallelism } from 'node:os';
import { engineFile } from '../engine-files.ts';
import { makeRoomFor } from '../nursery.ts';
import { type BuiltSite, readText } from './built-site.ts';
import type { SiteOfThreads, Task } from './gate-worker.ts';
import { type FilesLookedAt, lookAtFiles } from './look-at-files.ts';
import type { Broken } from './validate-pages.ts';

/** Fewer files are looked at before threads have begun. */
const usualFew = 1000;
const filesAtOnce = 50;
/** One takes html-validate some milliseconds. */
const pagesAtOnce = 10;

export type Hands = {
  /** In the order of the files. */
  lookAt(paths: readonly string[]): AsyncIterable<FilesLookedAt>;
  validate(paths: readonly string[]): Promise<Broken[]>;
  end(): Promise<void>;
};

export async function manyHands(site: BuiltSite, few = usualFew): Promise<Hands> {
  return site.paths.length > few ? threads(site) : oneHand(site);
}

function oneHand(site: BuiltSite): Hands {
  return {
    async *lookAt(paths) {
      yield lookAtFiles(site, paths);
    },
    async validate(paths) {
      if (paths.length === 0) return [];
      const { validatePages } = await import('./validate-pages.ts');
      return validatePages({ out: site.out, paths });
    },
    async end() {},
  };
}

async function threads(site: BuiltSite): Promise<Hands> {
  const { out, origin } = site;
  const { startThreads } = await import('../thread-pool.ts');
  const workerData: SiteOfThreads = { out, origin, everyPath: site.everyPath() };
  const pool = startThreads({
    file: engineFile('src/check/gate-worker.ts'),
    threads: availableParallelism(),
    workerData,
  });
  const run = async <T>(task: Task, paths: readonly string[]): Promise<T> => {
    try {
      return await pool.run(task);
    } catch (error) {
      // An error loses its code between threads: what cannot be read here either is told as that.
      for (const path of paths) readText(site, path);
      throw error;
    }
  };
  const lookAt = (paths: readonly string[]) => {
    const looking = run<FilesLookedAt>({ lookAt: { paths, own: paths.filter(site.isAsItWas) } }, paths);
    looking.catch(() => undefined); // it is told in its turn, if none before it failed
    return looking;
  };
  return {
    async *lookAt(paths) {
      const parts = inParts(paths, filesAtOnce);
      const ahead = 4 * availableParallelism();
      const running = parts.slice(0, ahead).map(lookAt);
      for (const next of parts.slice(ahead)) {
        makeRoomFor(paths.length);
        const done = await running.shift();
        running.push(lookAt(next));
        if (done) yield done;
      }
      for (const each of running) yield await each;
    },
    async validate(paths) {
      const parts = inParts(paths, pagesAtOnce);
      return (await Promise.all(parts.map((each) => run<Broken[]>({ validate: { out, paths: each } }, each)))).flat();
    },
    end: () => pool.destroy(),
  };
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}
