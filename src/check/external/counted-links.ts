/** What a check of links to other sites says beside its Problems: how much it looked at, and what nobody knows. */
import { printLookedAt } from '../looked-at.ts';
import type { LinksChecked } from './check-links.ts';
import { isDead } from './verdict.ts';

export function countedLinks({ known, asked, left, hosts }: LinksChecked, links: number): string[] {
  const all = [...known.values()];
  const unknown = all.filter(({ is }) => is === 'unknown').map(({ said }) => said);
  const isSuspected = all.filter((each) => each.is === 'dead' && !isDead(each)).length;
  const counts = { links, hosts, asked, ...(left > 0 && { 'left for the next time': left }) };
  return [
    printLookedAt({ gate: 'external', counts }),
    ...(isSuspected > 0 ? [`${count(isSuspected)} may be dead; a second look, a day later, will tell.`] : []),
    ...(unknown.length > 0 ? [`${count(unknown.length)} could not be judged: ${reasons(unknown)}.`] : []),
    verdict(all.filter(isDead).length),
  ];
}

function verdict(dead: number): string {
  if (dead === 0) return 'No dead links found.';
  return dead === 1 ? '1 dead link.' : `${count(dead)} dead links.`;
}

/** `5 × 403, 2 × no answer in time`: the most frequent first. */
function reasons(said: readonly string[]): string {
  const groups = [...Map.groupBy(said, (each) => each)].map(([reason, { length }]) => ({ reason, length }));
  const sorted = groups.sort((a, b) => b.length - a.length || (a.reason < b.reason ? -1 : 1));
  return sorted.map(({ reason, length }) => `${count(length)} × ${reason}`).join(', ');
}

function count(n: number): string {
  return n.toLocaleString('en');
}
