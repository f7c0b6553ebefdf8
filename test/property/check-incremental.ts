/**
 * The property: whatever happens to a newsroom, building only what was touched gives, byte for byte,
 * what the oracle says; and building again asks nothing. Steps are commits, uncommitted edits, builds
 * killed in the middle and then perhaps reverted, switches to an earlier commit, and builds on another
 * machine that has the saved state but not the site.
 */
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc, { type RunDetails } from 'fast-check';
import { expect } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { loadState, saveState } from '../../src/catalog/saved-state.ts';
import type { BuildOptions, BuildReport } from '../../src/commands/build.ts';
import { outputPath, urlOfOutput } from '../../src/content/urls.ts';
import { isFault } from '../../src/problem.ts';
import { OutputFolder } from '../../src/render/output.ts';
import { routeRules } from '../../src/routes/rules.ts';
import { folderSource } from '../../src/source/folder-source.ts';
import { openSource } from '../../src/source/git-source.ts';
import type { Source } from '../../src/source/source.ts';
import { syncCatalog } from '../../src/sync/sync.ts';
import { Newsroom, treeOf } from '../support/newsroom.ts';
import { standInThreads } from '../support/stand-in-threads.ts';
import { watchSteps } from '../support/steps.ts';
import { shippedShelf } from '../support/words.ts';
import { anyEdit, applyEdit, type Edit, filesOf, firstModel, type Model } from './edits.ts';
import { looksIn, rendererOf } from './made-up-layouts.ts';
import { siteOf } from './oracle.ts';
import { addOwnCode } from './own-code.ts';
import { remembered } from './remembered.ts';

addOwnCode();

export type Step = {
  edits: Edit[];
  /** How the step is built: from the commit, from the working tree with the edit uncommitted, or killed. */
  how:
    | 'committed'
    | 'uncommitted'
    | 'killed'
    | 'killed, then reverted'
    | 'back to an earlier commit'
    | 'on another machine';
  /** After how many files a kill comes; which earlier commit. */
  n: number;
};

const how = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Step['how']>('committed') },
  { weight: 6, arbitrary: fc.constant<Step['how']>('uncommitted') },
  { weight: 2, arbitrary: fc.constant<Step['how']>('killed') },
  { weight: 2, arbitrary: fc.constant<Step['how']>('killed, then reverted') },
  { weight: 1, arbitrary: fc.constant<Step['how']>('back to an earlier commit') },
  { weight: 4, arbitrary: fc.constant<Step['how']>('on another machine') },
);

