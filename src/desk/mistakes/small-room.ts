/** What a sync says of a newsroom that nobody writes to a disk, and which has no routes: for questions asked by the hundred. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Catalog, openCatalog } from '../../catalog/catalog.ts';
import type { Seconds } from '../../content/times.ts';
import type { Problem } from '../../problem.ts';
import { modes, type Source } from '../../source/source.ts';
import type { RouteRules } from '../../sync/route-set.ts';
import { syncCatalog } from '../../sync/sync.ts';
import type { WordsFolder, WordsShelf } from '../../sync/words-shelf.ts';
import { authorYaml, type Listed, siteYaml, type Text } from './room.ts';

/** By path below `content/`. */
export type Files = Record<string, Text>;

export const smallestRoom: Files = { 'site.yaml': siteYaml, 'authors/desk.yaml': authorYaml };

const wordsFolder = '../layouts/words/';

/** `words`: those of the engine, with a folder of the newsroom’s own where there is one. */
export type Judge = { rules: RouteRules; now: Seconds; words(own?: WordsFolder): WordsShelf };

export class SmallRooms {
  readonly #judge: Judge;
  /** It goes from newsroom to newsroom, so that only what differs is read. */
  readonly #shared: Catalog;

  constructor(judge: Judge) {
    this.#judge = judge;
    this.#shared = openCatalog(undefined);
  }

  close(): void {
    this.#shared.close();
  }

  async problemsOf(files: Files, listed?: Listed): Promise<Problem[]> {
    const own = Object.keys(files).filter((path) => path.startsWith(wordsFolder));
    if (own.length === 0 && !listed) return this.#sync(this.#shared, files, this.#judge.words());
    const catalog = openCatalog(undefined);
    const folder = own.length > 0 ? folderWith(files, own) : undefined;
    try {
      const words = this.#judge.words(
        folder === undefined ? undefined : { path: folder, name: wordsFolder.slice(0, -1) },
      );
      return await this.#sync(catalog, files, words, listed);
    } finally {
      catalog.close();
      if (folder !== undefined) rmSync(folder, { recursive: true });
    }
  }

  async #sync(catalog: Catalog, files: Files, words: WordsShelf, listed?: Listed): Promise<Problem[]> {
    const rules = { ...this.#judge.rules, at: () => [], always: () => [] };
    const engine = { content: 'small', all: 'small' };
    const source = sourceOf(files, listed);
    return (await syncCatalog(catalog, { source, now: this.#judge.now, rules, engine, words: async () => words }))
      .problems;
  }
}

/** Words are read from a disk alone. */
function folderWith(files: Files, paths: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-words-'));
  for (const path of paths) writeFileSync(join(folder, path.slice(wordsFolder.length)), files[path] ?? '');
  return folder;
}

function sourceOf(files: Files, listed: Listed | undefined): Source {
  const blobOf = (path: string) =>
    createHash('sha1')
      .update(files[path] ?? '')
      .digest('hex');
  const paths = Object.keys(files).filter((path) => !path.startsWith(wordsFolder));
  const modeOf = (path: string) => listed?.modes?.[path] ?? modes.file;
  const source: Source = {
    name: 'memory',
    candidates: async () => ({
      files: new Map(paths.map((path) => [path, { mode: modeOf(path), blob: blobOf(path) }])),
      isComplete: true,
      untracked: new Set(listed?.untracked),
      hidden: listed?.hidden ?? [],
      next: { tree: '', dirty: [], ...(listed?.isPublicOutside && { isPublicOutside: true }) },
    }),
    read: (wanted) => new Map(wanted.map(({ path }) => [path, Buffer.from(files[path] ?? '')])),
  };
  if (!listed) return source;
  const { ignoring } = listed;
  const ruleFor = (path: string) => ignoring && { ...ignoring, line: 1, path: `content/${path}` };
  const ignoreRules: Source['ignoreRules'] = (asked) =>
    new Map(
      asked.flatMap((path) => [[path, ruleFor(path)] as const]).flatMap(([path, rule]) => (rule ? [[path, rule]] : [])),
    );
  return { ...source, ignoreRules };
}
