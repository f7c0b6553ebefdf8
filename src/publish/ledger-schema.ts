/**
 * The tables of a ledger, and what it knows by name.
 *
 * A target outlives versions of Broadsheet, and those that are older must open it too: the commit that readers have is built
 * with its own version whenever a newer one cannot be. So what is new is a table of its own, made when it is missed, which older
 * versions leave alone; a column never changes its meaning. Where that will not do, `version` is raised: older versions then
 * refuse the ledger. It is raised, and what is there is carried over, in the transaction in which the first edition of the newer
 * version is begun: until then readers have one of the older, which must be able to go on.
 */

/** Written into the file (`user_version`). */
export const version = 1;

export const schema = `
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Editions in the order of their numbers; live: 0 it is being sent, 1 readers had it, or have it. at: seconds since 1970.
CREATE TABLE edition (number INTEGER PRIMARY KEY, name TEXT NOT NULL, revision TEXT NOT NULL, at INTEGER NOT NULL, how TEXT NOT NULL, live INTEGER NOT NULL) STRICT;
-- Every path that was ever served. hash: SHA-256 of its bytes; null: nothing is there any more. gone: it says so itself.
CREATE TABLE file (path TEXT PRIMARY KEY, hash TEXT, gone INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE change (edition INTEGER NOT NULL, path TEXT NOT NULL, before TEXT, before_gone INTEGER NOT NULL, after TEXT, after_gone INTEGER NOT NULL, PRIMARY KEY (edition, path)) STRICT, WITHOUT ROWID;
CREATE INDEX change_before ON change (before, edition) WHERE before IS NOT NULL;
-- Paths at which a tree may differ from the manifest.
CREATE TABLE behind (tree TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (tree, path)) STRICT, WITHOUT ROWID;
-- Not in the edition any more, and still served; since when.
CREATE TABLE leaving (path TEXT PRIMARY KEY, since INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Addresses of lists that have emptied, and where they lead; answered by the target.
CREATE TABLE answer (path TEXT PRIMARY KEY, target TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Hooks, and the last edition of which each was told.
CREATE TABLE hook (name TEXT PRIMARY KEY, told INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Where bytes are kept to go back to, if they are packed: from which byte on in which pack, and how many.
CREATE TABLE packed (hash TEXT PRIMARY KEY, pack TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** What it knows by name. */
export type StateName =
  /** `NAME NUMBER`: what the cache stood for when that edition brought the manifest in step with it. */
  | 'built'
  /** Whether everything is being built and compared. */
  | 'whole'
  /** The next instant at which something changes by itself, in seconds. */
  | 'due'
  /** A commit that is not to be published again. */
  | 'held'
  /** The tree that is being written. */
  | 'tree'
  /** The commit whose Problems kept it back. */
  | 'refused'
  /** What the lists of old addresses were written from. */
  | 'led'
  /** Which of two files has what builds remember, where that is not beside the ledger. */
  | 'saved'
  /** Whether the store was seen to write on a condition. */
  | 'conditions';
