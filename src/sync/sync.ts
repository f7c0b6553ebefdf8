/**
 * Brings the catalog in step with a source and an instant, in one transaction: files, entries, counts,
 * the set of routes, and which of them are touched. Any fault rolls all of it back.
 */

import type { Catalog } from '../catalog/catalog.ts';
import type { Looks } from '../catalog/looks.ts';
import { ownIconPath } from '../content/icons.ts';
import { isLeftover } from '../content/leftovers.ts';
import { iconFiles } from '../content/own-addresses.ts';
import { contentPath } from '../content/paths.ts';
import type { Site } from '../content/site.ts';
import { isFault, type Problem } from '../problem.ts';
import type { Base, Candidates, FileId, Source } from '../source/source.ts';
import { isClockCrossing } from './clock.ts';
import type { Parser } from './parser.ts';
import { findPassedOver, stillPassedOver } from './passed-over.ts';
import type { TextsOf } from './problem-texts.ts';
import type { RouteRules } from './route-set.ts';
import type { WordsShelf } from './words-shelf.ts';

export type Engine = {
  /** A hash of what decides how files are read. */
  content: string;
  /** A hash of that and of what decides how pages look. */
  all: string;
  /** The latter by kind of route; asked only of another engine than the last. Without it every kind is made of all. */
  looks?(): Promise<Looks>;
};

export type SyncOptions = {
  source: Source;
  /** The instant that is built for, in seconds since 1970. */
  now: number;
  rules: RouteRules;
  engine: Engine;
  /** As `Source.candidates` takes them. */
  touched?: readonly string[] | undefined;
  /** The words of the interface, which are read only for a site that is taken in. */
  words(): Promise<WordsShelf>;
  /** The newsroom has drawn its own icon. */
  isIconDrawn?: boolean;
  /** As `Site` has it: the same for all syncs of a catalog. */
  isPreview?: true | undefined;
  /** The same. */
  isWithoutPages?: true | undefined;
  /** What parses so many files on other threads; undefined where it is as quick to do so here. */
  parserFor?(files: number): Parser | undefined;
  /** Told as files are taken in. */
  onProgress?(done: number, total: number): void;
};

/** `site` is undefined if there was a fault. Advice is told of the files that were read, once: when they changed. */
export type Synced = {
  problems: Problem[];
  /** Of files in which a Problem has a place. */
  textsOf: TextsOf;
  changedFiles: number;
  /** Of a preview: whether advice of the sync before still holds, for nothing that it is about has changed. */
  stands(advice: { code: string; file: string }): boolean;
  site: Site | undefined;
};

/** What reads and compares content is loaded only if there is something to read. */
export async function syncCatalog(catalog: Catalog, options: SyncOptions): Promise<Synced> {
  const { source, engine, now } = options;
  const base = readBase(catalog);
  const candidates = await source.candidates(base, options.touched);
  const passedOver = findPassedOver(source, candidates, base);
  const next = passedOver.hidden.length > 0 ? { ...candidates.next, hidden: passedOver.hidden } : candidates.next;
  const isReadAnew = catalog.state.get('engine.content') !== engine.content;
  const isEngineNew = isReadAnew || catalog.state.get('engine.all') !== engine.all;
  let changed = differing(catalog, candidates);
  const isSiteEdited = changed.has('site.yaml');
  if (isReadAnew || isSiteEdited) changed = everyFile(catalog, changed);
  else if (isEngineNew || isIconMoved(catalog, changed)) changed = withSite(catalog, changed);
  let looked: ReadonlySet<string> = new Set();
  const stands: Synced['stands'] = (advice) => stillPassedOver(advice, candidates) ?? isUnseen(advice, looked);
  const isNothingNew = changed.size === 0 && !isEngineNew && !isClockCrossing(catalog, now);
  if (isNothingNew) {
    writeBase(catalog, next);
    return { problems: passedOver.advice, textsOf: () => new Map(), changedFiles: 0, site: catalog.site, stands };
  }
  const parser = options.parserFor?.(changed.size); // so that threads begin while this one loads what it needs
  const { applyChanges } = await import('./apply-changes.ts');
  const { inspectPictures } = await import('./inspect-pictures.ts');
  const { weighFiles } = await import('./weigh-files.ts');
  const words = changed.has('site.yaml') ? await options.words() : undefined;
  const pictures = await inspectPictures(catalog, { ...options, changed, isReadAnew });
  const weights = await weighFiles(catalog, changed, source);
  // The base belongs to what is taken in: killed between the two, a later revert would not be seen.
  const looks = isEngineNew ? await (engine.looks?.() ?? { program: engine.all, files: {} }) : undefined;
  const found = { words, pictures, weights, changed, passedOver, looks, isSiteEdited, isReadAnew, parser };
  const applied = await applyChanges(catalog, { ...options, ...found }, () => writeBase(catalog, next));
  looked = applied.looked;
  const problems = [...applied.problems, ...passedOver.advice];
  const { textsOfProblems } = await import('./problem-texts.ts');
  const textsOfContent = textsOfProblems(catalog, source, changed, problems);
  const textsOf: TextsOf = (paths) => new Map([...textsOfContent(paths), ...(words?.texts ?? [])]);
  const site = problems.some(isFault) ? undefined : catalog.site;
  return { problems, textsOf, changedFiles: changed.size, site, stands };
}

