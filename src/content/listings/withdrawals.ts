/**
 * Stories that were taken down, each at the instant of that and under the name of every front whose feed it stood in: feeds
 * say so for a while, and nothing else does. An article stands in it while it is withdrawn, so that `idsOf` gives nothing.
 */
import type { Language } from '../names.ts';
import type { Scope } from '../scopes.ts';
import { type Listing, scopeIn } from './listing.ts';

export const withdrawals: Listing = { name: 'withdrawals', idsOf: () => [], spans: [] };

/** Those of a front, by the name of its listing and its id. */
export function withdrawalScope(listing: string, id: string, language: Language): Scope {
  return scopeIn(withdrawals, language, id === '' ? listing : `${listing}+${id}`);
}
