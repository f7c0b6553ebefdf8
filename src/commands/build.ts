/**
 * The whole program: content is taken into the catalog, what that touched is asked again, and what is
 * stale is rendered. ARCHITECTURE.md follows these steps.
 */

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Catalog, openCatalog } from '../catalog/catalog.ts';
import type { Site } from '../content/site.ts';
import { engineVersion } from '../engine-files.ts';
import { makeRoomFor } from '../nursery.ts';
import { hasOwnIcon, ownFolders } from '../own/own-files.ts';
import { type Batch, planEdition, planShown } from '../plan/plan-edition.ts';
import { settleUnrendered } from '../plan/settle.ts';
import { isFault, type Problem } from '../problem.ts';
import { type PageRenderer, renderWithEleventy } from '../render/eleventy.ts';
import { RenderFailure } from '../render/failures.ts';
import { OutputFolder } from '../render/output.ts';
import { PictureCache } from '../render/picture-cache.ts';
import { makePicture, type PictureMaker } from '../render/picture-maker.ts';
import { type PageMaker, type RenderOptions, renderBatches } from '../render/render-routes.ts';
import type { CardDrawer } from '../render/social-card-maker.ts';
import { kindsByName, routeRules } from '../routes/rules.ts';
import { openSource } from '../source/git-source.ts';
import type { Source } from '../source/source.ts';
import { type Due, nextDue } from '../sync/clock.ts';
import type { TextsOf } from '../sync/problem-texts.ts';
import { type Engine, type Synced, syncCatalog } from '../sync/sync.ts';
import type { WordsShelf } from '../sync/words-shelf.ts';
import { engineOf } from './engine-of.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';
import type { Progress } from './progress.ts';
import { writeRedirects } from './redirects.ts';
import { type Hands, Threads } from './threads.ts';
import { formerEngine, noteUpdate } from './update-cost.ts';
import { wordsFolders } from './words-folders.ts';
import { acceptChanges, beginWriting, begun, finishWriting, refuseOther, removedList, trustOutput } from './writing.ts';

export type BuildOptions = {
  /** Folders, as whole paths. `cache` undefined keeps the catalog in memory. */
  content: string;
  out: string;
  cache: string | undefined;
  /** The newsroom's own folder, which may have words of its own. */
  newsroom: string;
  commit?: string;
  now: number;
  /** Trust nothing in `out`: ask and compare every route. */
  all?: boolean;
  /**
   * The catalog stands for a site elsewhere: only what differs from that is written to `out`, which is empty, or holds what
   * earlier builds with this catalog have written so.
   */
  changedOnly?: boolean;
  /** As `Site` has it. Needs a cache and an output folder of its own. */
  isPreview?: true | undefined;
  /** Paths below the content folder that alone have changed since the last build with this cache, by whoever watches. */
  touched?: readonly string[] | undefined;
  /** A folder of pictures that were made before, shared with other catalogs; else in `cache`. */
  pictures?: string | undefined;
  /** What was touched is asked and settled as if `out` had it already: nothing is rendered, and no file is written. */
  isAskedOnly?: boolean;
  /** Pages that windows show: they are made before all others. */
  shown?: ShownPages | undefined;
  progress?: Progress;
  /** Told in a sentence, before it is rendered, what an update of the program costs. */
  announce?(sentence: string): void;
  /** Told what is known before anything is rendered; not where that failed. */
  onSynced?(report: BuildReport): Promise<void>;
  /** Say of this URL what became of it, and why. */
  explain?: string;
  /** Put by tests in place of Eleventy, of what makes pictures, of git, of what is installed, of its words and of threads. */
  render?: PageRenderer;
  makePicture?: PictureMaker;
  drawCard?: CardDrawer;
  source?: Source;
  engine?: Engine;
  engineVersion?: string;
  words?(): Promise<WordsShelf>;
  hands?: Hands;
  /** How many routes are asked, rendered and settled together. */
  batch?: number;
};

export type BuildReport = {
  /** With a fault among them, nothing was built, unless `isStopped`. */
  problems: Problem[];
  /** A component of the newsroom's own failed, after some files may have been written. */
  isStopped?: boolean;
  /** Of files in which a Problem has a place, by path below the content folder. */
  textsOf: TextsOf;
  site?: Site;
  /** As `Synced` has it; absent where nothing was synced. */
  stands?: Synced['stands'];
  source: string;
  repaired?: string;
  outcomes: Outcome[];
  /** The answer to `explain`. */
  explanation?: string;
  routes: number;
  /** Files that were not as they should be. */
  written: number;
  nextDue?: Due;
};

/** `urls` as routes have them; `onMade`: those of them that are new can be read now, before the rest is rendered, which waits for it. */
export type ShownPages = { urls: readonly string[]; onMade(): void | Promise<void> };