/** Advice that compares a file with others may be mended by these: it is told when the file is read, and then no more. */
const comparing = ['article/near-topic', 'article/near-id', 'picture/expires-elsewhere'];

function isUnseen({ code, file }: { code: string; file: string }, looked: ReadonlySet<string>): boolean {
  return !looked.has(file) && !comparing.includes(code);
}

/** Whether the catalog has what the source has now, read as this engine reads it; the instant is not asked. */
export async function isInStep(catalog: Catalog, source: Source, engine: Pick<Engine, 'content'>): Promise<boolean> {
  const base = readBase(catalog);
  if (base === undefined || catalog.state.get('engine.content') !== engine.content) return false;
  return differing(catalog, await source.candidates(base)).size === 0;
}

/** What the catalog’s last sync had of its source. */
export function readBase(catalog: Catalog): Base | undefined {
  const base = catalog.state.get('base');
  return base === undefined ? undefined : JSON.parse(base);
}

function writeBase(catalog: Catalog, base: Base): void {
  const written = JSON.stringify(base);
  if (catalog.state.get('base') !== written) catalog.state.set('base', written);
}

/** The candidates whose mode or blob is not the catalog's, and, of a complete list, what is gone from it. */
function differing(catalog: Catalog, { files, isComplete, untracked }: Candidates): Map<string, FileId | null> {
  const changed = new Map<string, FileId | null>();
  const all = isComplete ? catalog.files.all() : [];
  const knownOf = new Map(all.map((each) => [each.path, each]));
  for (const [path, file] of files) {
    if (contentPath(path, file?.mode ?? 0) === undefined || (untracked.has(path) && isLeftover(path))) continue;
    const known = isComplete ? knownOf.get(path) : catalog.files.at(path);
    if (file === null ? known : known?.blob !== file.blob || known.mode !== file.mode) changed.set(path, file);
  }
  for (const { path } of all) if (!files.has(path)) changed.set(path, null);
  return sorted(changed);
}

/** All files there will be, for when the way they are read changed. */
function everyFile(catalog: Catalog, changed: Map<string, FileId | null>): Map<string, FileId | null> {
  const all = new Map(changed);
  for (const { path, mode, blob } of catalog.files.all()) if (!all.has(path)) all.set(path, { mode, blob });
  return sorted(all);
}

/** Whether an icon of the newsroom's own has come or gone. */
function isIconMoved(catalog: Catalog, changed: Map<string, FileId | null>): boolean {
  return iconFiles.map(ownIconPath).some((path) => {
    const isThere = changed.get(path);
    return isThere !== undefined && (isThere === null) === (catalog.files.at(path) !== undefined);
  });
}

/** The site is taken in again: of the words of its languages, and of its icons, it knows more than its file. */
function withSite(catalog: Catalog, changed: Map<string, FileId | null>): Map<string, FileId | null> {
  const site = catalog.files.at('site.yaml');
  return site ? sorted(new Map([...changed, ['site.yaml', site]])) : changed;
}

function sorted(files: Map<string, FileId | null>): Map<string, FileId | null> {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
