/**
 * What is known of a link from all the times that it was asked. It is dead if its host says so, or there is no such host,
 * twice and a day apart; a host that refuses programs, is busy or broken has said nothing of the page.
 */
import type { Seconds } from '../../content/times.ts';

/** `said`: `404`, `no such host`, `no answer in time`. `movedTo`: where it leads for good. */
export type Answer = { is: 'good' | 'dead' | 'unknown'; said: string; movedTo?: string };

/** `deadSince`: the first of the answers that it is dead, since the last good one. */
export type Known = Answer & { asked: Seconds; deadSince?: Seconds };

export const daySeconds: Seconds = 24 * 3600;

/** What is known after another answer; one that says nothing of the page neither confirms nor refutes those before. */
export function knownAfter(before: Known | undefined, answer: Answer, asked: Seconds): Known {
  if (answer.is === 'good') return { ...answer, asked };
  const deadSince = before?.deadSince ?? (answer.is === 'dead' ? asked : undefined);
  return { ...answer, asked, ...(deadSince !== undefined && { deadSince }) };
}

export function isDead({ is, asked, deadSince }: Known): boolean {
  return is === 'dead' && deadSince !== undefined && asked - deadSince >= daySeconds;
}

/** Every week; what may be dead, and what could not say because of a fault or of haste, after a day. */
export function isDue(known: Known | undefined, now: Seconds): boolean {
  if (known === undefined) return true;
  const isSettled = known.is === 'good' || (known.is === 'unknown' && /^(?:4(?!29)\d\d|999)$/.test(known.said));
  return known.asked + (isSettled && known.deadSince === undefined ? 7 : 1) * daySeconds <= now;
}
