/** Where readers get the site from, as publishing sees it, whatever it is made of. */
import type { Redirect } from '../catalog/redirects.ts';
import type { Change } from './change-list.ts';
import type { Edition, Ledger } from './ledger.ts';

/** `stages` of changes in the order of sending; `fileOf` names a file on this machine that has the bytes of one. */
export type ToSend = {
  edition: Omit<Edition, 'number'>;
  stages: readonly (readonly Change[])[];
  fileOf(change: Change): Promise<string>;
};

/** `stamp` is another whenever what is read is another. */
export type Redirects = { stamp: string; read(): readonly Redirect[] | Promise<readonly Redirect[]> };

/** It is locked while it is open. */
export type Target = {
  /** Until `load` it may know no more than the last editions, hooks, and what is due, held or refused. */
  readonly ledger: Ledger;
  /** What builds for it remember. */
  readonly cache: string;
  /** What was built and is not there yet. */
  readonly outgoing: string;
  /** To be called before anything is built, or told of paths: from here on the ledger is whole and the cache is filled. */
  load(): Promise<void>;
  /** Gives it to readers; when this returns, they have it. What a kill leaves of it, they never see. */
  send(work: ToSend): Promise<Edition>;
  /** Old addresses of the last edition, and where they lead: kept where what serves the target reads them, if anything does. */
  lead(redirects: Redirects): Promise<void>;
  /** A file of this machine that has the bytes of a hash, if an edition that one can go back to had them. */
  kept(hash: string): Promise<string>;
  emptyOutgoing(): void;
  /** From here on its ledger, and what builds for it remember, are where it is. */
  save(): Promise<void>;
  /** What was not saved is lost, unless all of it is on this machine. */
  close(): Promise<void>;
};