const anyStep: fc.Arbitrary<Step> = fc.record({
  edits: fc.oneof(
    { weight: 4, arbitrary: fc.array(anyEdit, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(anyEdit, { minLength: 2, maxLength: 5 }) },
  ),
  how,
  n: fc.nat(30),
});

/** In `npm test` the same lives each time, by their numbers of this seed: those in which planted bugs are met, which pass without them. */
export const fixedSeed = 3;
export const fixedLives = { intervals: 4, absences: 0 } as const;

export type Counts = {
  steps: number;
  refused: number;
  killed: number;
  elsewhere: number;
  asked: number;
  rendered: number;
};

type Settings = {
  runs: number;
  steps: number;
  seed: number;
  shrink?: boolean;
  /** The first of those that the seed gives, if it is another than 0. */
  from?: number;
};

/** Checks the property over `runs` newsrooms of `steps` steps. Stops at the first failure unless it is to be shrunk. */
export async function checkIncremental({
  runs,
  steps,
  seed,
  shrink = false,
  from = 0,
}: Settings): Promise<{ details: RunDetails<[(Step | null)[]]>; counts: Counts }> {
  const counts: Counts = { steps: 0, refused: 0, killed: 0, elsewhere: 0, asked: 0, rendered: 0 };
  // Always so many steps; a failure is shrunk by leaving steps out, which `null` stands for.
  const newsroomLife = fc.array(fc.option(anyStep, { freq: 1e6 }), { minLength: steps, maxLength: steps, size: 'max' });
  const property = fc.asyncProperty(newsroomLife, async (list) => {
    const run = new Run(counts);
    try {
      for (const step of list) if (step) await run.take(step);
    } finally {
      run.room.dispose();
    }
  });
  const path = from > 0 ? { path: String(from) } : {};
  return { details: await fc.check(property, { numRuns: runs, seed, endOnFailure: !shrink, ...path }), counts };
}

/** The same of one life, for a fault that is met at once in it and rarely otherwise. */
export async function checkLife(steps: readonly Step[]): Promise<void> {
  const run = new Run({ steps: 0, refused: 0, killed: 0, elsewhere: 0, asked: 0, rendered: 0 });
  try {
    for (const step of steps) await run.take(step);
  } finally {
    run.room.dispose();
  }
}

/** What a kill is told by. */
const killedHere = 'killed by the test';

class Run {
  readonly room = new Newsroom();
  #model: Model = firstModel();
  readonly #earlier: Model[] = [];
  readonly #counts: Counts;
  #builds = 0;
  /** Of the site as it was built last. */
  #urls: string[] = [];

  constructor(counts: Counts) {
    this.#counts = counts;
    this.room.remove('authors');
    this.#save({ ...firstModel(), files: new Map() }, true);
  }

  async take({ edits, how, n }: Step): Promise<void> {
    this.#counts.steps += 1;
    const before = structuredClone(this.#model);
    if (how === 'back to an earlier commit' && this.#earlier.length > 0)
      this.#model = structuredClone(this.#earlier[n % this.#earlier.length] as Model);
    else for (const edit of edits) applyEdit(this.#model, edit);
    this.#save(before, how !== 'uncommitted');
    if (how.startsWith('killed') && (await this.#killedBuild(n)) && how === 'killed, then reverted') {
      const killed = this.#model;
      this.#model = structuredClone(before);
      this.#save(killed, true);
    }
    if (await this.#refuses()) return this.#undo(before);
    // Opened once for all builds of this state: how a source is opened is proved elsewhere, and asks git four times.
    const source = await openSource(this.room.content, how === 'uncommitted' ? undefined : 'HEAD');
    if (how === 'on another machine' && existsSync(this.room.cache)) await this.#buildElsewhere(source);
    await this.#buildAndCompare(source);
    if (how === 'committed' && n === 0) this.#earlier.push(structuredClone(this.#model));
  }

  #save(before: Model, commit: boolean): void {
    const [old, files] = [filesOf(before), filesOf(this.#model)];
    for (const path of old.keys()) if (!files.has(path)) this.room.remove(path);
    for (const [path, text] of files)
      this.room.write({ [path]: /\.jpe?g$/.test(path) ? Buffer.from(text, 'latin1') : text });
    if (commit) this.room.commit();
  }

  #undo(to: Model): void {
    const from = this.#model;
    this.#model = structuredClone(to);
    this.#save(from, true);
  }

  get #engine() {
    const { engine: program, layouts } = this.#model;
    const all = JSON.stringify([program, layouts]);
    const looks = remembered(all, () => looksIn(join(this.room.folder, 'layouts'), layouts));
    return {
      content: program === 'engine 2' ? 'another parser' : 'a parser',
      all,
      looks: async () => ({ program, ...looks }),
    };
  }

  /** What every build is told of the engine. */
  get #ofEngine() {
    return { engine: this.#engine, render: rendererOf(this.#model.layouts) };
  }

  /** A build of bad content must say what a first build of it says, and leave the site as it is. */
  async #refuses(): Promise<boolean> {
    const clean = openCatalog(undefined);
    const told = await syncCatalog(clean, {
      source: folderSource(this.room.content),
      now: this.#model.now,
      rules: routeRules,
      engine: this.#engine,
      words: async () => shippedShelf,
    });
    clean.close();
    const problems = told.problems.filter(isFault);
    if (problems.length === 0) return false;
    this.#counts.refused += 1;
    const site = treeOf(this.room.out);
    const report = await this.#build({});
    expect(codes(report.problems.filter(isFault)), 'Problems of the incremental build').toEqual(codes(problems));
    expect(treeOf(this.room.out), 'the site after a refused build').toEqual(site);
    return true;
  }

  /** By as many hands, in batches as large, with as many pages in windows, as it comes: the same for all of them. */
  #build(from: Partial<BuildOptions>): Promise<BuildReport> {
    const [threads, batch] = [[0, 1, 2, 4][this.#builds % 4] ?? 0, [500, 1, 7, 2000, 7][this.#builds % 5] ?? 500];
    this.#builds += 1;
    const hands = threads === 0 ? {} : { hands: standInThreads(threads) };
    const urls = this.#builds % 3 === 0 ? [] : this.#urls.filter((_, index) => (index + this.#builds) % 7 === 0);
    const shown = { urls, onMade() {} };
    return this.room.build({ ...from, ...hands, batch, shown, now: this.#model.now, ...this.#ofEngine });
  }

  /** What changed, built from the saved state alone, is put over the site; the build after it finds nothing to do. */
  async #buildElsewhere(source: Source): Promise<void> {
    const { room } = this;
    const [state, cache, changed] = ['state.bin', 'cache-elsewhere', 'dist-changed'].map((name) =>
      join(room.folder, name),
    ) as [string, string, string];
    await saveState(room.cache, state);
    await loadState(cache, state);
    const options = { source, now: this.#model.now, ...this.#ofEngine };
    const { problems, outcomes } = await room.build({ ...options, cache, out: changed, changedOnly: true });
    expect(problems.filter(isFault)).toEqual([]);
    cpSync(changed, room.out, { recursive: true });
    const site = new OutputFolder(room.out);
    for (const { url, did } of outcomes) if (did === 'removed') site.remove(outputPath(url));
    for (const each of [room.cache, changed]) rmSync(each, { recursive: true, force: true });
    renameSync(cache, room.cache);
    this.#counts.elsewhere += 1;
    expect((await this.#build({ source })).written, 'what a build of the site that was put together has to mend').toBe(
      0,
    );
  }

  async #buildAndCompare(source: Source): Promise<void> {
    const report = await this.#build({ source });
    expect(report.problems.filter(isFault), 'Problems of the incremental build that a clean one has not').toEqual([]);
    this.#counts.asked += report.outcomes.length;
    this.#counts.rendered += report.outcomes.filter(({ did }) => did === 'rendered').length;
    const files = new Map(
      [...filesOf(this.#model)].map(([path, text]) => [
        path,
        /\.jpe?g$/.test(path) ? Buffer.from(text, 'latin1') : text,
      ]),
    );
    const built = treeOf(this.room.out);
    built.delete('.edition');
    this.#urls = [...built.keys()].map(urlOfOutput);
    expect(report.routes, 'the number of routes').toBe(built.size);
    expect(
      differences(await siteOf(files, this.#model.now, this.#model.layouts), built).join('\n'),
      'the built site against the oracle',
    ).toBe('');
    expect((await this.#build({ source })).outcomes, 'a second build').toEqual([]);
  }

  /** Stops a build as a kill would, before or after its n-th step, and every step after that. False if it had fewer. */
  async #killedBuild(n: number): Promise<boolean> {
    let left = n;
    const unwatch = watchSteps((_, perform) => {
      if (left < 0) throw new Error(killedHere);
      left -= 1;
      if (left < 0 && n % 2 === 0) throw new Error(killedHere);
      const result = perform();
      if (left < 0) throw new Error(killedHere);
      return result;
    });
    try {
      await this.#build({ commit: 'HEAD' });
      return false;
    } catch (error) {
      if (left >= 0) throw error;
      this.#counts.killed += 1;
      return true;
    } finally {
      unwatch();
    }
  }
}

function codes(problems: BuildReport['problems']): string[] {
  return problems.map(({ code, file, line }) => `${code} ${file}:${line}`).sort();
}

/** What differs, as short lines that can be read in a failure. */
function differences(wanted: Map<string, string>, built: Map<string, string>): string[] {
  const paths = [...new Set([...wanted.keys(), ...built.keys()])].sort();
  return paths.flatMap((path) => {
    const [want, got] = [wanted.get(path), built.get(path)];
    if (want === got) return [];
    if (want === undefined) return [`${path} should not be there`];
    if (got === undefined) return [`${path} is missing`];
    const from = [...want].findIndex((letter, index) => letter !== got[index]);
    return [
      `${path}: wanted …${want.slice(Math.max(0, from - 60), from + 60)}… got …${got.slice(Math.max(0, from - 60), from + 60)}…`,
    ];
  });
}
