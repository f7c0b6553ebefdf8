/**
 * A target on another machine, where `receive` has its folder: what is known there is taken to a temporary folder of this one,
 * and what is decided here is carried out there. It is locked for as long as the connection lasts.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { loadState, saveState } from '../../catalog/saved-state.ts';
import { engineVersion } from '../../engine-files.ts';
import { MachineryError } from '../../errors.ts';
import { type Edition, Ledger } from '../ledger.ts';
import type { Start } from '../ledger-rows.ts';
import type { Redirects, Target, ToSend } from '../target.ts';
import { aliveEvery, errorOf, type Failure, forms } from './messages.ts';
import { ConnectionLost, type Message, type Said, Wire } from './wire.ts';

export type Connection = {
  /** What it leads to, as people know it. */
  name: string;
  input: Readable;
  output: Writable;
  /** Why it ended, in sentences. */
  why(lost: ConnectionLost): Promise<string>;
  /** Nothing is to be heard from it any more. */
  end(): Promise<void>;
};

export async function openRemoteTarget(connection: Connection, folder: string, who: string): Promise<Target> {
  const here = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  const target = new RemoteTarget(connection, here);
  try {
    await target.begin(folder, who);
    return target;
  } catch (error) {
    await target.close();
    throw error;
  }
}

/** What is where the tree there is not known. */
const tree = 'there';

class RemoteTarget implements Target {
  readonly ledger: Ledger;
  readonly cache: string;
  readonly outgoing: string;
  readonly #connection: Connection;
  readonly #wire: Wire;
  readonly #folder: string;
  readonly #alive: NodeJS.Timeout;
  /** What of it is there. */
  readonly #saved: { writes: number; built?: string } = { writes: 0 };
  #isLoaded = false;
  #isSending = false;

  constructor(connection: Connection, folder: string) {
    this.#connection = connection;
    this.#wire = new Wire(connection.input, connection.output);
    this.#folder = folder;
    this.cache = join(folder, 'cache');
    this.outgoing = join(folder, 'outgoing');
    this.ledger = new Ledger(join(folder, 'target.sqlite'));
    this.#alive = setInterval(() => this.#wire.sayAlive().catch(() => undefined), aliveEvery).unref();
  }

  async begin(folder: string, who: string): Promise<void> {
    const ours = { version: engineVersion(), forms };
    await this.#say({ is: 'hello', ...ours, who, folder });
    const greeting = await this.#hear('greeting');
    if (greeting.forms !== ours.forms || greeting.version !== ours.version)
      throw new MachineryError(this.#otherVersion(String(greeting.version), ours.version));
    this.ledger.rows.put((await this.#told(this.#wire.json(greeting))) as Start);
    this.#saved.writes = this.ledger.writes();
    this.#saved.built = this.ledger.get('built');
  }

  async load(): Promise<void> {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    await this.#say({ is: 'load' });
    const [ledger, state] = [join(this.#folder, 'ledger'), join(this.#folder, 'state')];
    await this.#told(this.#wire.toFile(await this.#hear('ledger'), ledger));
    const isAsThere = this.ledger.writes() === this.#saved.writes;
    this.ledger.rows.addPaths(ledger);
    if (isAsThere) this.#saved.writes = this.ledger.writes();
    const message = await this.#hear('state');
    await this.#told(this.#wire.toFile(message, state));
    if (message.bytes === 0) this.#saved.built = undefined;
    else await loadState(this.cache, state);
    for (const file of [ledger, state]) rmSync(file);
  }

  /** The same is written down in both ledgers. */
  async send({ edition, stages, fileOf }: ToSend): Promise<Edition> {
    const changes = stages.flat();
    const files = new Map(changes.map((change) => [change.after?.hash, change]));
    const said = stages.map((stage) => stage.map(({ path, after }) => ({ path, after })));
    const work = { edition, notes: this.ledger.rows.notes(), stages: said };
    this.#isSending = true;
    await this.#say({ is: 'send' }, JSON.stringify(work));
    const wanted = (await this.#told(this.#wire.json(await this.#hear('wanted')))) as string[];
    for (const hash of wanted) {
      const change = files.get(hash);
      if (change) await this.#say({ is: 'file', hash }, { file: await fileOf(change) });
    }
    await this.#hear('sent');
    const begun = this.ledger.begin(edition, changes, tree);
    this.ledger.finish(begun, undefined);
    this.ledger.forgetOld();
    return begun;
  }

  /** The stamp is of files of this machine, and says nothing on the next one. */
  async lead({ read }: Redirects): Promise<void> {
    const redirects = JSON.stringify(await read());
    const stamp = createHash('sha256').update(redirects).digest('hex');
    await this.#say({ is: 'lead', stamp }, JSON.stringify(this.ledger.rows.notes()));
    if ((await this.#hear('led', 'which')).is === 'led') return;
    await this.#say({ is: 'redirects' }, redirects);
    await this.#hear('led');
  }

  /** Is asked for what is not kept there alone. */
  async kept(): Promise<string> {
    throw new MachineryError(
      `${this.#connection.name} does not have what an earlier edition was made of any more. Publish the commit that is wanted, or its revert.`,
    );
  }

  emptyOutgoing(): void {
    rmSync(this.outgoing, { recursive: true, force: true });
  }

  async save(): Promise<void> {
    if (this.ledger.writes() === this.#saved.writes) return;
    await this.load();
    const [writes, built] = [this.ledger.writes(), this.ledger.get('built')];
    const hasState = built !== this.#saved.built;
    const state = join(this.#folder, 'state');
    if (hasState) await saveState(this.cache, state);
    await this.#say({ is: 'save', hasState }, JSON.stringify(this.ledger.rows.notes()));
    if (hasState) await this.#say({ is: 'state' }, { file: state });
    await this.#hear('saved');
    this.#saved.writes = writes;
    this.#saved.built = built;
  }

  /** Once this returns, the lock there is given up. */
  async close(): Promise<void> {
    clearInterval(this.#alive);
    this.ledger.close();
    this.#wire.end();
    await this.#connection.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Whoever has ended meanwhile may have said why. */
  async #say(said: Said, body?: Parameters<Wire['send']>[1]): Promise<void> {
    await this.#wire.send(said, body).catch(async (error: unknown) => {
      if (!(error instanceof ConnectionLost)) throw error;
      await this.#hear();
    });
  }

  async #hear(...expected: string[]): Promise<Message> {
    const message = await this.#told(this.#wire.receive());
    if (message?.is === 'failed') throw errorOf(message as unknown as Failure, this.#connection.name);
    if (message && expected.includes(message.is)) return message;
    return this.#told(Promise.reject(new ConnectionLost(message ? 'it is another message' : 'it ended')));
  }

  async #told<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      const safe = this.#isSending
        ? 'Readers have what they had, or all of the new edition; publishing again ends what was begun.'
        : 'Nothing was sent.';
      const why = await this.#connection.why(error);
      throw new MachineryError(`${why}${why.endsWith('\n') ? '' : ' '}${safe}`, { cause: error });
    }
  }

  #otherVersion(theirs: string, ours: string): string {
    const what =
      theirs === ours ? `another state of Broadsheet ${ours} than this` : `Broadsheet ${theirs}, and this is ${ours}`;
    return `${this.#connection.name} has ${what}. Nothing was sent. Run “git pull && npm ci” in the newsroom there from which “receive” is started, and here if this clone is the older one.`;
  }
}
