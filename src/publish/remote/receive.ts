/**
 * The other end of a target that is reached through a connection: has the folder, and with it the lock, for as long as that
 * lasts, gives out what is known there, and takes an edition in one piece. What comes is written to `incoming/`, and an edition
 * is begun once all of it is there.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { loadState, saveState } from '../../catalog/saved-state.ts';
import { engineVersion } from '../../engine-files.ts';
import { MachineryError, SystemError, WrongUsage } from '../../errors.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { openFolderTarget } from '../folder-target.ts';
import type { Target } from '../target.ts';
import { callerForm, failureOf, forms, goneAfter, helloForm, notesForm, redirectsForm, workForm } from './messages.ts';
import { ConnectionLost, type Message, Wire } from './wire.ts';

export type Receiving = {
  input: Readable;
  output: Writable;
  /** The only folder that may be asked for. */
  folder?: string;
  /** What else is to be done when a cache stands for something else than before. */
  forget?(cache: string): void;
  /** Of what is packed, for tests. */
  quality?: number;
  /** Milliseconds for which one who says nothing is waited for. */
  patience?: number;
};

/** Whether it went well. A failure is told to whoever asked, as nobody else is there to be told. */
export async function receive({ input, output, patience = goneAfter, ...receiving }: Receiving): Promise<boolean> {
  const wire = new Wire(input, output, patience);
  try {
    await meet(wire, receiving);
    return true;
  } catch (error) {
    if (!(error instanceof ConnectionLost))
      await wire.send({ is: 'failed', ...failureOf(error) }).catch(() => undefined);
    return false;
  } finally {
    wire.end();
    input.destroy();
  }
}

async function meet(
  wire: Wire,
  { folder: allowed, quality, forget }: Omit<Receiving, 'input' | 'output'>,
): Promise<void> {
  const hello = await wire.receive();
  if (!hello) return;
  const greeting = { is: 'greeting', version: engineVersion(), forms };
  const theirs = helloForm.parse(hello);
  if (theirs.forms !== forms || theirs.version !== greeting.version) return wire.send(greeting);
  const { who, folder } = callerForm.parse(hello);
  if (allowed !== undefined && resolve(folder) !== allowed)
    throw new WrongUsage(
      `“receive” is for the folder ${allowed} alone, and publish.yaml says ${folder}. Correct one of the two.`,
    );
  const target = await openFolderTarget(folder, who, quality);
  try {
    await wire.send(greeting, JSON.stringify(target.ledger.rows.start()));
    await new Reception(wire, target, { folder, forget }).serve();
  } finally {
    await target.close();
  }
}

class Reception {
  readonly #wire: Wire;
  readonly #target: Target;
  readonly #incoming: string;
  readonly #forget: Receiving['forget'];

  constructor(wire: Wire, target: Target, { folder, forget }: { folder: string; forget: Receiving['forget'] }) {
    this.#wire = wire;
    this.#target = target;
    this.#incoming = join(folder, 'incoming');
    this.#forget = forget;
  }

  async serve(): Promise<void> {
    for (;;) {
      const message = await this.#wire.receive();
      if (!message) break;
      await this.#answer(message);
    }
    rmSync(this.#incoming, { recursive: true, force: true });
  }

  #answer(message: Message): Promise<void> {
    if (message.is === 'load') return this.#giveOut();
    if (message.is === 'send') return this.#takeEdition(message);
    if (message.is === 'lead') return this.#lead(message);
    if (message.is === 'save') return this.#save(message);
    throw notUnderstood(message);
  }

