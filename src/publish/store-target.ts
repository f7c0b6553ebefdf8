/**
 * A target that is a bucket of an object store (S3), from which a CDN serves the site. What is known of it is in another
 * bucket that nobody reads: `ledger`, `state-a` or `state-b` (what builds remember), `packs/` (bytes to go back to), `lock`.
 * Nothing is ever listed. The ledger says what is being sent before the first file is, and is the last object that is written:
 * whoever comes after a kill ends what was begun.
 */
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { loadState, saveState } from '../catalog/saved-state.ts';
import { MachineryError, SystemError } from '../errors.ts';
import { cachingOf } from './caching.ts';
import { type Change, inStages } from './change-list.ts';
import { contentTypeOf } from './content-types.ts';
import { type Edition, Ledger } from './ledger.ts';
import { Packs } from './packs.ts';
import { type Shelf, StoreClient, type Surroundings } from './store-client.ts';
import type { StoreSettings } from './store-form.ts';
import { StoreLock } from './store-lock.ts';
import type { Target, ToSend } from './target.ts';
import { variantEndings, variantsOf } from './variants.ts';

/** Requests at a time. */
const atOnce = 16;

const tree = 'store';

export async function openStoreTarget(
  settings: StoreSettings,
  who: string,
  surroundings: Surroundings,
): Promise<Target> {
  const client = new StoreClient(settings, surroundings);
  const prefix = settings.prefix === '' ? '' : `${settings.prefix}/`;
  const shelves = {
    site: client.shelf(settings.bucket, prefix),
    own: client.shelf(settings.state, `${settings.bucket}/${prefix}`),
  };
  const isLocking = settings.lock === 'store';
  const lock = isLocking ? await StoreLock.take(shelves.own, who, String(surroundings.chance())) : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  try {
    const ledger = await loadLedger(shelves.own, folder);
    const target = new StoreTarget(settings, { shelves, folder, ledger, lock });
    await target.begin();
    return target;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    await lock?.release().catch(() => undefined);
    throw error;
  }
}

type Parts = { shelves: { site: Shelf; own: Shelf }; folder: string; ledger: Ledger; lock?: StoreLock };

class StoreTarget implements Target {
  readonly ledger: Ledger;
  readonly cache: string;
  readonly outgoing: string;
  readonly #encoding: StoreSettings['encoding'];
  readonly #parts: Parts;
  readonly #packs: Packs;
  /** What of it is in the store. */
  readonly #saved: { writes: number; built?: string } = { writes: 0 };
  #emptied: string[] = [];
  #isLoaded = false;

  constructor({ encoding }: StoreSettings, parts: Parts) {
    const { shelves, folder, ledger } = parts;
    this.#encoding = encoding;
    this.#parts = parts;
    this.ledger = ledger;
    this.cache = join(folder, 'cache');
    this.outgoing = join(folder, 'outgoing');
    this.#packs = new Packs(shelves.own, ledger, join(folder, 'kept'));
  }

  async begin(): Promise<void> {
    this.#saved.writes = this.ledger.writes();
    this.#saved.built = this.ledger.get('built');
    const { lock } = this.#parts;
    if (lock && this.ledger.get('conditions') === undefined) {
      await lock.prove();
      this.ledger.set('conditions', 'yes');
    }
    await this.#recover();
  }

