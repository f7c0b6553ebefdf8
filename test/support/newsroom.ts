/**
 * A newsroom in a temporary folder, by default a git repository of its own, with a built site beside
 * it. Every test makes its own, three to six files, so that it says itself what it is about.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { type BuildOptions, type BuildReport, build } from '../../src/commands/build.ts';
import { readTime } from '../../src/content/times.ts';
import { authorYaml, siteYaml } from '../../src/desk/mistakes/room.ts';
import { folderSource } from '../../src/source/folder-source.ts';
import type { Source } from '../../src/source/source.ts';
import { labelCards, labelPictures } from './pictures.ts';
import { renderDirectly } from './render-directly.ts';
import { shelfOf } from './words.ts';

export const projectRoot = resolve(import.meta.dirname, '../..');

export { authorYaml, siteYaml };

/** Front matter that an article needs, with what a test changes; `body` is its Markdown. */
export function articleText(fields: Record<string, unknown> = {}, body = 'A paragraph of text.'): string {
  const matter = {
    title: 'A story',
    summary: 'What it is about.',
    date: '2015-11-26 09:30',
    authors: ['desk'],
    section: 'world',
    ...fields,
  };
  const lines = Object.entries(matter)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** Seconds since 1970 of an instant with an offset, or in UTC. */
export function instant(text: string): number {
  const time = readTime(text, 'utc');
  if ('refused' in time) throw new Error(`${text} is no instant`);
  return time.at;
}

/** Long after every story of the tests. */
export const lateEnough = instant('2016-01-01');

/** Everything in a newsroom's folder, what was built and is remembered included: bytes by path. */
export type Kept = ReadonlyMap<string, Uint8Array>;

type Settings = {
  git?: boolean;
  files?: Record<string, string | Uint8Array>;
  /** It begins as another was when that was kept. */
  like?: Kept;
};

export class Newsroom {
  /** The folder of the newsroom, its `content/`, what is built from it, and what is remembered. */
  readonly folder: string;
  readonly content: string;
  out: string;
  cache: string;
  readonly #isGit: boolean;

  constructor({ git = true, files = {}, like }: Settings = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
    this.content = join(this.folder, 'content');
    this.out = join(this.folder, 'dist');
    this.cache = join(this.folder, 'cache');
    this.#isGit = git;
    if (like) {
      this.#begin(like);
      return;
    }
    mkdirSync(this.content);
    if (git) {
      makeRepository(this.folder);
      writeFileSync(join(this.folder, '.gitignore'), 'dist*/\ncache*/\n');
    }
    this.write({ 'site.yaml': siteYaml, 'authors/desk.yaml': authorYaml, ...files });
  }

  /** Made once and begun with often, a newsroom is built once. */
  keep(): Kept {
    const files = filesBelow(this.folder);
    return new Map(files.map((file) => [file.slice(this.folder.length + 1), readFileSync(file)]));
  }

  #begin(kept: Kept): void {
    for (const folder of new Set([...kept.keys()].map(dirname)))
      mkdirSync(join(this.folder, folder), { recursive: true });
    for (const [path, bytes] of kept) writeFileSync(join(this.folder, path), bytes);
  }

  /** Writes files below `content/`. */
  write(files: Record<string, string | Uint8Array>): this {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.content, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return this;
  }

  remove(...paths: string[]): this {
    for (const path of paths) rmSync(join(this.content, path), { recursive: true });
    return this;
  }

  git(...args: string[]): string {
    const identity = {
      GIT_AUTHOR_NAME: 'T',
      GIT_AUTHOR_EMAIL: 't@t.example',
      GIT_COMMITTER_NAME: 'T',
      GIT_COMMITTER_EMAIL: 't@t.example',
    };
    const run = spawnSync('git', ['-C', this.folder, ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...identity, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
    if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
    return run.stdout.trim();
  }

  commit(message = 'Change'): this {
    if (!this.#isGit) throw new Error('This newsroom is a plain folder');
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this;
  }

  /** Builds in this process; without Eleventy unless `render` is given, for speed. Never throws for Problems. */
  build(options: Partial<BuildOptions> = {}): Promise<BuildReport> {
    return build({
      content: this.content,
      out: this.out,
      cache: this.cache,
      newsroom: this.folder,
      now: lateEnough,
      render: renderDirectly,
      makePicture: labelPictures,
      drawCard: labelCards,
      engine: testEngine,
      words: async () => shelfOf(options.content ?? this.content),
      ...options,
      source: options.source ?? this.#folder(options),
    });
  }

  /** The source that a plain folder has, without asking git whether it is one. */
  #folder({ content = this.content, commit }: Partial<BuildOptions>): Source | undefined {
    return this.#isGit || commit !== undefined ? undefined : folderSource(content);
  }

  /** Builds and expects no Problem; returns the URLs that were rendered, sorted, without those of the search. */
  async rendered(options: Partial<BuildOptions> = {}): Promise<string[]> {
    const report = await this.build(options);
    if (report.problems.length > 0) throw new Error(`Unexpected: ${JSON.stringify(report.problems, null, 2)}`);
    return report.outcomes
      .filter(({ url, did }) => did === 'rendered' && !isOfSearch(url))
      .map(({ url }) => url)
      .sort();
  }

  /** A file of the built site. */
  page(path: string): string {
    return readFileSync(join(this.out, path), 'utf8');
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What `git init` makes, without a process; and thousands of commits, none of them to be kept, need no care. */
function makeRepository(folder: string): void {
  for (const each of ['objects', 'refs/heads', 'info']) mkdirSync(join(folder, '.git', each), { recursive: true });
  writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
  const core = ['repositoryformatversion = 0', 'filemode = true', 'bare = false', 'fsync = none'];
  writeFileSync(join(folder, '.git/config'), `[core]\n${core.join('\n')}\n[maintenance]\nauto = false\n`);
}

/** Of the search index, or the page of it: most tests are about other pages. */
export function isOfSearch(url: string): boolean {
  return /^\/search-index\/|^\/(?:[a-z]{2}\/)?search\/$/.test(url);
}

/** An engine that never changes, so that tests say themselves when the layouts do. */
export const testEngine = { content: 'test', all: 'test' };

/** A newsroom that is removed when the test ends. */
export function newsroom(settings: Settings = {}): Newsroom {
  const room = new Newsroom(settings);
  onTestFinished(() => room.dispose());
  return room;
}

/** Every file below a folder as text, by path; `.edition` among them. */
export function treeOf(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(filesBelow(folder).map((file) => [file.slice(folder.length + 1), readFileSync(file, 'latin1')]));
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name)).sort();
}
