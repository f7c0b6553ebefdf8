/**
 * Which commit a target gets: the last one, unless readers have a newer one, or it is held, or it has Problems. What was
 * promised for now comes out all the same, with the commit that readers have.
 */
import { MachineryError, NotBuilt, NotSent } from '../errors.ts';
import type { Ledger } from '../publish/ledger.ts';
import type { Target } from '../publish/target.ts';
import { BesideContent } from '../source/beside-content.ts';
import type { History } from '../source/history.ts';
import type { Stale } from '../source/installed-packages.ts';
import { findSystemError } from '../source/system-error.ts';
import { mustBeHere, mustFollow } from './ancestry.ts';
import { isRefused, type PublishOptions, publishCommit, type Sent } from './publish-commit.ts';

/** Of files that are told of. */
const mostNamed = 10;

export type Asked = PublishOptions & {
  head: string;
  /** A commit that readers have, and that is not in the history any more. */
  insteadOf?: string;
  isOnlyIfDue?: boolean;
  /** Ends a hold. */
  isResumed?: boolean;
};

export type Published = {
  /** What became of each commit that was tried and could be built, in that order. */
  sent: Sent[];
  /** The commit that was not tried, because it was rolled back from. */
  held?: string;
  /** The commit that readers do not get: it has Problems, or `failure` kept it from being built. */
  broken?: { revision: string; failure?: unknown };
  /** The commit that is to be published from a checkout of its own, once the target is closed: something is due. */
  elsewhere?: string;
};

/** Throws NotSent where what readers have is newer than what is asked for, or, unless something is due, where files beside the content are not committed or packages not installed. */
export async function publish(target: Target, asked: Asked): Promise<Published> {
  const { ledger } = target;
  const { revision, held } = choose(ledger, asked);
  if (asked.isOnlyIfDue && isNothingToDo(ledger, revision, asked.now)) return { sent: [] };
  const beside = new BesideContent(asked.history, asked.newsroom);
  const uncommitted = beside.uncommitted();
  const stale = uncommitted.length > 0 || isDue(ledger, asked.now) ? [] : beside.stale();
  if (stale.length > 0) throw notInstalled(stale);
  const published =
    uncommitted.length > 0
      ? refuse({ revision, held }, notCommitted(uncommitted), { ledger, now: asked.now })
      : await publishFirst({ revision, held, beside }, target, asked);
  if (!asked.isDry) await target.save();
  return published;
}

type First = Choice & { beside: BesideContent };

async function publishFirst({ revision, held, beside }: First, target: Target, asked: Asked): Promise<Published> {
  const { ledger } = target;
  const isHere = (commit: string) => commit === asked.head || beside.differing(commit).length === 0;
  const elsewhere = (commit: string) => ({ elsewhere: isDue(ledger, asked.now) ? commit : undefined });
  if (!isHere(revision)) return { sent: [], held, ...elsewhere(revision) };
  await target.load();
  const { sent, broken } = await tryCommit(revision, target, asked);
  if (!broken) return { sent, held };
  const [last] = ledger.editions(1);
  if (!asked.isDry && !isOfMachine(broken.failure)) ledger.set('refused', revision);
  if (!last || last.revision === revision || !isDue(ledger, asked.now)) return { sent, held, broken };
  if (!isHere(last.revision)) return { sent, held, broken, ...elsewhere(last.revision) };
  const instead = await tryCommit(last.revision, target, asked);
  const failure = broken.failure ?? instead.broken?.failure;
  return { sent: [...sent, ...instead.sent], held, broken: { revision, failure } };
}

async function tryCommit(revision: string, target: Target, asked: Asked): Promise<Published> {
  try {
    const sent = await publishCommit(revision, target, asked);
    return { sent: [sent], broken: isRefused(sent) ? { revision } : undefined };
  } catch (error) {
    if (!(error instanceof NotBuilt)) throw error;
    return { sent: [], broken: { revision, failure: error.cause } };
  }
}

/** What may be otherwise the next time, without another commit. */
function isOfMachine(failure: unknown): boolean {
  return failure instanceof MachineryError || findSystemError(failure) !== undefined;
}

/** What is due comes out all the same. */
function refuse(choice: Choice, failure: NotSent, { ledger, now }: { ledger: Ledger; now: number }): Published {
  const [last] = ledger.editions(1);
  if (!last || !isDue(ledger, now)) throw failure;
  return { sent: [], held: choice.held, broken: { revision: choice.revision, failure }, elsewhere: last.revision };
}

/** Content is read from commits; what it is shown with is read from the disk. */
function notCommitted(files: readonly string[]): NotSent {
  const more = files.length > mostNamed ? `, and ${files.length - mostNamed} more` : '';
  return new NotSent(
    `Only commits are published, and these files are not as the last one has them: ${files.slice(0, mostNamed).join(', ')}${more}. Nothing of that was sent. Commit them or take the changes back, then publish again.`,
  );
}

/** What is due does not wait for whoever installs packages. */
function notInstalled(stale: readonly Stale[]): NotSent {
  const told = stale
    .slice(0, mostNamed)
    .map(({ name, wanted, installed }) => `${name} ${wanted} (${has(installed, wanted)})`);
  const more = stale.length > mostNamed ? `, and ${stale.length - mostNamed} more` : '';
  return new NotSent(
    `The packages that the lockfile names are not installed: ${told.join(', ')}${more}. Nothing was sent. Run npm ci, then publish again.`,
  );
}

function has(installed: string | undefined, wanted: string): string {
  if (installed === undefined) return 'there is none';
  return installed === wanted ? 'there are other bytes of it' : `there is ${installed}`;
}

type Choice = { revision: string; held?: string };

function choose(ledger: Ledger, { history, head, insteadOf, isResumed, isDry }: Asked): Choice {
  const [last] = ledger.editions(1);
  if (!last) return { revision: head };
  const held = ledger.get('held');
  if (held !== undefined && !isResumed && !isTakenBack(held, last.revision, { history, head })) {
    mustBeHere(last.revision, history);
    return { revision: last.revision, held };
  }
  mustFollow(last.revision, head, { history, insteadOf, goBack: 'use rollback' });
  if (held !== undefined && !isDry) ledger.set('held', undefined);
  return { revision: head };
}

/**
 * Whether the history takes back, after a commit that was rolled back from, that commit or one before it that readers do not have
 * either.
 */
function isTakenBack(held: string, theirs: string, { history, head }: { history: History; head: string }): boolean {
  const taken = history.reverts(held, head);
  return [held, ...history.between(theirs, held)].some((commit) => taken.has(commit));
}

function isNothingToDo(ledger: Ledger, revision: string, now: number): boolean {
  const isKnown = ledger.editions(1)[0]?.revision === revision || ledger.get('refused') === revision;
  return isKnown && !isDue(ledger, now);
}

function isDue(ledger: Ledger, now: number): boolean {
  const due = ledger.get('due');
  return due !== undefined && Number(due) <= now;
}
