/**
 * What the machine refuses, in words that name the file and the way out: Node's system errors
 * (https://nodejs.org/api/errors.html#common-system-errors) and SQLite's (https://www.sqlite.org/rescode.html).
 */
import { getSystemErrorMessage } from 'node:util';
import { SystemError } from '../errors.ts';

type Reason = { why: string; fix: string };

const full: Reason = { why: 'the disk is full', fix: 'Make room on it, then try again.' };
const readOnly: Reason = {
  why: 'it can only be read here',
  fix: 'Name a folder that can be written, or make it writable.',
};
const refused: Reason = {
  why: 'this user may not do that',
  fix: 'Give this user the right to it, or run the command as the user who has it.',
};
const inUse: Reason = { why: 'another program is using it', fix: 'Wait for that to end, then try again.' };
const tooMany: Reason = {
  why: 'too many files are open',
  fix: 'Allow more with “ulimit -n 4096”, or end other programs, then try again.',
};
const blocked: Reason = {
  why: 'a file is in the place of a folder',
  fix: 'Remove that file, or name another folder.',
};
const failing: Reason = { why: 'the disk failed', fix: 'Try again, and have the disk looked at if it fails again.' };
const noMemory: Reason = { why: 'there is no memory left', fix: 'End other programs, then try again.' };
const damaged: Reason = { why: 'it is damaged', fix: 'Remove the cache folder: the next build makes it anew.' };

const reasons: Record<string, Reason> = {
  ENOSPC: full,
  EDQUOT: { ...full, why: 'this user’s share of the disk is used up' },
  EROFS: readOnly,
  EACCES: refused,
  EPERM: refused,
  EBUSY: inUse,
  ETXTBSY: inUse,
  EMFILE: tooMany,
  ENFILE: tooMany,
  ENOTDIR: blocked,
  EEXIST: blocked,
  EISDIR: { why: 'a folder is in the place of a file', fix: 'Remove that folder, or name another place.' },
  ENOTEMPTY: { why: 'another program wrote into it meanwhile', fix: 'Try again.' },
  ENOENT: { why: 'it is not there', fix: 'See what became of it, then try again.' },
  ENAMETOOLONG: { why: 'its name is too long for this disk', fix: 'Name a folder with a shorter path.' },
  EIO: failing,
  ENOMEM: noMemory,
};

const reasonsOfSqlite: Record<number, Reason> = {
  3: refused,
  5: inUse,
  6: inUse,
  7: noMemory,
  8: readOnly,
  10: failing,
  11: damaged,
  13: full,
  14: { why: 'it cannot be opened', fix: 'See that this user may write there, and that not too many files are open.' },
  26: damaged,
};

/** Does something with a file; what the machine refuses is told with its name. `done` completes “could not be …”. */
export function onFile<T>(file: string, done: string, work: (file: string) => T): T {
  try {
    return work(file);
  } catch (error) {
    throw systemErrorOf(file, done, error);
  }
}

/** The same of work that has failed already; an error that is none of the machine's is returned as it is. */
export function systemErrorOf(file: string, done: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const reason = reasonOf(error) ?? otherReason(error);
  return reason ? new SystemError(sentence(file, done, reason), { cause: error }) : error;
}

/** An error from anywhere, if it or what it was made of comes from the machine. */
export function findSystemError(error: unknown): SystemError | undefined {
  for (let each = error; each instanceof Error; each = causeOf(each)) {
    const reason = reasonOf(each);
    if (each instanceof SystemError) return each;
    if (reason) return new SystemError(sentence(fileOf(each), doneBy(each), reason), { cause: error });
  }
  return undefined;
}

type CodedError = Error & Partial<NodeJS.ErrnoException> & { dest?: string; errcode?: number; originalError?: unknown };

function reasonOf(error: CodedError): Reason | undefined {
  return reasonsOfSqlite[sqliteResult(error)] ?? reasons[error.code ?? ''];
}

/** SQLite's result code without what extends it; 0 of any other error. */
export function sqliteResult(error: unknown): number {
  const { code, errcode = 0 } = error as CodedError;
  return code === 'ERR_SQLITE_ERROR' ? errcode & 0xff : 0;
}

/** Of a file that is no database, or not a whole one. */
export function isDamaged(error: unknown): boolean {
  return reasonsOfSqlite[sqliteResult(error)] === damaged;
}

/** What has no words of ours is told in the system's, where it is known which file it is about. */
function otherReason({ errno, syscall }: CodedError): Reason | undefined {
  return errno === undefined || syscall === undefined ? undefined : { why: getSystemErrorMessage(errno), fix: '' };
}

function sentence(file: string, done: string, { why, fix }: Reason): string {
  return `${file} could not be ${done}: ${why}. ${fix}`.trimEnd();
}

function fileOf({ code, dest, path }: CodedError): string {
  return code === 'ERR_SQLITE_ERROR' ? 'The catalog in the cache folder' : (dest ?? path ?? 'A file');
}

const doneBySyscall: Record<string, string> = {
  write: 'written',
  mkdir: 'made',
  rename: 'put in its place',
  unlink: 'removed',
  rmdir: 'removed',
  rm: 'removed',
  open: 'opened',
};

function doneBy({ code, syscall = '' }: CodedError): string {
  return code === 'ERR_SQLITE_ERROR' ? 'read or written' : (doneBySyscall[syscall] ?? 'read');
}

/** Eleventy keeps what it wraps under a name of its own. */
function causeOf({ cause, originalError }: CodedError): unknown {
  return cause ?? originalError;
}
