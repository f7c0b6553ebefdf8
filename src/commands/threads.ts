/**
 * The hands of a build: this thread alone where there is little to do, else it decides and writes the catalog, and others parse
 * files and make pages; where it would wait for them, it does so too. What comes of it is the same for any number of them.
 */
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { engineFile } from '../engine-files.ts';
import { MachineryError, SystemError } from '../errors.ts';
import type { PageRenderer } from '../render/eleventy.ts';
import { RenderFailure } from '../render/failures.ts';
import type { OutputFolder } from '../render/output.ts';
import { renderPages } from '../render/render-pages.ts';
import type { PageMaker } from '../render/render-routes.ts';
import type { Parser } from '../sync/parser.ts';
import type { DataOfThreads, Done, Task } from './build-thread.ts';

export type ThreadSettings = {
  /** How many, beside this one. */
  threads: number;
  /** Whether this one parses and makes pages too, once each other has enough to do. */
  isHereToo: boolean;
  /** Fewer are done before threads have begun; of touched routes many turn out to be as they were. */
  few: { files: number; routes: number };
  /** As in `DataOfThreads`. */
  renderer?: string;
  /** Whether pages are made of what was parsed; if not, threads go as soon as all is. */
  isToRender: boolean;
  /** Megabytes of a thread for what stays. */
  old: number;
  /** The same for what is new. */
  nursery?: number;
};

const cores = availableParallelism();

/** For what stays ten times as much as a batch takes. */
const usual: ThreadSettings = {
  threads: Math.min(cores - 1, 4),
  isHereToo: true,
  few: { files: 300, routes: 1000 },
  isToRender: true,
  old: 1024,
};

export type Hands = {
  /** As `SyncOptions` has it. */
  parserFor(files: number): Parser | undefined;
  /** For so many routes; `here`: what they are made with on this thread. */
  makerFor(routes: number, here: { render: PageRenderer; output: OutputFolder }): PageMaker;
  end(): Promise<void>;
};

/** Of routes in a batch: more would take more memory, and threads would wait longer for the first and for each other. */
const mostRoutes = 250;
/** The last are the smallest: what a batch costs besides its routes is little. */
const leastRoutes = 20;

/** Of each thread: while this one decides, or makes pages itself, it hands out nothing. */
const tasksAtOnce = 3;

type PartOfTask =
  Exclude<Task, 'warm up'> extends infer Each ? (Each extends unknown ? Omit<Each, 'at'> : never) : never;

export class Threads implements Hands {
  readonly #settings: ThreadSettings;
  readonly #data: DataOfThreads;
  #pool: Promise<Tinypool> | undefined;
  #underWay = 0;
  #isAllHandedOut = false;

  constructor({ newsroom, content, out }: DataOfThreads, settings: Partial<ThreadSettings> = {}) {
    this.#settings = { ...usual, ...settings };
    this.#data = { newsroom, content, out, renderer: settings.renderer };
  }

  parserFor(files: number): Parser | undefined {
    if (this.#isLittle({ files })) return undefined;
    this.#isAllHandedOut = false;
    this.#start().catch(() => undefined); // told by the first task
    return {
      mostAtOnce: 2 * this.#most,
      parse: async (contents, files, site) => {
        if (this.#isHereFree()) return (await import('../sync/parser.ts')).parseAllApart(contents, files, site);
        const task = { contents, files, site: JSON.stringify(site) };
        const done = await this.#run(task, (index) => contents[index]?.path);
        if (!('parsed' in done)) return { parsed: [], read: new Map() };
        const { wordsIn } = await import('../sync/parser.ts');
        (await import('../content/search/handed-words.ts')).takeOverWords(wordsIn(done.parsed), done.words);
        return done;
      },
      end: () => {
        this.#isAllHandedOut = true;
        this.#endIfDone();
        for (let n = 0; this.#settings.isToRender && n < this.#settings.threads; n++)
          this.#start()
            .then((pool) => pool.run('warm up'))
            .catch(() => undefined); // it is no loss, and the build may end before it
      },
    };
  }

  makerFor(routes: number, here: Parameters<Hands['makerFor']>[1]): PageMaker {
    if (this.#isLittle({ routes }))
      return {
        mostAtOnce: 1,
        batchAfter: () => mostRoutes,
        make: (pages, first) => renderPages(pages, { ...here, first }),
      };
    return {
      mostAtOnce: this.#most + 1, // one that is made waits until those before it are settled
      batchAfter: (asked) => Math.min(mostRoutes, Math.max(leastRoutes, Math.ceil((routes - asked) / this.#most))), // so that all end together
      make: async ({ site, ...pages }, first) => {
        if (this.#isHereFree()) return renderPages({ site, ...pages }, { ...here, first });
        // A large site is not as it was anyhow, if a page of a later batch fails.
        await first();
        const done = await this.#run({ pages, site: JSON.stringify(site) }, (index) => pages.pages[index]?.url);
        if ('failures' in done) throw new RenderFailure(done.failures);
        return 'written' in done ? done.written : 0;
      },
    };
  }

  async end(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    await (await pool)?.destroy();
  }

  #endIfDone(): void {
    if (this.#settings.isToRender || !this.#isAllHandedOut || this.#underWay > 0) return;
    this.end().catch(() => undefined); // all that they had to do is done
  }

  /** What may be under way at once: one here, the rest with the others. */
  get #most(): number {
    return tasksAtOnce * this.#settings.threads + (this.#settings.isHereToo ? 1 : 0);
  }

  #isHereFree(): boolean {
    return this.#settings.isHereToo && this.#underWay >= tasksAtOnce * this.#settings.threads;
  }

  #isLittle({ files = 0, routes = 0 }: { files?: number; routes?: number }): boolean {
    const { threads, few } = this.#settings;
    return threads === 0 || (files < few.files && routes < few.routes);
  }

  async #run(task: PartOfTask, nameOf: (index: number) => string | undefined): Promise<Done> {
    const at = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(-1);
    this.#underWay += 1;
    try {
      const pool = await this.#start();
      const done: Done = await pool.run({ ...task, at } satisfies Task);
      if ('refused' in done) throw new (done.isOfSystem ? SystemError : MachineryError)(done.refused);
      return done;
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new SystemError(outOfMemory(nameOf(Atomics.load(at, 0))), { cause: error })
        : error;
    } finally {
      this.#underWay -= 1;
      this.#endIfDone();
    }
  }

  #start(): Promise<Tinypool> {
    this.#pool ??= startPool(this.#settings, this.#data);
    return this.#pool;
  }
}

async function startPool({ threads, old, nursery }: ThreadSettings, workerData: DataOfThreads): Promise<Tinypool> {
  const { startThreads } = await import('../thread-pool.ts');
  return startThreads({
    file: engineFile('src/commands/build-thread.ts'),
    threads,
    tasks: tasksAtOnce,
    workerData,
    old,
    ...(nursery !== undefined && { nursery }),
  });
}

function outOfMemory(at: string | undefined): string {
  const where = at === undefined ? '' : ` at ${at}`;
  return `A thread of the build ran out of memory${where}. See what makes that so large, then build again.`;
}