export async function build(options: BuildOptions): Promise<BuildReport> {
  const output = new OutputFolder(options.out, options.changedOnly ? removedList(options.cache) : undefined);
  output.accept();
  refuseOther(output, options.isPreview);
  const catalog = openCatalog(options.cache);
  const hands = options.hands ?? new Threads(options, options.render ? { threads: 0 } : {}); // which do not know it
  try {
    if (options.changedOnly) acceptChanges(catalog, output);
    const source = options.source ?? (await openSource(options.content, options.commit));
    const own = await loadOwn(options);
    if (own.length > 0) return { ...nothingDone(catalog, source), problems: own, textsOf: readTexts(options.content) };
    const engine = options.engine ?? engineOf(options.newsroom);
    const former = formerEngine(catalog);
    const { problems, textsOf, site, stands } = await syncCatalog(catalog, {
      source,
      now: options.now,
      rules: routeRules,
      engine,
      words: options.words ?? (() => openWords(options)),
      isIconDrawn: hasOwnIcon(options.newsroom),
      isPreview: options.isPreview,
      touched: options.touched,
      parserFor: (files) => hands.parserFor(files),
      onProgress: (done, total) => {
        makeRoomFor(total);
        options.progress?.('Reading', done, total);
      },
    });
    const report: BuildReport = {
      ...nothingDone(catalog, source),
      ...{ problems, textsOf, site, stands, nextDue: nextDue(catalog, options.now) },
    };
    await options.onSynced?.(report);
    if (problems.some(isFault)) return report;
    if (catalog.site.cards && !options.drawCard)
      (await import('../render/social-card-fonts.ts')).needCardPackages(catalog.site);
    if (options.changedOnly) beginWriting(catalog, output);
    else if (!options.isAskedOnly) report.written += trustOutput(catalog, output, options.all ?? false);
    const cost = noteUpdate(catalog, former, options.engineVersion ?? engineVersion());
    if (cost !== undefined) options.announce?.(cost);
    const total = catalog.touched.count();
    const makerFor = (routes: number) =>
      hands.makerFor(routes, { render: options.render ?? renderWithEleventy, output });
    const maker = makerFor(total);
    const batches = planEdition(catalog, kindsByName(), (asked) => options.batch ?? maker.batchAfter(asked));
    const rendering = options.isAskedOnly
      ? settleUnrendered(catalog, batches)
      : shownFirst(batches, options.shown, {
          ...{ catalog, source, output, maker, make: options.makePicture ?? makePicture, drawCard: options.drawCard },
          makerFor,
          cache: new PictureCache(options.pictures ?? options.cache),
          onPictures: (done, all) => options.progress?.('Making pictures', done, all),
        });
    try {
      for await (const { batch, written } of rendering) {
        makeRoomFor(total);
        report.written += written;
        report.outcomes.push(...outcomesOf(batch));
        options.progress?.(options.isAskedOnly ? 'Asking' : 'Rendering', report.outcomes.length, total);
      }
    } catch (error) {
      const failed = await ownFailures(error, options);
      return { ...report, problems: failed, textsOf: readTexts(options.content), isStopped: true };
    }
    if (options.isAskedOnly) catalog.state.forget('writing');
    else finishWriting(catalog, output);
    if (options.cache !== undefined) writeRedirects(catalog, options.cache);
    if (options.explain !== undefined) {
      const { explainUrl } = await import('./explain.ts');
      report.explanation = explainUrl(catalog, options.explain, report.outcomes);
    }
    return report;
  } finally {
    const ended = hands.end();
    catalog.close();
    await ended;
  }
}

type Rendering = RenderOptions & { makerFor(routes: number): PageMaker };

/** What windows show is made and settled whole, on this thread, before the rest is asked. */
async function* shownFirst(
  rest: Iterable<Batch>,
  shown: ShownPages | undefined,
  { makerFor, ...rendering }: Rendering,
): ReturnType<typeof renderBatches> {
  const { catalog, output } = rendering;
  const make = (batches: Iterable<Batch>, maker = rendering.maker) =>
    renderBatches(begun(batches, catalog, output), { ...rendering, maker });
  if (shown !== undefined && shown.urls.length > 0) {
    let isAnyNew = false;
    for await (const made of make(planShown(catalog, kindsByName(), shown.urls), makerFor(shown.urls.length))) {
      isAnyNew ||= made.batch.stale.length > 0 && made.written > 0;
      yield made;
    }
    if (isAnyNew) await shown.onMade();
  }
  yield* make(rest);
}

function nothingDone(catalog: Catalog, source: Source): BuildReport {
  const { repaired, routes } = catalog;
  return {
    ...{ problems: [], textsOf: () => new Map(), source: source.name, repaired, outcomes: [] },
    ...{ routes: routes.count, written: 0 },
  };
}

/** Loaded only for a newsroom that has something of its own. */
async function loadOwn({ newsroom, content }: BuildOptions): Promise<Problem[]> {
  if (ownFolders(newsroom).length === 0) return [];
  const { loadOwn: load } = await import('../own/load-own.ts');
  return load(newsroom, content);
}

/** Problems of the newsroom's own components; any other failure goes on up. */
async function ownFailures(error: unknown, { newsroom, content }: BuildOptions): Promise<Problem[]> {
  const name = (path: string) => relative(content, path);
  const { loadProblem, renderProblems } = await import('../own/render-problems.ts');
  if (error instanceof RenderFailure) {
    const problems = renderProblems(newsroom, error.failures, name);
    if (problems !== undefined) return problems;
  }
  const problem = loadProblem(newsroom, error, name);
  if (problem === undefined) throw error;
  return [problem];
}

/** Of files beside the content, which are as they were when they were loaded. */
function readTexts(content: string): TextsOf {
  return (paths) => new Map(paths.map((path) => [path, readFileSync(join(content, path), 'utf8')]));
}

/** Loaded only for a site that is taken in. */
async function openWords({ newsroom, content }: BuildOptions): Promise<WordsShelf> {
  const { openWordsShelf } = await import('../sync/words-shelf.ts');
  return openWordsShelf(wordsFolders(newsroom, content));
}
