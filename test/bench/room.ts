/** Where everything that is measured lies: the newsroom, the engine, what is built of it; and how that is built and checked. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { makePackage } from '../../pack/make-package.ts';
import { outputPath } from '../../src/content/urls.ts';
import { layoutsTogether } from '../../src/engine-files.ts';
import { madeTogether, togetherAndApart } from '../../src/render/together.ts';
import {
  commitFiles,
  type GeneratedStory,
  generateRepository,
  instantOfOneMore,
  mostOfOneMore,
  oneMoreStory,
  type Size,
} from './generate.ts';
import { type Measured, measure } from './measure.ts';

const root = resolve(import.meta.dirname, '../..');

/** Of files, by what their names end in. */
export type Bytes = Record<string, number>;

/** What a build or a check did. `bytes`: of the files that were written, and `bytesByEnding` of those that end so. */
export type Done = {
  routes: number;
  rendered: number;
  written: number;
  bytes: number;
  bytesByEnding: Bytes;
} & Measured;

/** A folder for a site, and one for what is remembered of it. */
export type Place = { out: string; cache: string };

/** What only grows while this runs: no two runs change anything alike. */
export const serial = Math.floor(process.uptime() * 1000) + process.pid * 10;

export class Room {
  readonly size: Size;
  readonly folder: string;
  readonly repository: string;
  readonly place: Place;
  readonly isSource: boolean;
  readonly engine: string;
  readonly #isKept: boolean;
  #newest = 0;

  /** `keep`: made once, used again. `isSource`: the engine as it is here, not as a package, which lies where it finds its packages. */
  constructor(size: Size, { keep, isSource }: { keep: string | undefined; isSource: boolean }) {
    this.size = size;
    this.folder = keep ? resolve(keep) : mkdtempSync(join(roomyFolder(size), 'broadsheet-bench-'));
    this.#isKept = keep !== undefined;
    this.repository = join(this.folder, 'newsroom');
    this.place = this.placeNamed('');
    this.isSource = isSource;
    this.engine = isSource ? root : join(root, '.cache/bench');
  }

  async open(): Promise<void> {
    if (!this.isSource) await makePackage(root, this.engine);
    mkdirSync(this.folder, { recursive: true });
    if (!existsSync(this.repository)) await generateRepository(this.repository, this.size);
  }

  close(): void {
    if (!this.#isKept) rmSync(this.folder, { recursive: true, force: true });
  }

  placeNamed(name: string): Place {
    return { out: join(this.folder, `${name}dist`), cache: join(this.folder, `${name}cache`) };
  }

  /** Of the last commit, unless `flags` have it otherwise. */
  build(...flags: string[]): Promise<Done> {
    return this.buildWith(this.engine, this.place, '--commit', 'HEAD', ...flags);
  }

  async buildWith(program: string, place: Place, ...flags: string[]): Promise<Done> {
    const started = Date.now();
    const { output, ...measured } = await measure([process.execPath, ...this.commandOf(program, place), ...flags]);
    const report = JSON.parse(output) as { routes: number; written: number; outcomes: { url: string; did: string }[] };
    const rendered = report.outcomes.filter(({ did }) => did === 'rendered').map(({ url }) => url);
    const bytesByEnding = writtenSince(started, place.out, rendered);
    const bytes = Object.values(bytesByEnding).reduce((sum, each) => sum + each, 0);
    const { routes, written } = report;
    return { routes, rendered: rendered.length, written, bytes, bytesByEnding, ...measured };
  }

  /** Arguments of Node for a build. */
  commandOf(program: string, { out, cache }: Place): string[] {
    const folders = ['--newsroom', this.repository, '--content', join(this.repository, 'content')];
    return [join(program, 'src/cli.js'), 'build', ...folders, '--out', out, '--cache', cache, ...this.asOf(), '--json'];
  }

  /** Judges the site; the first time all of it, then what changed. */
  async check({ out, cache } = this.place): Promise<Done> {
    const { output, ...measured } = await measure([
      process.execPath,
      join(this.engine, 'src/cli.js'),
      ...['check', '--content', join(this.repository, 'content'), '--out', out, '--cache', cache],
    ]);
    const judged = Number(/html: ([\d,]+) page/.exec(output)?.[1]?.replaceAll(',', '') ?? 0);
    return { routes: 0, rendered: judged, written: 0, bytes: 0, bytesByEnding: {}, ...measured };
  }

  commit(...files: GeneratedStory[]): Promise<void> {
    return commitFiles(this.repository, files);
  }

  commitTo(branch: string, ...files: GeneratedStory[]): Promise<void> {
    return commitFiles(this.repository, files, branch);
  }

  /** One of those that come in the rest of the day. */
  oneMore(offset: number): GeneratedStory {
    const slots = this.size.perDay === undefined ? mostOfOneMore : Math.floor(this.size.perDay / 7);
    this.#newest = (serial + offset) % slots;
    return oneMoreStory(this.size, this.#newest);
  }

  /** The newest story is one of today; the clock goes on only with an agency’s. */
  asOf(): string[] {
    const newest = this.size.perDay === undefined ? mostOfOneMore : this.#newest;
    return ['--now', new Date(1000 * instantOfOneMore(this.size, newest)).toISOString()];
  }

  /**
   * A copy of the program in which articles look a little different; with `token`, then whatever has a style sheet. Packages are
   * as far from it as from the program.
   */
  restyledEngine(what: 'article' | 'token', round = 0): string {
    const copy = this.isSource ? join(this.folder, 'program') : `${this.engine}-restyled`;
    rmSync(copy, { recursive: true, force: true });
    const configuration = this.isSource ? ['.eleventy.ts', 'tsconfig.json'] : ['.eleventy.js'];
    const parts = ['src', 'layouts', 'package.json', ...configuration];
    for (const part of parts) cpSync(join(this.engine, part), join(copy, part), { recursive: true });
    if (this.isSource) symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const number = serial + round;
    for (const path of this.isSource ? ['layouts/pages/article.tsx'] : ['layouts/pages/article.js', layoutsTogether])
      replaceIn(join(copy, path), 'prose story', `prose story measured-${number}`);
    if (!this.isSource) writeFileSync(join(copy, madeTogether), togetherAndApart(copy));
    if (what === 'token')
      appendFileSync(join(copy, 'layouts/styles/tokens.css'), `\n:root { --measured: ${number}; }\n`);
    return copy;
  }
}

function replaceIn(file: string, text: string, by: string): void {
  const before = readFileSync(file, 'utf8');
  if (!before.includes(text)) throw new Error(`${file} has no “${text}”`);
  writeFileSync(file, before.replace(text, by));
}

/** In memory where there is room, so that the disk is not what is measured: of ours, of the peers, and of what they copy. */
function roomyFolder({ articles, bodyBytes }: Size): string {
  const memory = '/dev/shm';
  const needed = 5 * articles * (15_000 + bodyBytes);
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > needed ? memory : tmpdir();
}

/** Of the files at some URLs, those that were written after an instant. */
function writtenSince(started: number, out: string, urls: readonly string[]): Bytes {
  const bytes: Bytes = {};
  for (const url of urls) {
    const file = join(out, outputPath(url));
    const stat = statSync(file);
    if (stat.mtimeMs < started) continue;
    const ending = extname(file);
    bytes[ending] = (bytes[ending] ?? 0) + stat.size;
  }
  return bytes;
}
