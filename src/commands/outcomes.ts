/** What becomes of the routes that a build asks. */
import type { Batch } from '../plan/plan-edition.ts';

export type Outcome = { url: string; kind: string; did: 'rendered' | 'unchanged' | 'removed'; reason: string };

export function outcomesOf({ gone, stale, unchanged }: Batch): Outcome[] {
  return [
    ...gone.map(({ url, kind, reason }) => ({ url, kind, reason, did: 'removed' as const })),
    ...stale.map(({ url, kind, reason }) => ({ url, kind, reason, did: 'rendered' as const })),
    ...unchanged.map(({ url, kind, reason }) => ({ url, kind, reason, did: 'unchanged' as const })),
  ];
}
