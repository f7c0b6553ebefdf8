/** A newsroom with a folder that readers are served from, published to in this process. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { type Asked, type Published, publish } from '../../src/commands/publish.ts';
import { type Elsewhere, type RolledBack, rollback } from '../../src/commands/rollback.ts';
import { type HookSettings, withHooks } from '../../src/commands/with-hooks.ts';
import { openFolderTarget } from '../../src/publish/folder-target.ts';
import type { Told } from '../../src/publish/hooks.ts';
import type { Ledger } from '../../src/publish/ledger.ts';
import type { Target } from '../../src/publish/target.ts';
import { History } from '../../src/source/history.ts';
import type { Contents } from '../support/folder-contents.ts';
import { lateEnough, Newsroom, siteYaml, testEngine, treeOf } from '../support/newsroom.ts';
import { labelPictures } from '../support/pictures.ts';
import { renderDirectly } from '../support/render-directly.ts';
import { shelfOf } from '../support/words.ts';

type Settings = Partial<Asked>;

export class LiveRoom {
  readonly room: Newsroom;
  /** The target’s. */
  readonly folder: string;
  readonly #history: History;

  constructor(files: Record<string, string | Uint8Array> | Begun) {
    // Of one language: each page is written twice, and packed, and those of another language are no other.
    const oneLanguage = siteYaml.replace('languages: [en, ru]', 'languages: [en]');
    this.room = new Newsroom(
      files instanceof Begun ? { like: new Map() } : { files: { 'site.yaml': oneLanguage, ...files } },
    );
    if (files instanceof Begun) cpSync(files.folder, this.room.folder, copied);
    this.folder = join(this.room.folder, 'cache-live');
    this.#history = new History(this.room.content);
    onTestFinished(() => this.room.dispose());
  }

  /** Writes files, or takes away those that are null, and commits. Returns the commit. */
  commit(files: Record<string, string | Uint8Array | null> = {}, message = 'Change'): string {
    for (const [path, content] of Object.entries(files))
      if (content === null) this.room.remove(path);
      else this.room.write({ [path]: content });
    this.room.commit(message);
    return this.head();
  }

  /** The last commit, without a process. */
  head(): string {
    const said = (name: string) => readFileSync(join(this.room.folder, '.git', name), 'utf8').trim();
    const [, branch] = /^ref: (.*)/.exec(said('HEAD')) ?? [];
    return said(branch ?? 'HEAD');
  }

  publish(settings: Settings = {}): Promise<Published> {
    const given = { ...this.given(settings), head: this.head() };
    return this.with((target) => publish(target, { ...settings, ...given }));
  }

  /** Publishes, or does what else is asked for, with hooks; says what became of these. */
  async tell(settings: Partial<HookSettings>, work?: (target: Target) => Promise<unknown>): Promise<Told[]> {
    const head = this.head();
    const given = { name: 'live', newsroom: this.room.folder, hooks: [], everythingAbove: 500, environment: {} };
    const none = async () => undefined;
    const asked = { ...this.given({}), head, isOnlyIfDue: true };
    return this.with(async (target) => {
      const doing = () => (work ? work(target) : publish(target, asked));
      return (await withHooks(target, { ...given, pause: none, ...settings }, doing)).told;
    });
  }

  rollback(number?: number, settings: Settings = {}): Promise<RolledBack | Elsewhere> {
    return this.with((target) => rollback(target, number, this.given(settings)));
  }

  /** With what every publish here is given. What was built is taken for good, unless a test asks for its own judge. */
  given({ now = lateEnough, grace = 0, isDry, judge = async () => [], build }: Settings) {
    const { content, folder: newsroom } = this.room;
    const words = async () => shelfOf(content);
    const direct = { render: renderDirectly, makePicture: labelPictures, engine: testEngine, words };
    const given = { targetName: 'live', content, history: this.#history, newsroom, now, grace, isDry, judge };
    return { ...given, build: { ...direct, ...build } };
  }

  protected open(): Promise<Target> {
    return openFolderTarget(this.folder, 'a test', 1);
  }

  async with<T>(work: (target: Target) => Promise<T> | T): Promise<T> {
    const target = await this.open();
    try {
      return await work(target);
    } finally {
      await target.close();
    }
  }

  ledger<T>(ask: (ledger: Ledger) => T): Promise<T> {
    return this.with(({ ledger }) => ask(ledger));
  }

  /** What readers have at a path, as text; undefined where there is nothing. */
  live(path: string): string | undefined {
    const file = join(this.folder, 'current', path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /** What readers have, without what publishing adds: what lies beside files, which edition it is, and how a withdrawal is called. */
  readers(): Contents {
    const files = Object.entries(siteIn(join(this.folder, 'current')));
    return Object.fromEntries(files.map(([path, text]) => [path.replace(/gone\.html$/, 'index.html'), text]));
  }

  /** What a clean build of a commit makes. */
  cleanly(commit = 'HEAD', now = lateEnough): Promise<Contents> {
    const key = `${this.room.git('rev-parse', `${commit}^{tree}`)} ${now}`;
    const known = clean.get(key) ?? this.#build(commit, now);
    clean.set(key, known);
    return known;
  }

  async #build(commit: string, now: number): Promise<Contents> {
    const out = join(this.room.folder, `dist-clean-${Math.random()}`);
    await this.room.rendered({ out, cache: undefined, commit, now });
    return siteIn(out);
  }

  /** What a room has that is not in its folder, for one that begins as this one is, and the same put into that. */
  outside(): unknown {
    return undefined;
  }

  bring(_outside: unknown): void {}
}

/** By the tree of its commit and the instant: what many tests compare with is one site. */
const clean = new Map<string, Promise<Contents>>();

const copied = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true };

/** What a room begins with in place of files. */
export class Begun {
  readonly folder = mkdtempSync(join(tmpdir(), 'begun-'));
}

/**
 * Rooms for the tests of one file that begin alike: `begin` is done in the first of them, and the others begin as that one
 * was then. To be asked for outside of tests.
 */
export function roomsBegun<R extends LiveRoom, T>(
  make: (files?: Begun) => R | Promise<R>,
  begin: (room: R) => Promise<T>,
): () => Promise<{ room: R; begun: T }> {
  let kept: { from: Begun; outside: unknown; begun: T } | undefined;
  afterAll(() => {
    if (kept) rmSync(kept.from.folder, { recursive: true, force: true });
  });
  return async () => {
    const room = await make(kept?.from);
    if (kept) room.bring(kept.outside);
    else {
      const begun = await begin(room);
      kept = { from: new Begun(), outside: room.outside(), begun };
      cpSync(room.room.folder, kept.from.folder, copied);
    }
    return { room, begun: kept.begun };
  };
}

function siteIn(folder: string): Contents {
  const files = [...treeOf(folder)].filter(
    ([path]) => !/\.(gz|br|moved)$/.test(path) && !['edition.json', '.edition'].includes(path),
  );
  return Object.fromEntries(files);
}
