/**
 * Brings a target to a commit: builds what it changes, checks that, sees that no address ends, sends it, and writes down
 * what readers have. The target holds the truth: first publish, resumed publish and “nothing new” are one way through.
 */
import { existsSync, statSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { type Catalog, openCatalog } from '../catalog/catalog.ts';
import { urlOfOutput } from '../content/urls.ts';
import { NotBuilt } from '../errors.ts';
import { editionName } from '../plan/edition.ts';
import { isFault, type Problem } from '../problem.ts';
import { type Change, editionFile, inStages } from '../publish/change-list.ts';
import { judgeEnded } from '../publish/ended.ts';
import { builtIn, type Edition, type Ledger } from '../publish/ledger.ts';
import { type Outgoing, outgoingOf } from '../publish/outgoing.ts';
import { answerFor, editionText, OwnFiles } from '../publish/own-files.ts';
import { statementsSince } from '../publish/statements.ts';
import type { Target } from '../publish/target.ts';
import { OutputFolder, type OutputState, removedIn } from '../render/output.ts';
import { openCommit } from '../source/git-source.ts';
import type { History } from '../source/history.ts';
import type { FileId } from '../source/source.ts';
import { type BuildOptions, type BuildReport, build } from './build.ts';
import { type CheckOptions, check } from './check.ts';
import { namesIn } from './file-names.ts';
import { keptRedirects, stampOfRedirects } from './redirects.ts';
import { removedList } from './writing.ts';

export type PublishOptions = Pick<BuildOptions, 'content' | 'newsroom' | 'now'> & {
  /** As publish.yaml calls it. */
  targetName: string;
  /** Of the repository of the content. */
  history: History;
  /** What else a build is given. */
  build?: Omit<Partial<BuildOptions>, 'out' | 'cache' | 'source' | 'commit' | 'all' | 'changedOnly'>;
  /** Put by tests in place of the check of what was built. */
  judge?(folders: CheckOptions): Promise<Problem[]>;
  /** Seconds for which a file that is no more is served. */
  grace: number;
  /** Says what would be sent, and sends nothing. */
  isDry?: boolean;
  /** A commit that readers had before: what they were given since ends with it. */
  isBack?: boolean;
};

/** What became of one commit. With a fault among the problems, or among those of its build, nothing was sent. */
export type Sent = {
  revision: string;
  report: BuildReport;
  /** What was found after it was built, by files as people name them. */
  problems: Problem[];
  changes: readonly Change[];
  /** If something was sent. */
  edition?: Edition;
  /** Until each ended, from the start. */
  seconds: Record<'built' | 'checked' | 'sent', number>;
};

/** Throws NotBuilt where the commit, and not the target, is to blame. */
export async function publishCommit(revision: string, target: Target, options: PublishOptions): Promise<Sent> {
  const { content, newsroom, now, history } = options;
  const { ledger, cache, outgoing: out } = target;
  const isWhole = buildsWhole(target);
  const source = await openCommit(history.repository, revision, statements(revision, ledger, history));
  const given = { content, newsroom, now, ...options.build };
  const started = performance.now();
  const passed = () => (performance.now() - started) / 1000;
  const seconds = { built: 0, checked: 0, sent: 0 };
  const report = await build({ ...given, cache, out, source, ...howToBuild(isWhole, out) }).catch(blameCommit);
  seconds.built = passed();
  const refused = (problems: Problem[]): Sent => ({ revision, problems, report, changes: [], seconds });
  if (report.problems.some(isFault)) return refused([]);
  const checked = await (options.judge ?? judge)({ content, newsroom, cache, out }).catch(blameCommit);
  seconds.checked = passed();
  if (checked.some(isFault)) return refused(checked);
  const catalog = openCatalog(cache);
  try {
    const [last] = ledger.editions(1);
    const removed = isWhole ? [] : removedIn(removedList(cache), out);
    const isGone = (path: string) => ['withdrawn', 'gone'].includes(kindAt(catalog, path) ?? '');
    const found = outgoingOf({ folder: out, isWhole, removed, isGone }, ledger, options);
    const ends = judgeEnded(found.ended, {
      catalog,
      target: options.targetName,
      nameOf: namesIn(content, newsroom),
      renames: () => (last ? history.renames(last.revision, revision) : new Map()),
    });
    if (ends.ended.length > 0 && !options.isBack) return refused(ends.ended.map(({ problem }) => problem));
    const own = new OwnFiles(join(cache, 'own'));
    const changes = withAnswers(found.changes, ends.answered, { ledger, own, catalog });
    const name = editionName(catalog);
    if (changes.length > 0 || last?.revision !== revision) {
      const text = editionText({ edition: name, commit: revision, published: now });
      changes.push({ path: editionFile, before: ledger.served(editionFile), after: own.put(editionFile, text) });
    }
    const stages = inStages(changes, (path) => isList(catalog, path));
    const sent: Sent = { revision, problems: checked, report, changes: stages.flat(), seconds };
    if (options.isDry) return sent;
    if (changes.length > 0)
      sent.edition = await target.send({
        edition: {
          name,
          revision,
          at: Math.max(now, (last?.at ?? 0) + 1),
          how: options.isBack ? 'rollback' : 'publish',
        },
        stages,
        fileOf: async ({ path, after }) => own.fileOf(path) ?? builtOrKept(target, path, after?.hash ?? ''),
      });
    settle(target, { found, answered: ends.answered, report, name, revision, ...options });
    await target.lead({ stamp: stampOfRedirects(cache), read: () => keptRedirects(cache) });
    own.remove();
    seconds.sent = passed();
    return sent;
  } finally {
    catalog.close();
  }
}

function blameCommit(cause: unknown): never {
  throw new NotBuilt('The commit could not be built.', { cause });
}

async function judge(folders: CheckOptions): Promise<Problem[]> {
  return (await check(folders)).problems;
}

/** Of a commit that was gone back to: what was said for good in those that are held. */
function statements(revision: string, ledger: Ledger, history: History): Map<string, FileId | null> {
  const held = ledger.get('held');
  return held === undefined ? new Map() : statementsSince(revision, held, history);
}

/** A folder that was left before this machine was started may lack bytes that never reached its disk. */
function howToBuild(isWhole: boolean, out: string): Pick<BuildOptions, 'all' | 'changedOnly'> {
  return isWhole ? { all: existsSync(out) && !isOfThisBoot(out) } : { changedOnly: true };
}

function isOfThisBoot(folder: string): boolean {
  return statSync(folder).mtimeMs > Date.now() - uptime() * 1000;
}

/**
 * Whether everything is built and compared with what is served: the first time, and when it cannot be told by what the cache
 * and readers differ. What was built so and not sent is gone on with.
 */
function buildsWhole(target: Target): boolean {
  const { ledger } = target;
  if (ledger.get('whole') !== undefined) return true;
  if (isInStep(target)) return false;
  target.emptyOutgoing();
  ledger.set('whole', 'yes');
  return true;
}

/** What differs between what the cache stands for and what readers have lies in the folder of what is not sent yet. */
function isInStep({ ledger, cache, outgoing }: Target): boolean {
  const catalog = openCatalog(cache);
  try {
    const [name, word] = [editionName(catalog), catalog.state.get('writing')];
    const state = new OutputFolder(outgoing).state();
    if (state.is === 'empty') return word === undefined && name === builtIn(ledger).name;
    const isLeft = state.is === 'changes' ? word === undefined && state.name === name : isOurs(state, word);
    return isLeft && isOfThisBoot(outgoing);
  } finally {
    catalog.close();
  }
}

function isOurs(state: OutputState, word: string | undefined): boolean {
  return state.is === 'unfinished' && state.word === word;
}

function kindAt(catalog: Catalog, path: string): string | undefined {
  return catalog.routes.row(urlOfOutput(path))?.kind;
}

/** Pages that lead to many others. */
function isList(catalog: Catalog, path: string): boolean {
  return !['article', 'page', 'withdrawn', 'gone', 'redirect'].includes(kindAt(catalog, path) ?? '');
}

/** In place of lists that have emptied: pages that lead on, and feeds without stories for those who cannot be led. */
function withAnswers(
  changes: readonly Change[],
  answered: ReadonlyMap<string, string>,
  { ledger, own, catalog }: { ledger: Ledger; own: OwnFiles; catalog: Catalog },
): Change[] {
  const others = changes.filter(({ path }) => !answered.has(path));
  const answers = [...answered].map(([path, to]) => {
    const after = own.put(path, answerFor(path, to, catalog.site));
    return { path, before: ledger.served(path), after };
  });
  return [...others, ...answers];
}

async function builtOrKept(target: Target, path: string, hash: string): Promise<string> {
  const built = join(target.outgoing, path);
  return existsSync(built) ? built : target.kept(hash);
}

type Settled = Pick<PublishOptions, 'now' | 'grace'> & {
  found: Outgoing;
  answered: ReadonlyMap<string, string>;
  report: BuildReport;
  name: string;
  revision: string;
};

/** Readers have what the cache stands for. */
function settle(target: Target, { found, answered, report, name, revision, now, grace }: Settled): void {
  const { ledger } = target;
  ledger.transaction(() => {
    for (const path of found.ended) if (!answered.has(path) && ledger.served(path)) ledger.leave(path, now);
    for (const path of found.staying) ledger.stay(path);
    for (const [path, to] of answered) ledger.answer(path, to);
    for (const { path, after } of found.changes) if (after) ledger.answer(path, undefined);
    const leaving = [...ledger.leaving().values()].map((since) => since + grace);
    const due = Math.min(report.nextDue?.at ?? Number.POSITIVE_INFINITY, ...leaving);
    ledger.set('due', Number.isFinite(due) ? String(due) : undefined);
    ledger.set('built', `${name} ${ledger.editions(1)[0]?.number ?? 0}`);
    ledger.set('whole', undefined);
    if (ledger.get('refused') === revision) ledger.set('refused', undefined);
  });
  target.emptyOutgoing();
}

export function isRefused({ report, problems }: Sent): boolean {
  return [...report.problems, ...problems].some(isFault);
}