  /** What another version has left, is made anew. */
  async load(): Promise<void> {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    const built = this.#saved.built;
    this.#saved.built = undefined;
    const name = this.ledger.get('saved');
    const answer = name === undefined ? undefined : await this.#parts.shelves.own.get(name);
    if (!answer) return;
    const file = join(this.#parts.folder, 'state');
    writeFileSync(file, answer.bytes);
    try {
      await loadState(this.cache, file);
      this.#saved.built = built;
    } catch (error) {
      if (error instanceof SystemError || !(error instanceof MachineryError)) throw error;
    } finally {
      rmSync(file);
    }
  }

  /** Readers may have a part of what was being sent when it was stopped: they get the rest. */
  async #recover(): Promise<void> {
    const unfinished = this.ledger.unfinished();
    if (!unfinished) return;
    const changes = this.ledger.changes(unfinished.edition.number);
    for (const { after } of changes) if (after) await this.#packs.fetch(after.hash);
    await this.#sendAll(
      inStages(changes, () => false),
      ({ after }) => this.kept(after?.hash ?? ''),
    );
    this.#finish(unfinished.edition);
    await this.save();
  }

  kept(hash: string): Promise<string> {
    return this.#packs.file(hash);
  }

  async send({ edition, stages, fileOf }: ToSend): Promise<Edition> {
    this.#parts.lock?.check();
    const changes = stages.flat();
    const begun = this.ledger.begin(edition, changes, tree);
    const carried = await this.#packs.add(begun.number, filesOf(changes, fileOf));
    await this.#putLedger();
    this.#emptied.push(...carried);
    await this.#sendAll(stages, fileOf);
    this.#finish(begun);
    return begun;
  }

  /** No stage begins before the one before it has ended. */
  async #sendAll(stages: readonly (readonly Change[])[], fileOf: ToSend['fileOf']): Promise<void> {
    for (const stage of stages) {
      const next = stage.values();
      const work = async () => {
        for (const change of next) await this.#sendOne(change, fileOf);
      };
      const ends = await Promise.allSettled(Array.from({ length: Math.min(atOnce, stage.length) }, work));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    }
  }

  async #sendOne(change: Change, fileOf: ToSend['fileOf']): Promise<void> {
    const { path, after } = change;
    const { lock, shelves } = this.#parts;
    lock?.check();
    if (!after) return shelves.site.remove(path);
    const file = await fileOf(change);
    const packed = this.#encoding === 'none' ? undefined : await packedFor(path, file, this.#encoding);
    const headers = { 'content-type': contentTypeOf(path), 'cache-control': cachingOf(path) };
    if (packed)
      await shelves.site.put(path, new Blob([Buffer.from(packed)]), {
        ...headers,
        'content-encoding': encodingName(this.#encoding),
      });
    else await shelves.site.put(path, await openAsBlob(file), headers);
  }

  #finish(edition: Edition): void {
    this.ledger.finish(edition, undefined);
    this.#emptied.push(...this.ledger.packs.forget(this.ledger.forgetOld()));
  }

  /** Where old addresses lead, the pages there say themselves. */
  async lead(): Promise<void> {}

  emptyOutgoing(): void {
    rmSync(this.outgoing, { recursive: true, force: true });
  }

  async save(): Promise<void> {
    const { shelves, folder, lock } = this.#parts;
    const built = this.ledger.get('built');
    lock?.check();
    if (built !== this.#saved.built) {
      const name = this.ledger.get('saved') === 'state-a' ? 'state-b' : 'state-a';
      const file = join(folder, 'state');
      await saveState(this.cache, file);
      await shelves.own.put(name, await openAsBlob(file));
      rmSync(file);
      this.ledger.set('saved', name);
      this.#saved.built = built;
    }
    if (this.ledger.writes() !== this.#saved.writes) await this.#putLedger();
    await this.#packs.remove(this.#emptied.splice(0));
  }

  async #putLedger(): Promise<void> {
    const { shelves, folder } = this.#parts;
    const writes = this.ledger.writes();
    const copy = join(folder, 'ledger.copy');
    this.ledger.copyTo(copy);
    const bytes = await promisify(zstdCompress)(await readFile(copy));
    rmSync(copy);
    await shelves.own.put('ledger', new Blob([bytes]));
    this.#saved.writes = writes;
  }

  async close(): Promise<void> {
    const { folder, lock } = this.#parts;
    this.ledger.close();
    rmSync(folder, { recursive: true, force: true });
    // Whoever comes next waits for a few minutes, and that is no reason to call an edition a failure.
    await lock?.release().catch(() => undefined);
  }
}

async function loadLedger(shelf: Shelf, folder: string): Promise<Ledger> {
  const file = join(folder, 'target.sqlite');
  const answer = await shelf.get('ledger');
  if (answer) writeFileSync(file, await promisify(zstdDecompress)(answer.bytes));
  return new Ledger(file);
}

async function* filesOf(
  changes: readonly Change[],
  fileOf: ToSend['fileOf'],
): AsyncIterable<{ hash: string; file: string }> {
  for (const change of changes) if (change.after) yield { hash: change.after.hash, file: await fileOf(change) };
}

const endings = { gzip: variantEndings[0], brotli: variantEndings[1] } as const;

/** Undefined for what gains nothing by it. */
async function packedFor(path: string, file: string, encoding: 'gzip' | 'brotli'): Promise<Uint8Array | undefined> {
  return (await variantsOf(path, await readFile(file))).get(endings[encoding]);
}

function encodingName(encoding: StoreSettings['encoding']): string {
  return encoding === 'brotli' ? 'br' : 'gzip';
}