  /** A state that cannot be given is made anew by whoever asked. */
  async #giveOut(): Promise<void> {
    const [ledger, state] = [this.#file('ledger'), this.#file('state')];
    rmSync(ledger, { force: true });
    this.#target.ledger.copyTo(ledger);
    await this.#wire.send({ is: 'ledger' }, { file: ledger });
    rmSync(ledger);
    try {
      await saveState(this.#target.cache, state);
    } catch (error) {
      if (error instanceof SystemError || !(error instanceof MachineryError)) throw error;
      writeFileSync(state, '');
    }
    await this.#wire.send({ is: 'state' }, { file: state });
    rmSync(state);
  }

  async #takeEdition(message: Message): Promise<void> {
    const { edition, notes, stages } = workForm.parse(await this.#wire.json(message));
    const { ledger } = this.#target;
    const withBefore = stages.map((stage) =>
      stage.map(({ path, after }) => ({ path, before: ledger.served(path), after })),
    );
    const hashes = new Set(withBefore.flat().flatMap(({ after }) => (after ? [after.hash] : [])));
    const wanted = await this.#missing(hashes);
    await this.#wire.send({ is: 'wanted' }, JSON.stringify(wanted));
    for (const hash of wanted) await this.#takeFile(hash);
    ledger.rows.put(notes);
    const fileOf = async (hash: string) => {
      const came = this.#file(hash);
      return existsSync(came) ? came : this.#target.kept(hash);
    };
    const { number } = await this.#target.send({
      edition,
      stages: withBefore,
      fileOf: ({ after }) => fileOf(after?.hash ?? ''),
    });
    rmSync(this.#incoming, { recursive: true, force: true });
    await this.#wire.send({ is: 'sent', number });
  }

  /** What came before a connection was lost need not come again; what else is left there goes. */
  async #missing(hashes: ReadonlySet<string>): Promise<string[]> {
    makeFolder(this.#incoming);
    for (const name of readdirSync(this.#incoming)) {
      const file = join(this.#incoming, name);
      if (!hashes.has(name) || (await hashOf(file)) !== name) rmSync(file, { recursive: true });
    }
    const missing: string[] = [];
    for (const hash of hashes)
      if (!existsSync(this.#file(hash)) && !existsSync(await this.#target.kept(hash))) missing.push(hash);
    return missing;
  }

  async #takeFile(hash: string): Promise<void> {
    const message = await this.#next('file');
    const part = this.#file('part');
    await this.#wire.toFile(message, part);
    const came = await hashOf(part);
    if (message.hash !== hash || came !== hash) {
      rmSync(part);
      throw new MachineryError(
        `What came as ${hash.slice(0, 12)}… is something else. Readers have what they had; publish again.`,
      );
    }
    renameSync(part, this.#file(hash));
  }

  async #lead(message: Message): Promise<void> {
    const stamp = String(message.stamp).slice(0, 1000);
    this.#target.ledger.rows.put(notesForm.parse(await this.#wire.json(message)));
    const read = async () => {
      await this.#wire.send({ is: 'which' });
      return redirectsForm.parse(await this.#wire.json(await this.#next('redirects')));
    };
    await this.#target.lead({ stamp, read });
    await this.#wire.send({ is: 'led' });
  }

  /** Notes and state are in step only once both are there: until then everything is compared. */
  async #save(message: Message): Promise<void> {
    const notes = notesForm.parse(await this.#wire.json(message));
    if (message.hasState === true) {
      const state = this.#file('state');
      await this.#wire.toFile(await this.#next('state'), state);
      this.#target.emptyOutgoing();
      await loadState(this.#target.cache, state);
      this.#forget?.(this.#target.cache);
      rmSync(state);
    }
    this.#target.ledger.rows.put(notes);
    await this.#wire.send({ is: 'saved' });
  }

  async #next(is: string): Promise<Message> {
    const message = await this.#wire.receive();
    if (!message) throw new ConnectionLost('it ended');
    if (message.is !== is) throw notUnderstood(message);
    return message;
  }

  #file(name: string): string {
    makeFolder(this.#incoming);
    return join(this.#incoming, name);
  }
}

function notUnderstood({ is }: Message): MachineryError {
  return new MachineryError(`“${is.slice(0, 40)}” is not what was to be said. Readers have what they had.`);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
