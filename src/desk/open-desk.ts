/**
 * The catalog that editors are told from: that of the last build if it is in step with the content, else one beside it, which
 * is brought in step without what is broken. So what is said is about the content as it is now, also where nothing can be built.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, openCatalog } from '../catalog/catalog.ts';
import type { Seconds } from '../content/times.ts';
import { isFault, type Problem } from '../problem.ts';
import type { FileId, Source } from '../source/source.ts';
import { isInStep, type Synced, type SyncOptions, syncCatalog } from '../sync/sync.ts';

export type DeskOpened = Pick<Synced, 'problems' | 'textsOf'> & {
  /** To be closed; undefined where nothing at all could be read. */
  catalog: Catalog | undefined;
  /** Files with faults, without which the rest was read. */
  left: readonly string[];
  /** It is as it was before the faults: without them nothing could be read. */
  isAsBefore: boolean;
};

/** `cache`: the folder of the build’s; `isSmall`: whether memory is to be saved rather than time. */
export async function openDesk(cache: string, options: SyncOptions, isSmall = false): Promise<DeskOpened> {
  const built = existsSync(join(cache, 'production.sqlite')) ? openCatalog(cache) : undefined;
  const sound = { problems: [], textsOf: () => new Map(), left: [], isAsBefore: false };
  const isSame = built && (await isInStep(built, options.source, options.engine)) && isAsAt(built, options.now);
  if (isSame) return { catalog: built, ...sound };
  built?.close();
  const catalog = openCatalog(cache, 'desk', isSmall);
  try {
    const read = await syncSound(catalog, options);
    if (catalog.record('site.yaml') !== undefined) return { catalog, ...read };
    catalog.close();
    return { catalog: undefined, ...read };
  } catch (error) {
    catalog.close();
    throw error;
  }
}

/** Whether nothing begins, changes or ends between the catalog’s instant and another one. */
function isAsAt({ now, turns }: Catalog, at: Seconds): boolean {
  return !turns.isAnyIn([Math.min(now, at), Math.max(now, at)]);
}

/** What is left out may be missed by others, and those by others again. */
const mostRounds = 8;

async function syncSound(catalog: Catalog, options: SyncOptions): Promise<Omit<DeskOpened, 'catalog'>> {
  const left = new Set<string>();
  let told: Pick<Synced, 'problems' | 'textsOf'> | undefined;
  for (let round = 0; round < mostRounds; round++) {
    const synced = await syncCatalog(catalog, { ...options, source: withoutFiles(options.source, left) });
    told ??= synced;
    const faults = synced.problems.filter(isFault);
    if (faults.length === 0) return { ...pick(told), left: [...left].sort(), isAsBefore: false };
    catalog.forgetRecords();
    const more = faults.map(({ file }) => file).filter((file) => mayBeLeftOut(file) && !left.has(file));
    if (more.length === 0) break;
    for (const file of more) left.add(file);
  }
  return { ...pick(told), left: [], isAsBefore: true };
}

function pick(told: Pick<Synced, 'problems' | 'textsOf'> | undefined): {
  problems: Problem[];
  textsOf: Synced['textsOf'];
} {
  return { problems: told?.problems ?? [], textsOf: told?.textsOf ?? (() => new Map()) };
}

function mayBeLeftOut(file: string): boolean {
  return file !== 'site.yaml' && !file.startsWith('../layouts/');
}

const nobody = /^authors\/([^/]+)\.yaml$/;
const standIn: FileId = { mode: 0o100644, blob: '0'.repeat(40) };

/** The source without some files. An author is not left out but stood in for, or all stories of theirs would go too. */
function withoutFiles(source: Source, left: ReadonlySet<string>): Source {
  if (left.size === 0) return source;
  return {
    name: source.name,
    async candidates(base) {
      const { files, next, ...rest } = await source.candidates(base);
      const others = new Map(files);
      for (const path of left) others.set(path, nobody.test(path) ? standIn : null);
      return { ...rest, files: others, next: { ...next, dirty: [...new Set([...next.dirty, ...left])] } };
    },
    read(files) {
      const isStandIn = ({ path }: { path: string }) => left.has(path) && nobody.test(path);
      const read = source.read(files.filter((file) => !isStandIn(file)));
      for (const { path } of files.filter(isStandIn))
        read.set(path, new TextEncoder().encode(`name: "${nobody.exec(path)?.[1]}"\n`));
      return read;
    },
    ignoreRules: source.ignoreRules && ((paths) => source.ignoreRules?.(paths) ?? new Map()),
  };
}
